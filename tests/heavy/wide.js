// wide.js SITE: no page is wider than a phone, a tablet or a desk, nor than a
// desk at 400 %, and no table in it is cut off: where there is no room its rows
// become cards. ALL=1 looks at every page, not at those that stand for all.
const path = require('path');
const { types, pick, launch, drawn } = require('./pages');

const site = path.resolve(process.argv[2]);
const widths = [1536, 1280, 768, 390, 360, 320];
const names = process.env.ALL ?
  [...types(site).values()].flat().map((p) => p.name) : pick(site);
let bad = 0;

function complain(...what) {
  if (bad++ < 30) console.log(...what);
}

// What may scroll is a drawing, which keeps the size of its words, and code.
const measure = () => ({
  page: document.documentElement.scrollWidth - innerWidth,
  tables: [...document.querySelectorAll('.scroll > table')]
    .map((t) => t.parentNode)
    .filter((e) => e.scrollWidth > e.clientWidth)
    .map((e) => `${e.getAttribute('aria-label')} lacks ` +
      `${e.scrollWidth - e.clientWidth} pixels`),
});

// In the width where the page before it ended, and back from there.
async function look(page, name) {
  widths.reverse();
  await page.goto(`file://${site}/${name}.html`);
  for (const width of widths) {
    if (width !== widths[0])
      await page.setViewportSize({ width, height: 900 });
    await page.evaluate(drawn);
    const seen = await page.evaluate(measure);
    if (seen.page > 0) complain(name, width, `${seen.page} pixels too wide`);
    seen.tables.forEach((t) => complain(name, width, t));
  }
}

(async () => {
  const browser = await launch();
  const page = await browser.newPage({ viewport:
    { width: widths.at(-1), height: 900 } });
  for (const name of names) await look(page, name);
  await browser.close();
  console.log(`${names.length} pages at ${widths.join(', ')} pixels, ` +
    `${bad} complaints`);
  process.exit(bad > 0 || names.length === 0 ? 1 : 0);
})();
