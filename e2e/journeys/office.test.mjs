// Monday at nine in the office: an officer with a keyboard and a Kazakh interface, and the same without script.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, WIDTHS, isSound, launch, screenshot, visitor } from '../support/browser.mjs';

const PAGES = ['office', 'office/inbox', 'office/cases', 'office/deadlines', 'office/calendar', 'office/views',
  'office/search?q=a', 'office/settings/calendar', 'office/settings/keys'];

/** Signs in as the first of the sample's officers. */
async function officer(browser, language, choices) {
  const guest = await visitor(browser, choices);
  await guest.page.goto(`/${language}/demo`);
  await guest.page.locator('main form').first().locator('button').first().click();
  await guest.page.goto(`/${language}/office`);
  return guest;
}

const picked = (page) => page.locator('input[name=pick]:checked').count();
const path = (page) => new URL(page.url()).pathname;

describe('the office', { timeout: 240_000 }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      test(`is sound in ${language} at ${width} px`, async () => {
        const guest = await officer(browser, language, { width });
        // Every page in the longest words, the first ones in the others.
        for (const address of language === 'kk' ? PAGES : PAGES.slice(0, 3)) {
          await guest.page.goto(`/${language}/${address}`);
          await isSound(guest, language);
        }
        await guest.page.goto(`/${language}/office/cases`);
        await guest.page.locator('[data-row] a').first().click();
        await isSound(guest, language);
        await screenshot(guest.page, `office-case-${language}-${width}`);
        await guest.leave();
      });
    }
  }

  test('is worked by the keyboard alone: chosen, moved, undone', async () => {
    const guest = await officer(browser, 'kk');
    const { page } = guest;
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('KeyG');
    await page.keyboard.press('KeyC');
    await page.waitForURL('**/office/cases');
    await page.waitForLoadState('networkidle');
    for (let row = 0; row < 3; row += 1) {
      await page.keyboard.press('KeyJ');
      await page.keyboard.press('KeyX');
    }
    assert.equal(await picked(page), 3);
    const before = await page.locator('table.rows').innerText();
    await page.keyboard.press('KeyD');
    await page.keyboard.press('Control+KeyA');
    await page.keyboard.type('2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/office/cases/act');
    await page.locator('button[name=act]').press('Enter');
    await page.waitForURL('**done=**');
    await page.waitForLoadState('networkidle');
    assert.notEqual(await page.locator('table.rows').innerText(), before, 'three days have moved');
    await page.keyboard.press('KeyZ');
    await page.waitForURL('**/office/operations/**');
    await page.goto('/kk/office/cases');
    assert.equal(await page.locator('table.rows').innerText(), before, 'and are as they were');
    await guest.leave();
  });

  test('has a palette that goes where it is told', async () => {
    const guest = await officer(browser, 'en');
    const { page } = guest;
    await page.goto('/en/office/cases');
    const reference = await page.locator('[data-row] .quiet').first().innerText();
    await page.goto('/en/office');
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('Control+KeyK');
    await page.locator('dialog input').fill(reference.toLowerCase());
    await page.locator('dialog [role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/office/cases/${reference}`);
    await guest.leave();
  });

  test('leaves single keys alone once they are switched off', async () => {
    const guest = await officer(browser, 'en');
    const { page } = guest;
    await page.goto('/en/office/settings/keys');
    await page.locator('button[name=keys]').click();
    await page.waitForLoadState('networkidle');
    await page.keyboard.press('KeyG');
    await page.keyboard.press('KeyC');
    await page.waitForTimeout(300);
    assert.equal(path(page), '/en/office/settings/keys');
    await page.locator('button[name=keys]').click();
    await guest.leave();
  });

  test('does without script what it does with it', async () => {
    const guest = await officer(browser, 'en', { javaScript: false });
    const { page } = guest;
    await page.goto('/en/office/cases');
    await page.locator('[data-row] a').first().click();
    await page.locator('#note').fill('seen without script');
    await page.locator('.button-note').click();
    assert.match(await page.locator('.entry-note').first().innerText(), /seen without script/);
    await guest.leave();
  });
});
