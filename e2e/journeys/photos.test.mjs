// The photos of a place: on pages without script, above the page with it, by the keyboard alone.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, WIDTHS, isSound, launch, screenshot, visitor } from '../support/browser.mjs';

describe('the photos of a place', { timeout: 240_000 }, () => {
  let browser;
  let album;
  before(async () => {
    browser = await launch();
    const guest = await visitor(browser, { javaScript: false });
    await guest.page.goto('/en/locations');
    const place = await guest.page.locator('.place-card h2 a, .place-card h3 a').first().getAttribute('href');
    album = `${place}/photos`.replace(/^\/en/, '');
    await guest.leave();
  });
  after(() => browser?.close());

  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      for (const javaScript of [true, false]) {
        test(`are sound in ${language} at ${width} px ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
          const guest = await visitor(browser, { width, javaScript });
          await guest.page.goto(`/${language}${album}`);
          await isSound(guest, language);
          await screenshot(guest.page, `photos-${language}-${width}${javaScript ? '' : '-plain'}`);
          await guest.leave();
        });
      }
    }

    test(`lead from one to the next without JavaScript in ${language}`, async () => {
      const guest = await visitor(browser, { javaScript: false });
      await guest.page.goto(`/${language}${album}`);
      const count = await guest.page.locator('[data-photo]').count();
      await guest.page.locator('[data-photo]').first().click();
      await isSound(guest, language);
      await screenshot(guest.page, `photo-${language}-1440-plain`);
      for (let seen = 1; seen < count; seen += 1) await guest.page.locator('a.button[rel="next"]').click();
      assert.equal(await guest.page.locator('a.button[rel="next"]').count(), 0, 'the last one is the last');
      await guest.leave();
    });
  }

  test('open above the page, turn by arrow keys and give the focus back', async () => {
    const guest = await visitor(browser);
    const { page } = guest;
    await page.goto(`/en${album}`);
    const links = page.locator('[data-photo]');
    const count = await links.count();
    await links.first().focus();
    await page.keyboard.press('Enter');
    const large = page.locator('dialog[open] .lightbox-picture');
    await large.waitFor();
    assert.ok((await large.getAttribute('alt')).length > 0, 'what can be seen is said');
    assert.ok((await page.locator('dialog .lightbox-caption').innerText()).length > 0, 'and who made it');
    await isSound(guest, 'en');
    await page.screenshot({ path: new URL('../screenshots/photos-lightbox.png', import.meta.url).pathname });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('dialog').count(), 0);
    const focused = await page.evaluate(() =>
      [...document.querySelectorAll('[data-photo]')].indexOf(document.activeElement));
    assert.equal(focused, 1 % count, 'the focus is on the photo that was last shown');
    await guest.leave();
  });

  test('of a place that nobody knows are not there', async () => {
    const guest = await visitor(browser);
    const answer = await guest.page.request.get('/en/locations/nowhere-at-all/photos');
    assert.equal(answer.status(), 404);
    await guest.leave();
  });
});
