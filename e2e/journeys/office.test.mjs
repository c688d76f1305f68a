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

  for (const language of LANGUAGES) {
    test(`joins two records of one studio and takes them apart again in ${language}`, async () => {
      // Without script, and with nothing but Tab and Enter where a form is sent.
      const guest = await officer(browser, language, { javaScript: false });
      const { page } = guest;
      const send = (button) => Promise.all([page.waitForLoadState('load'), page.locator(button).press('Enter')]);
      const name = { kk: 'Қарлығаш', ru: 'Ласточка', en: 'Sunqar' }[language];
      const make = async (field, called, way = 'make') => {
        await page.goto(`/${language}/office/organisations/new`);
        await page.fill(`[id=name-${field}]`, called);
        await page.fill('[name=email]', `${called.length}@${language}.invalid`);
        await send(`button[name=way][value=${way}]`);
      };
      await make('kk', `${name} Фильм`);
      await page.waitForURL(/organisations\/[0-9A-Z]{26}/);
      const first = page.url();
      // The second is told of the first before it is made.
      await make('en', `${name} Film LLP`);
      assert.equal(await page.locator('.notice-open a').count(), 1, 'the record that is there already is named');
      guest.troubles.length = 0; // An answer of 409 is what was asked for.
      await send('button[name=way][value=anyway]');
      await page.waitForURL(/organisations\/[0-9A-Z]{26}/);
      const second = page.url();
      const seen = async (url) => (await page.goto(url), (await page.locator('main table').first().innerText()));
      const before = [await seen(first), await seen(second)];
      await page.locator('.notice-open a').first().press('Enter');
      await page.waitForURL('**/office/merge/**');
      await isSound(guest, language);
      await send('button[name=way][value=preview]');
      await isSound(guest, language);
      await send('button[name=way][value=merge]');
      await page.waitForURL(/organisations\/[0-9A-Z]{26}/);
      assert.equal(await page.locator('.notice-info').count(), 1, 'it says with what it was joined, and until when that can be undone');
      await isSound(guest, language);
      await send('.notice-info button');
      assert.deepEqual([await seen(first), await seen(second)], before, 'both are as they were');
      await guest.leave();
    });
  }

  test('hands a saved view to a sheet and to a calendar', async () => {
    const guest = await officer(browser, 'kk', { javaScript: false });
    const { page } = guest;
    await page.goto('/kk/office/cases?sort=due');
    const rows = await page.locator('[data-row]').count();
    await page.fill('[id=name]', 'Дүйсенбі');
    await Promise.all([page.waitForLoadState('load'), page.locator('form[action$="office/views"] button').press('Enter')]);
    await page.goto('/kk/office/views');
    await page.locator('[data-row] a').first().press('Enter');
    await page.waitForURL('**/office/cases?**');
    const sheet = await page.request.get(await page.locator('a[href*="cases.csv"]').getAttribute('href'));
    const lines = (await sheet.text()).trim().split('\n');
    assert.equal(lines.length, rows + 1, 'a line for each case, below the headings');
    const book = await page.request.get(await page.locator('a[href*="cases.xlsx"]').getAttribute('href'));
    assert.equal((await book.body()).subarray(0, 2).toString(), 'PK');
    await page.goto('/kk/office/views');
    await Promise.all([page.waitForLoadState('load'), page.locator('[data-row] form[action$="office/feeds"] button').first().press('Enter')]);
    const feed = await page.locator('.notice-done code').innerText();
    await guest.leave();
    // A calendar has no account.
    const stranger = await visitor(browser);
    const calendar = await stranger.page.request.get(new URL(feed).pathname);
    assert.match(await calendar.text(), /^BEGIN:VCALENDAR[^]*BEGIN:VEVENT[^]*SUMMARY:[^]*END:VCALENDAR/);
    await stranger.leave();
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
