// search.js SITE WORD...: what the search shows is what stands in the texts,
// each word in under 50 ms once the texts are there, from a folder and under
// the policy of the pages.
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');

const site = path.resolve(process.argv[2]);
const words = process.argv.slice(3);
let bad = 0;
const complain = (...what) => { bad++; console.log(...what); };

// The truth: every page whose title or text has the word.
global.window = {};
const texts = [];
window.gotText = (n, list) => list.forEach((s, i) => {
  texts[window.chunks[n] + i] = s;
});
// eslint-disable-next-line no-eval
eval(fs.readFileSync(`${site}/find.js`, 'utf8'));
window.chunks.forEach((_, n) =>
  eval(fs.readFileSync(`${site}/text-${n}.js`, 'utf8')));
const fold = (s) => s.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
const truth = (word) => window.pages.filter((p, i) => {
  const all = fold(`${p[0]} ${p[1]}`);
  return fold(word).split(' ').every((w) => all.includes(w)) ||
    fold(word).split(' ').every((w) => /^[a-z0-9]{1,2}$/.test(w) ?
      new RegExp(`(^|[^a-z0-9])${w}`).test(fold(texts[i])) :
      fold(texts[i]).includes(w));
}).length;
const text = texts.reduce((n, s) => n + Buffer.byteLength(s), 0);
const index = fs.statSync(`${site}/find.js`).size;
if (index * 5 > text && text > 200000)
  complain('the index has', index, 'bytes, the text', text);

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox'] });
  const page = await browser.newPage();
  page.on('console', (m) => {
    if (m.type() === 'error') complain(m.text());
  });
  await page.goto(`file://${site}/index.html`);
  await page.keyboard.press('/');
  let slowest = 0;
  for (const word of words) {
    await page.fill('#Find', word);
    await page.waitForFunction(() =>
      document.getElementById('Said').textContent !== '' &&
      !document.getElementById('Found').hidden, null, { timeout: 5000 });
    await page.waitForTimeout(60);
    // Once more, with everything at hand, against the clock.
    const ms = await page.evaluate((w) => {
      const input = document.getElementById('Find');
      let best = 1e9;
      for (let i = 0; i < 3; i++) {
        const from = performance.now();
        input.value = w;
        input.dispatchEvent(new Event('input'));
        best = Math.min(best, performance.now() - from);
      }
      return best;
    }, word);
    slowest = Math.max(slowest, ms);
    const said = parseInt((await page.textContent('#Said'))
      .match(/\d+/)[0], 10);
    if (said !== truth(word))
      complain(`${word}: ${said} pages shown as found, not ${truth(word)}`);
    const shown = await page.$$eval('#Found a', (all) => all.length);
    if (shown !== Math.min(said, 30)) complain(word, shown, 'shown');
  }
  if (slowest > 50) complain('the slowest search took', slowest, 'ms');
  // By keyboard alone, to the page.
  await page.fill('#Find', words[0]);
  await page.waitForSelector('#Found a');
  await page.press('#Find', 'ArrowDown');
  const href = await page.evaluate(() =>
    document.activeElement.getAttribute('href'));
  await page.keyboard.press('Enter');
  await page.waitForURL((u) => u.pathname.endsWith('/' + href),
    { timeout: 5000 }).catch(() => complain('Enter does not lead there'));
  // Markup in a word is a word.
  await page.keyboard.press('/');
  await page.fill('#Find', '<img src=x onerror=alert(1)>');
  await page.waitForSelector('#Found li');
  if (await page.$('#Found img')) complain('markup was obeyed');
  await browser.close();
  console.log(`${window.pages.length} pages, index ${index} of ${text} ` +
    `bytes of text, slowest word ${slowest.toFixed(1)} ms, ` +
    `${bad} complaints`);
  process.exit(bad > 0 ? 1 : 0);
})();
