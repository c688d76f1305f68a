// The first page: what a producer sees who has heard the word Tereze and nothing else.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, WIDTHS, isSound, launch, screenshot, visitor } from '../support/browser.mjs';

describe('the home page', { timeout: 120_000 }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      for (const javaScript of [true, false]) {
        const kind = `${language} at ${width} px ${javaScript ? 'with' : 'without'} JavaScript`;
        test(`is sound in ${kind}`, async () => {
          const guest = await visitor(browser, { width, javaScript });
          await guest.page.goto(`/${language}/`);
          await isSound(guest, language);
          await screenshot(guest.page, `home-${language}-${width}${javaScript ? '' : '-plain'}`);
          await guest.leave();
        });
      }
    }

    test(`is sound in ${language} on a dark screen`, async () => {
      const guest = await visitor(browser, { colorScheme: 'dark' });
      await guest.page.goto(`/${language}/`);
      await isSound(guest, language);
      await screenshot(guest.page, `home-${language}-dark`);
      await guest.leave();
    });
  }

  test('greets a visitor without a language in one of ours', async () => {
    const guest = await visitor(browser);
    await guest.page.goto('/');
    const { pathname } = new URL(guest.page.url());
    assert.match(pathname, /^\/(kk|ru|en)\/$/);
    await guest.leave();
  });

  test('leads to itself in the other languages', async () => {
    const guest = await visitor(browser, { javaScript: false });
    await guest.page.goto('/en/');
    await guest.page.locator('a[hreflang="kk"]').first().click();
    assert.equal(new URL(guest.page.url()).pathname, '/kk/');
    await guest.leave();
  });

  test('lets the keyboard skip to the content first', async () => {
    const guest = await visitor(browser);
    await guest.page.goto('/en/');
    await guest.page.keyboard.press('Tab');
    const target = await guest.page.evaluate(() => document.activeElement.getAttribute('href'));
    assert.match(target ?? '', /^#/, 'the first stop is a link within the page');
    assert.equal(await guest.page.locator(target).count(), 1, 'and it leads somewhere');
    await guest.leave();
  });
});
