// Every href and src of every page leads somewhere inside the site, anchors
// included, and no page asks for anything outside it.
const fs = require('fs');
const path = require('path');

const root = process.argv[2];
const pages = new Map();
const files = [];
(function walk(dir) {
  for (const name of fs.readdirSync(dir).sort()) {
    const file = path.join(dir, name);
    if (fs.statSync(file).isDirectory()) walk(file);
    else files.push(file);
  }
})(root);

const decode = (s) => s.replace(/&amp;/g, '&').replace(/&quot;/g, '"')
  .replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>');

for (const file of files) {
  if (!file.endsWith('.html')) continue;
  const text = fs.readFileSync(file, 'utf8');
  const ids = new Set();
  let twice = null;
  for (const m of text.matchAll(/\sid="([^"]*)"/g)) {
    const id = decode(m[1]);
    if (ids.has(id)) twice = id;
    ids.add(id);
  }
  pages.set(path.resolve(file), { text, ids, twice });
}

let bad = 0;
const complain = (file, what) => {
  if (bad++ < 30) console.log(`${file}: ${what}`);
};
for (const [file, page] of pages) {
  if (page.twice !== null) complain(file, `id twice: ${page.twice}`);
  for (const m of page.text.matchAll(/\s(href|src)="([^"]*)"/g)) {
    const url = decode(m[2]);
    if (m[1] === 'href' && /^(https?:|mailto:)/.test(url)) continue;
    if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) {
      complain(file, `leads outside: ${url}`);
      continue;
    }
    const [to, anchor] = url.split('#');
    const target = to === '' ? file :
      path.resolve(path.dirname(file), decodeURIComponent(to));
    if (!fs.existsSync(target)) complain(file, `leads nowhere: ${url}`);
    else if (anchor && pages.has(target) &&
        !pages.get(target).ids.has(decodeURIComponent(anchor)))
      complain(file, `no such anchor: ${url}`);
  }
}
console.log(`${pages.size} pages, ${bad} broken`);
process.exit(bad > 0 || pages.size === 0 ? 1 : 0);
