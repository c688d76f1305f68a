// The rules for reading: from the whole to a clause, from a clause to a name, from a name to an example.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, WIDTHS, isSound, launch, screenshot, visitor } from '../support/browser.mjs';

const PAGES = {
  whole: 'incentive',
  clause: 'incentive/clauses/minimum',
  figure: 'incentive/rules/subsidy',
  value: 'incentive/rules/mci',
  shelf: 'incentive/rulebooks',
  other: 'incentive/rulebooks/ie/section-481',
};

describe('the rules for reading', { timeout: 240_000 }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  for (const [name, path] of Object.entries(PAGES)) {
    for (const language of LANGUAGES) {
      for (const width of WIDTHS) isSoundIn(name, path, { language, width, colorScheme: 'light' });
    }
    isSoundIn(name, path, { language: 'kk', width: 1440, colorScheme: 'dark' });
  }

  function isSoundIn(name, path, { language, width, colorScheme }) {
    test(`${path} is sound in ${language} at ${width} px, ${colorScheme}, without JavaScript`, async () => {
      const guest = await visitor(browser, { width, colorScheme, javaScript: false });
      await guest.page.goto(`/${language}/${path}`);
      await isSound(guest, language);
      await screenshot(guest.page, `specification-${name}-${language}-${width}-${colorScheme}`);
      await guest.leave();
    });
  }

  test('lead from the award to its clause and to an example', async () => {
    const guest = await visitor(browser, { javaScript: false });
    await guest.page.goto('/en/incentive');
    await guest.page.locator('.rule-name a', { hasText: /^Subsidy$/ }).first().click();
    assert.equal(new URL(guest.page.url()).pathname, '/en/incentive/rules/subsidy');
    await guest.page.getByRole('link', { name: 'the sum in the agreement is reached exactly' }).click();
    const { pathname, hash } = new URL(guest.page.url());
    assert.equal(pathname, '/en/incentive/clauses/art-15');
    assert.match(await guest.page.locator(hash).innerText(), /300,000,000\.00/);
    await guest.leave();
  });
});
