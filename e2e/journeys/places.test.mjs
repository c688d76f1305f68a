// J2: a location manager finds a Mars, chooses three places and shares them; a director without an account answers.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, isSound, launch, screenshot, visitor } from '../support/browser.mjs';

/** Mars, four hours from an airport at most, sixty rooms within the hour, drones allowed or to be asked for. */
const MARS = 'look=mars&drive=4&rooms=60&drones=yes&drones=ask';

/** Presses a button by the keyboard alone. */
async function press(page, button) {
  await button.focus();
  await page.keyboard.press('Enter');
}

/** Puts the first three places of the search on the list, as somebody with or without script does. */
async function choose({ page, javaScript }, language) {
  const search = `/${language}/locations?${MARS}`;
  await page.goto(search);
  const cards = page.locator('.place-card:has(form.place-add)');
  assert.ok((await cards.count()) >= 3, 'there are three such places');
  for (let at = 0; at < 3; at += 1) {
    const card = page.locator('.place-card').nth(at);
    const add = card.locator('form.place-add button');
    if (javaScript) {
      await press(page, add);
      await card.locator('[role=status] a').waitFor();
    } else {
      await Promise.all([page.waitForURL('**/list?**'), press(page, add)]);
      await Promise.all([page.waitForURL('**/locations?**'), page.locator('.notice a').first().click()]);
    }
  }
}

describe('chosen places', { timeout: 300_000 }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  for (const language of LANGUAGES) {
    // A third without script, a third on a telephone.
    const choices = { javaScript: language !== 'ru', width: language === 'kk' ? 320 : 1440 };
    test(`in ${language} are shared by a link, and a director answers without an account`, async () => {
      const maker = await visitor(browser, choices);
      const { page } = maker;
      await choose(maker, language);
      await page.goto(`/${language}/list`);
      assert.equal(await page.locator('.package-place').count(), 3);
      const first = page.locator('.package-place').first();
      await first.locator('input[name=photo]').nth(1).uncheck();
      await first.locator('textarea[name=note]').fill('For the landing');
      await Promise.all([page.waitForURL('**done=saved**'), press(page, first.locator('button[value=save]'))]);
      await page.fill('[name=sun-on]', '23.09.2026');
      await Promise.all([page.waitForURL('**done=saved'), press(page, page.locator('.package-day button'))]);
      // The second of two clicks is for the link itself.
      await Promise.all([page.waitForURL('**done=shared**'), press(page, page.locator('form[action$="/list/share"] button'))]);
      await isSound(maker, language);
      await screenshot(page, `list-${language}-${choices.width}`);
      const link = new URL(await page.locator('.package-link a').getAttribute('href')).pathname;

      const director = await visitor(browser, choices);
      await director.page.goto(link);
      await director.page.goto(director.page.url().replace(/\/(kk|ru|en)\/l\//, `/${language}/l/`));
      await isSound(director, language);
      await screenshot(director.page, `link-${language}-${choices.width}`);
      const sheet = director.page.locator('.package-sheet').first();
      const shown = await sheet.locator('.package-pictures img').count();
      assert.equal(shown, (await first.locator('input[name=photo]').count()) - 1, 'the photo that was taken out is not shown');
      assert.match(await sheet.textContent(), /For the landing/);
      await sheet.locator('textarea[name=comment]').fill('Wider, please');
      await Promise.all([director.page.waitForURL('**#place-*'), press(director.page, sheet.locator('button[value=more]'))]);
      await director.page.locator('.package-sheet [role=status]').first().waitFor();

      // The maker sees it within five seconds; without script after looking again.
      if (!choices.javaScript) await page.reload();
      await page.locator('.package-reactions', { hasText: 'Wider, please' }).waitFor({ timeout: 5_000 });

      const before = performance.now();
      const archive = await page.request.get(`/${language}/list/places.zip`);
      assert.equal(archive.headers()['content-type'], 'application/zip');
      assert.ok(performance.now() - before < 2_000, 'the archive is there within two seconds');
      const paper = await page.request.get(`/${language}/list/places.pdf`);
      assert.equal((await paper.body()).subarray(0, 5).toString(), '%PDF-');
      await maker.leave();
      await director.leave();
    });
  }

  test('know when the sun rises over Bozzhyra, and that the clock runs ahead of it', async () => {
    const guest = await visitor(browser, { javaScript: false });
    const { page } = guest;
    await page.goto('/en/locations/bozzhyra');
    await page.locator('form.place-add button').first().click();
    await page.fill('[name=sun-on]', '23.09.2026');
    await page.locator('.package-day button').click();
    await page.locator('.package-sun summary').click();
    const sun = await page.locator('.package-sun').textContent();
    assert.match(sun, /07:1[123]/);
    assert.match(sun, /ahead of the sun/);
    await guest.leave();
  });

  test('that nobody chose are a page too', async () => {
    for (const language of LANGUAGES) {
      const guest = await visitor(browser, { width: 320, javaScript: false });
      await guest.page.goto(`/${language}/list`);
      await isSound(guest, language);
      await guest.leave();
    }
  });
});
