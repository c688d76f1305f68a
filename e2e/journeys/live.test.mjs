// The figure while typing is the figure after the button; the sheets to take away say the same.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, isSound, launch, screenshot, visitor } from '../support/browser.mjs';

const digits = (text) => text.replace(/\D/g, '');
const totals = 'form:has(button[value=totals])';

/** Waits until the sentence while typing is another than it was, and hands it back. */
async function nextSentence(page, before) {
  await page.waitForFunction((old) => document.querySelector('#live-said').textContent !== old, before);
  return page.locator('#live-said').innerText();
}

describe('while typing', { timeout: 240_000 }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  for (const [language, width, colorScheme] of [['en', 1440, 'light'], ['ru', 320, 'light'], ['kk', 320, 'dark']]) {
    test(`the subsidy follows the amounts, and the button gives the same: ${language}-${width}`, async () => {
      const guest = await visitor(browser, { width, colorScheme });
      const { page } = guest;
      await page.goto(`/${language}/incentive/calculator`);
      const address = page.url();
      assert.equal(await page.locator('#live-said').innerText(), '', 'nothing is said before anything is typed');
      await page.locator(`${totals} #on`).fill('2025-12-25');
      await page.locator('#group-services').pressSequentially('900 000 000');
      let said = await nextSentence(page, '');
      while (!digits(said).endsWith('27000000000') && !digits(said).endsWith('270000000')) said = await nextSentence(page, said);
      assert.ok(await page.locator('#group-services').evaluate((field) => field === document.activeElement), 'the cursor stays in its field');
      assert.equal(await page.locator('#live-said').getAttribute('role'), 'status', 'and what changed is read aloud');
      assert.equal(await page.locator('#live-drawing .waterfall').count(), 1, 'the way from the costs is drawn');
      assert.equal(page.url(), address, 'nothing is kept');
      await isSound(guest, language);
      await screenshot(page, `live-calculator-${language}-${width}`);

      // What does not fit yet is said, and is no error.
      await page.locator('#group-goods').pressSequentially('12x');
      said = await nextSentence(page, said);
      assert.ok(said.includes('12x'), said);
      assert.equal(await page.locator('.waterfall').count(), 0);
      await page.locator('#group-goods').fill('');
      said = await nextSentence(page, said);

      const headline = said.slice(said.indexOf(': ') + 2);
      await page.locator('button[value=totals]').click();
      await page.waitForURL(/\/estimates\//);
      assert.equal(await page.locator('h1').innerText(), headline, 'the address has the figure that was seen while typing');
      await isSound(guest, language);

      // Answers move it in the same way.
      await page.locator('#fact-agreement_rate').fill('25');
      said = await nextSentence(page, '');
      await page.locator('#fact-applicant').selectOption('foreign_entity');
      said = await nextSentence(page, said);
      assert.ok(digits(said).endsWith('225000000'), said);
      await screenshot(page, `live-result-${language}-${width}`);
      await isSound(guest, language);
      const told = said.slice(said.indexOf(': ') + 2);
      await page.locator('button[value=alone]').click();
      await page.waitForFunction((text) => document.querySelector('h1').innerText === text, told);
      await guest.leave();
    });
  }

  test('without JavaScript there is the plain form, and no empty box', async () => {
    const guest = await visitor(browser, { javaScript: false });
    const { page } = guest;
    await page.goto('/en/incentive/calculator');
    await page.locator(`${totals} #on`).fill('2025-12-25');
    await page.locator('#group-services').fill('900 000 000');
    assert.equal(await page.locator('#live-said').innerText(), '');
    assert.equal((await page.locator('#live-said').boundingBox())?.height ?? 0, 0);
    await page.locator('button[value=totals]').click();
    await isSound(guest, 'en');
    assert.equal(digits(await page.locator('h1').innerText()), '270000000');
    await guest.leave();
  });

  for (const language of LANGUAGES) {
    test(`an estimate leaves as a PDF in ${language}`, async () => {
      const guest = await visitor(browser, { javaScript: false });
      const { page } = guest;
      await page.goto(`/${language}/incentive/calculator`);
      await page.locator(`${totals} #on`).fill('2025-12-25');
      await page.locator('#group-services').fill('900 000 000');
      await page.locator('button[value=totals]').click();
      await page.waitForURL(/\/estimates\//);
      const link = page.locator('a[href$="/estimate.pdf"]');
      const answer = await page.request.get(await link.getAttribute('href'));
      assert.equal(answer.headers()['content-type'], 'application/pdf');
      assert.match(answer.headers()['content-disposition'], /^attachment; filename="estimate-2025-12-25-[0-9a-f]{8}\.pdf"$/);
      const bytes = await answer.body();
      assert.ok(bytes.subarray(0, 5).toString() === '%PDF-' && bytes.length < 200_000, `${bytes.length} bytes`);
      await guest.leave();
    });
  }
});
