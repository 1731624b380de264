// axe.js SITE: a page of every type in both themes, on a desk and a phone:
// no violation of WCAG 2.2 AA, no page wider than the screen, nothing that the
// browser complains of; finding, filtering and sorting do what they say.
// THEMES says in which themes; colours are the same in every language.
const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const { each, launch, drawn } = require('./pages');

const site = path.resolve(process.argv[2]);
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const names = each(site);
const themes = (process.env.THEMES || 'light,dark').split(',');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',
  'best-practice'];
let bad = 0;
const complain = (...what) => { bad++; console.log(...what); };

// The rows of a table that are built alike are judged alike: two of each.
const thin = () => {
  for (const body of document.querySelectorAll('tbody')) {
    const seen = new Map();
    for (const tr of [...body.rows]) {
      const key = [tr, ...tr.querySelectorAll('*')].map((e) =>
        `${e.tagName}.${e.className}${e.hasAttribute('lang')}`).join();
      seen.set(key, (seen.get(key) || 0) + 1);
      if (seen.get(key) > 2 && !tr.id) tr.remove();
    }
  }
};

const run = (values) => window.axe.run({ preload: false,
  runOnly: values, resultTypes: ['violations'] });

// Each class with those of the elements around it: what colours come from.
const colours = () => [...new Set([...document.querySelectorAll('body *')]
  .map((e) => {
    const path = [e.tagName];
    for (; e; e = e.parentElement)
      if (e.className && typeof e.className === 'string')
        path.push(e.className);
    return path.join(' < ');
  }))];
const seen = new Set();

async function judge(page, name) {
  let where = `${themes[0]} 1280`;
  const hear = (m) => {
    if (m.type() === 'error') complain(name, where, m.text());
  };
  page.on('console', hear);
  await page.goto(`file://${site}/${name}.html`);
  const hidden = await page.evaluate(() =>
    Math.max(0, ...[...document.querySelectorAll('.wide .searched')]
      .map((e) => e.scrollWidth - e.clientWidth)));
  if (hidden > 0) complain(name, where, `a register lacks ${hidden} pixels`);
  await page.evaluate(thin);
  await page.evaluate(axe);
  const fresh = (await page.evaluate(colours)).filter((c) => !seen.has(c));
  fresh.forEach((c) => seen.add(c));
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    // Another theme, where there is a colour that was not there before.
    for (const colorScheme of fresh.length > 0 ? themes : themes.slice(0, 1)) {
      where = `${colorScheme} ${width}`;
      await page.emulateMedia({ colorScheme });
      await page.evaluate(drawn);
      // What is not a matter of colour is the same in every theme.
      const { violations } = await page.evaluate(run,
        colorScheme === themes[0] ? { type: 'tag', values: tags } :
          { type: 'rule', values: ['color-contrast', 'link-in-text-block'] });
      for (const v of violations)
        complain(name, where, v.id, v.nodes[0].html.slice(0, 120));
    }
  }
  page.off('console', hear);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: themes[0] });
}

// The text of a printed page, from a sheet to another.
async function sheet(page, name, from, to = from) {
  const file = path.join(site, '..', `${name}-print.pdf`);
  await page.pdf({ path: file, preferCSSPageSize: true });
  return execFileSync('pdftotext', ['-f', from, '-l', to, file, '-'],
    { encoding: 'utf8' }).replace(/\s/g, '');
}

// Whoever wants no motion gets none; the printed page has no tools on it, the
// head of a table on each sheet, and nothing folded.
async function bend(browser) {
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.goto(`file://${site}/soa.html`);
  const moves = await page.evaluate(() => getComputedStyle(
    document.documentElement).scrollBehavior);
  if (moves === 'smooth') complain('scrolls smoothly all the same');
  await page.emulateMedia({ media: 'print' });
  for (const tool of ['.side', '.tools', '.crumbs', '.steps', '.sheets'])
    for (const e of await page.$$(tool))
      if (await e.isVisible()) complain(tool, 'is printed');
  const heads = (await page.$$eval('.searched thead th', (all) =>
    all.slice(0, 3).map((th) => th.textContent.replace(/\s/g, ''))));
  const second = await sheet(page, 'soa', 2);
  for (const head of heads)
    if (!second.includes(head)) complain(head, 'is not on the second sheet');
  await page.goto(`file://${site}/objectives.html`);
  const cell = (await page.$$eval('.data td', (all) =>
    all.map((td) => td.textContent.replace(/\s/g, '')))).at(-3);
  if (!(await sheet(page, 'objectives', 1, 9)).includes(cell))
    complain('the numbers of a chart are not printed');
  await page.close();
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
  const browser = await launch();
  const page = await browser.newPage({ colorScheme: themes[0],
    viewport: { width: 1280, height: 900 }, bypassCSP: true });
  for (const name of names) await judge(page, name);
  await page.close();
  const context = await browser.newContext({ colorScheme: 'light',
    viewport: { width: 1280, height: 900 } });
  await use(context);
  await since(context);
  await bend(browser);
  await type(browser);
  await plain(browser);
  await browser.close();
  console.log(`${names.length} types of page, ${bad} complaints`);
  process.exit(bad > 0 ? 1 : 0);
})();
