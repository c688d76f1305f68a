// J3, "Why not 30 %?": a producer with a budget, and one with an idea.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, isSound, launch, screenshot, visitor } from '../support/browser.mjs';

/** The digits of the amount in the main heading: `Up to ₸518,768,322.66` is `51876832266`. */
const digits = async (page) => (await page.locator('h1').innerText()).replace(/\D/g, '');

describe('the calculator', { timeout: 240_000 }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  const ways = [
    { language: 'en', width: 1440, javaScript: true },
    { language: 'ru', width: 320, javaScript: false },
    { language: 'kk', width: 320, javaScript: true },
    { language: 'kk', width: 1440, javaScript: false, colorScheme: 'dark' },
  ];
  for (const { language, width, javaScript, colorScheme } of ways) {
    const kind = `${language}-${width}${javaScript ? '' : '-plain'}${colorScheme ? `-${colorScheme}` : ''}`;

    test(`leads from the sample budget to an explained figure: ${kind}`, async () => {
      const guest = await visitor(browser, { width, javaScript, colorScheme });
      const { page } = guest;
      await page.goto(`/${language}/incentive/calculator`);
      await isSound(guest, language);
      await screenshot(page, `calculator-${kind}`);
      await page.locator('button[value=sample]').click();
      await isSound(guest, language);
      assert.equal(await page.locator('select[name^=column-]').count(), 14, 'every column of the sample is shown');
      await screenshot(page, `mapping-${kind}`);
      await page.locator('button[value=work-out]').click();
      await isSound(guest, language);
      assert.equal(await digits(page), '51876832266', 'the most that thirty per cent of the qualifying costs can be');
      await screenshot(page, `result-${kind}`);
      // From a number to its article in two clicks.
      await page.locator('a[href$="/figures/subsidy"]').click();
      await isSound(guest, language);
      await screenshot(page, `figure-${kind}`);
      await page.locator('a[href*="/incentive/clauses/"]').click();
      await isSound(guest, language);
      assert.match(page.url(), /\/incentive\/clauses\/art-15$/);
      await guest.leave();
    });
  }

  test('takes an idea in six groups, refuses nonsense, and keeps the figure at its address', async () => {
    const guest = await visitor(browser, { javaScript: false });
    const { page } = guest;
    await page.goto('/en/incentive/calculator');
    assert.ok((await page.locator('form:has(button[value=totals]) :is(input:not([type=hidden]), select)').count()) <= 8, 'at most eight fields');
    await page.locator('#on').last().fill('2025-12-25');
    await page.locator('#currency').selectOption('USD');
    await page.locator('#group-services').fill('1,200,000.50');
    await page.locator('button[value=totals]').click();
    await isSound(guest, 'en');
    const open = await digits(page);
    await page.locator('#fact-applicant').selectOption('foreign_entity');
    await page.locator('#fact-agreement_rate').fill('25');
    await page.locator('button[value=beside]').click();
    await isSound(guest, 'en');
    assert.ok((await page.getByRole('heading', { name: 'Side by side' }).count()) === 1);
    assert.ok((await page.getByRole('heading', { name: 'What changes the result most' }).count()) === 1);
    const told = await digits(page);
    assert.ok(BigInt(told) < BigInt(open), 'a quarter is less than up to thirty per cent');
    // A tenth more of what costs most, and a third estimate stands beside the two.
    await page.locator('button[value="110/group/kind/services"]').click();
    await isSound(guest, 'en');
    const more = await digits(page);
    assert.ok(BigInt(more) > BigInt(told), 'a tenth more is more');
    assert.equal(await page.locator('#scenarios ~ .table-frame thead th').count(), 3, 'three estimates side by side');
    await screenshot(page, 'scenarios-en-1440-plain');
    const address = page.url();
    const other = await visitor(browser);
    await other.page.goto(address);
    assert.equal(await digits(other.page), more, 'whoever has the address sees the same figure');
    await other.leave();
    await guest.leave();
  });

  for (const [language, width] of [['kk', 320], ['ru', 320], ['en', 1440]]) {
    test(`asks once for what a file does not say: ${language}-${width}`, async () => {
      const guest = await visitor(browser, { width, javaScript: false });
      const { page } = guest;
      await page.goto(`/${language}/incentive/calculator`);
      const buffer = Buffer.from('Description;Amount\nHotel;1 200 000,50\nCamera hire;900 400 000\n');
      await page.locator('#budget').setInputFiles({ name: 'budget.csv', mimeType: 'text/csv', buffer });
      await page.locator('button[value=file]').click();
      await isSound(guest, language);
      await page.locator('#currency').selectOption('KZT');
      await page.locator('button[value=check]').click();
      await isSound(guest, language);
      await page.locator('#fact-place').selectOption('KZ');
      await page.locator('#on').fill('2025-12-25');
      await screenshot(page, `gaps-${language}-${width}-plain`);
      await page.locator('button[value=work-out]').click();
      await isSound(guest, language);
      assert.equal(await digits(page), '27048000015', 'thirty per cent of both lines');
      await guest.leave();
    });
  }

  for (const language of LANGUAGES) {
    test(`says plainly in ${language} that nothing is in force today`, async () => {
      const guest = await visitor(browser, { javaScript: false });
      const { page } = guest;
      await page.goto(`/${language}/incentive/calculator`);
      await page.locator('#on').last().fill('2026-11-24');
      await page.locator('#group-goods').fill('900 000 000');
      await page.locator('button[value=totals]').click();
      await isSound(guest, language);
      assert.ok((await page.locator('h1').innerText()).includes('2026'), 'the day asked for is named');
      assert.equal(await page.locator('.notice-open form').count(), 1, 'and the last text in force is offered');
      await guest.leave();
    });
  }
});

describe('the specification', { timeout: 120_000 }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  for (const language of LANGUAGES) {
    for (const width of [320, 1440]) {
      test(`reads well in ${language} at ${width} px`, async () => {
        const guest = await visitor(browser, { width, javaScript: false });
        await guest.page.goto(`/${language}/incentive`);
        await isSound(guest, language);
        await screenshot(guest.page, `incentive-${language}-${width}`);
        await guest.leave();
      });
    }
  }
});
