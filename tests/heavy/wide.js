// wide.js SITE: no page is wider than a phone, a tablet or a desk, and no table
// in it is cut off: where there is no room its rows become cards.
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');

const site = path.resolve(process.argv[2]);
const widths = [1280, 768, 390, 360];
const files = fs.readdirSync(site).filter((f) => f.endsWith('.html')).sort();
let bad = 0;

function complain(...what) {
  if (bad++ < 30) console.log(...what);
}

// Once the frame of the new width is drawn; its script hears of it only then.
const drawn = () => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(done)));

// What may scroll is a drawing, which keeps the size of its words, and code.
const measure = () => ({
  page: document.documentElement.scrollWidth - innerWidth,
  tables: [...document.querySelectorAll('.scroll > table')]
    .map((t) => t.parentNode)
    .filter((e) => e.scrollWidth > e.clientWidth)
    .map((e) => `${e.getAttribute('aria-label')} lacks ` +
      `${e.scrollWidth - e.clientWidth} pixels`),
});

async function look(page, file) {
  await page.setViewportSize({ width: widths[0], height: 900 });
  await page.goto(`file://${site}/${file}`);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(drawn);
    const seen = await page.evaluate(measure);
    if (seen.page > 0) complain(file, width, `${seen.page} pixels too wide`);
    seen.tables.forEach((t) => complain(file, width, t));
  }
}

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox'] });
  const left = [...files];
  await Promise.all([0, 1].map(async () => {
    const page = await browser.newPage();
    for (let file; (file = left.shift()) !== undefined;)
      await look(page, file);
  }));
  await browser.close();
  console.log(`${files.length} pages at ${widths.join(', ')} pixels, ` +
    `${bad} complaints`);
  process.exit(bad > 0 || files.length === 0 ? 1 : 0);
})();
