// axe.js SITE: a page of every type in both themes, on a desk and a phone:
// no violation of WCAG 2.2 AA, no page wider than the screen, nothing that the
// browser complains of; finding, filtering and sorting do what they say.
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');

const site = path.resolve(process.argv[2]);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
// Those with large tables are measured everywhere, and judged once.
const large = ['risk-assessment', 'soa', 'history', 'conformity', 'calendar',
  'people', 'trace', 'findings', 'changed', 'DOC-0002'];
const types = ['index', 'document-control', 'contents', 'chapter-8',
  'processes', 'audits', 'OBJ-0001', 'CA-0007', 'DOC-0004', 'RSK-0001'];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
  'best-practice'];
const once = `${(process.env.THEMES || 'light,dark').split(',').pop()} 1280`;
let bad = 0;
const complain = (...what) => { bad++; console.log(...what); };

async function judge(context, name, where) {
  const page = await context.newPage();
  page.on('console', (m) => {
    if (m.type() === 'error') complain(name, where, m.text());
  });
  await page.goto(`file://${site}/${name}.html`);
  const wide = await page.evaluate(() =>
    document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) complain(name, where, `${wide} pixels too wide`);
  const hidden = await page.evaluate(() => innerWidth < 1280 ? 0 :
    Math.max(0, ...[...document.querySelectorAll('.wide .searched')]
      .map((e) => e.scrollWidth - e.clientWidth)));
  if (hidden > 0) complain(name, where, `a register lacks ${hidden} pixels`);
  if (large.includes(name) && where !== once) return page.close();
  await page.evaluate(axe);
  const result = await page.evaluate((values) => window.axe.run({
    preload: false, runOnly: { type: 'tag', values } }), tags);
  for (const v of result.violations)
    complain(name, where, v.id, v.nodes[0].html.slice(0, 120));
  return page.close();
}

// At 400 % of 1280 pixels nothing but a table or a figure scrolls sideways;
// whoever wants no motion gets none; the printed page has no tools on it.
async function bend(browser) {
  const context = await browser.newContext({ reducedMotion: 'reduce',
    viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  for (const name of [...types, ...large]) {
    await page.goto(`file://${site}/${name}.html`);
    const wide = await page.evaluate(() =>
      document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) complain(name, `${wide} pixels too wide at 400 %`);
  }
  const moves = await page.evaluate(() => getComputedStyle(
    document.documentElement).scrollBehavior);
  if (moves === 'smooth') complain('scrolls smoothly all the same');
  await page.emulateMedia({ media: 'print' });
  for (const tool of ['.side', '.tools', '.crumbs', '.steps', '.sheets'])
    for (const e of await page.$$(tool))
      if (await e.isVisible()) complain(tool, 'is printed');
  await context.close();
}

// By keyboard alone: to the content, into the search, along its results,
// and to a column's order; what has the focus shows it.
async function type(browser) {
  const page = await browser.newPage({ viewport:
    { width: 1280, height: 900 } });
  await page.goto(`file://${site}/soa.html`);
  await page.keyboard.press('Tab');
  const first = await page.evaluate(() => document.activeElement.className);
  if (first !== 'skip') complain('Tab leads first to', first);
  await page.keyboard.press('Enter');
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      return [e.closest('.register th') !== null,
        getComputedStyle(e).outlineStyle];
    });
    if (at[1] === 'none') complain('focus does not show');
    if (at[0]) break;
    if (i === 59) complain('Tab does not come to a column');
  }
  await page.keyboard.press('Enter');
  if (!await page.$('th[aria-sort="ascending"]'))
    complain('Enter does not sort');
  await page.close();
}

// Without script everything is there to read.
async function plain(browser) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`file://${site}/soa.html`);
  if (await page.isVisible('.tools')) complain('tools without script');
  const rows = await page.$$eval('tbody tr', (all) => all.length);
  if (rows < 93) complain('without script', rows, 'rows');
  await context.close();
}

// What changed since: by the address of a line, then since a commit.
async function since(context) {
  const page = await context.newPage();
  const shown = () => page.$$eval('.searched tbody tr', (all) =>
    all.filter((tr) => !tr.hidden && tr.cells.length > 1).length);
  await page.goto(`file://${site}/changed.html`);
  const all = await shown();
  const [href, told] = await page.$eval('table:not(.register) tbody tr',
    (tr) => [tr.querySelector('a').hash, Number(tr.lastChild.textContent)]);
  await page.click(`a[href="${href}"]`);
  await page.waitForTimeout(100);
  if (await shown() !== told || told === 0 || told >= all)
    complain('since', href, await shown(), 'of', all, 'not', told);
  const value = await page.$eval('.sifter optgroup:last-child ' +
    'option:nth-child(3)', (o) => o.value);
  await page.selectOption('.sifter select', value);
  const rows = await shown();
  if (rows < 2 || rows >= told) complain('since a commit', rows);
  await page.fill('.sifter input', 'zzqq');
  if (await shown() !== 0) complain('filter and since do not agree');
  await page.close();
}

async function use(context) {
  const page = await context.newPage();
  await page.goto(`file://${site}/soa.html`);
  await page.fill('.sifter input >> nth=0', 'A.8.13');
  const rows = await page.$$eval('.searched tbody tr', (all) =>
    all.filter((tr) => !tr.hidden && tr.cells.length > 1).length);
  if (rows < 1 || rows > 5) complain('filter shows', rows, 'rows');
  await page.fill('.sifter input >> nth=0', '');
  await page.click('.searched thead button >> nth=1');
  const sorted = await page.getAttribute(
    '.searched thead th >> nth=1', 'aria-sort');
  if (sorted !== 'ascending') complain('sort says', sorted);
  await page.fill('#Find', 'ca-0007');
  await page.press('#Find', 'Enter');
  await page.waitForURL(/CA-0007\.html$/, { timeout: 5000 })
    .catch(() => complain('find does not lead to the page'));
  await page.click('#Theme');
  const theme = await page.evaluate(() =>
    document.documentElement.dataset.theme);
  if (theme !== 'dark') complain('theme is', theme);
  await page.close();
}

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox'] });
  // Colours are the same in every language.
  for (const colorScheme of (process.env.THEMES || 'light,dark').split(','))
    for (const width of [390, 1280]) {
      const context = await browser.newContext({ colorScheme,
        viewport: { width, height: 900 }, bypassCSP: true });
      for (const name of [...types, ...large])
        await judge(context, name, `${colorScheme} ${width}`);
      await context.close();
    }
  const context = await browser.newContext({ colorScheme: 'light',
    viewport: { width: 1280, height: 900 } });
  await use(context);
  await since(context);
  await bend(browser);
  await type(browser);
  await plain(browser);
  await browser.close();
  console.log(`${types.length} types of page, ${bad} complaints`);
  process.exit(bad > 0 ? 1 : 0);
})();
