// pages.js: which pages of a site stand for all of them. Pages are of one type
// when they come from the same place (a page of the manual is a type of its
// own, the records of a kind are one), and of one form when the same kinds of tables
// and figures occur in them. Of each form there is one, and
// of each type those that are worst by each measure: where a page of a form
// breaks a width, the page with the longest word or cell of it does.
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');

const word = (s) => Math.max(0, ...(s.match(
  /[\p{L}\p{N}\p{P}\p{S}]+/gu) || []).map((w) => [...w].reduce((n, c) =>
  n + (c > '\u2e80' ? 0.25 : 1), 0)));
const most = (list, of) => list.reduce((n, s) => Math.max(n, of(s)), 0);

function read(site, file) {
  const html = fs.readFileSync(path.join(site, file), 'utf8');
  const body = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const name = path.basename(file, '.html');
  const rows = body.match(/<tr[\s>][^]*?<\/tr>/g) || [];
  const columns = rows.map((r) => (r.match(/<t[hd][\s>]/g) || []).length);
  const cells = body.match(/<(t[hd]|dd)[\s>][^]*?<\/\1>/g) || [];
  const text = (s) => s.replace(/<[^>]*>/g, '').replace(/&[a-z#0-9]+;/g, 'x');
  const tables = (body.match(/<table[^>]*>[^]*?<\/thead>/g) || []).map((t) =>
    `${t.match(/<table[^>]*>/)[0]} ${(t.match(/<th[\s>]/g) || []).length}`);
  const drawn = ['<svg', '<pre', '<ol', '<h3', 'class="note'].filter((s) =>
    body.includes(s));
  return { name, form: [...new Set([...tables, ...drawn])].sort().join(),
    type: (name.match(/^([A-Z]+)[-.][0-9.]+$/) || [name, name])[1],
    measures: [word(text(body)), most(cells, (s) => word(text(s))),
      most(cells, (s) => text(s).length), most(columns, (n) => n),
      rows.length, body.length] };
}

// All pages by their types, those of a type by what speaks for them.
exports.types = (site) => {
  const types = new Map();
  for (const file of fs.readdirSync(site).sort()) {
    if (!file.endsWith('.html')) continue;
    const page = read(site, file);
    if (!types.has(page.type)) types.set(page.type, []);
    types.get(page.type).push(page);
  }
  return types;
};

// The worst of a list by each measure.
const worst = (list) => list.length < 2 ? list :
  list[0].measures.map((_, i) => list.reduce((a, b) =>
    b.measures[i] > a.measures[i] ? b : a));

// One of each type: the one that has most of everything.
exports.each = (site) => [...exports.types(site).values()].map((list) =>
  worst(list).at(-1).name).sort();

exports.pick = (site) => {
  const out = new Set();
  for (const list of exports.types(site).values()) {
    worst(list).forEach((p) => out.add(p.name));
    const forms = new Map();
    for (const p of list)
      forms.set(p.form, [...forms.get(p.form) || [], p]);
    for (const same of forms.values()) out.add(worst(same)[0].name);
  }
  return [...out].sort();
};

// Frames are drawn as fast as they can be: a test waits for them.
exports.launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-frame-rate-limit',
    '--disable-gpu-vsync'] });

// Once the frame of a new width is drawn; the script of a page hears of it
// only then.
exports.drawn = () => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(done)));
