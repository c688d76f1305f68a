// J4, as far as places go: a producer without an account asks, a named officer answers, both see one thread. Choosing
// places and sending a package comes with the catalogue.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, isSound, launch, screenshot, visitor } from '../support/browser.mjs';

const next = (page) => page.locator('main form.flow button').last().click();

/** Fills the six pages; each stands the check of every page. */
async function tell(guest, language, { title, email }) {
  const { page } = guest;
  await page.goto(`/${language}/start`);
  // Left too early: what is missing is said, and what was typed stays.
  await page.fill('[name=title]', title);
  await Promise.all([page.waitForLoadState('load'), next(page)]);
  assert.equal(await page.locator('.error-summary').count(), 1, 'what is missing is said');
  assert.equal(await page.inputValue('[name=title]'), title, 'what was typed stays');
  guest.troubles.length = 0; // An answer of 422 is what was asked for.
  await page.check('[name=format][value=feature]');
  await page.fill('[name=brief]', 'A capsule came down between red canyons.');
  await isSound(guest, language);
  await next(page);
  await page.waitForURL('**/when');
  await page.fill('[name=shooting-days]', '24');
  await next(page);
  await page.waitForURL('**/looks');
  await page.fill('[name=looks]', 'Red canyons, a salt lake');
  await page.goBack();
  await page.goForward();
  await page.fill('[name=looks]', 'Red canyons, a salt lake');
  await next(page);
  await page.waitForURL('**/budget');
  await page.check('[name=budget] >> nth=1');
  await isSound(guest, language);
  await next(page);
  await page.waitForURL('**/needs');
  await page.check('[name=needs][value=locations]');
  await next(page);
  await page.waitForURL('**/who');
  await page.fill('[name=name]', "Chloé D'Aubigné");
  await page.fill('[name=email]', email);
  await page.selectOption('[name=zone]', 'Europe/Paris');
  await isSound(guest, language);
  await next(page);
  await page.waitForURL('**/check');
  await isSound(guest, language);
}

describe('an inquiry', { timeout: 240_000 }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  for (const [at, language] of LANGUAGES.entries()) {
    // A third without script, a third on a telephone.
    const choices = { javaScript: language !== 'ru', width: language === 'kk' ? 320 : 1440 };
    test(`in ${language} becomes one thread with a named officer`, async () => {
      const title = `La Planète ${language}`;
      const email = `chloe-${language}@rouge.invalid`;
      const guest = await visitor(browser, choices);
      const { page } = guest;
      await tell(guest, language, { title, email });
      await screenshot(page, `inquiry-check-${language}`);
      const check = page.url();
      await next(page);
      await page.waitForURL('**/sent');
      await isSound(guest, language);
      await screenshot(page, `inquiry-sent-${language}`);
      const confirmation = await page.locator('main').innerText();
      const reference = confirmation.match(/[A-Z]{2}-\d{4}-\d{4}/)?.[0];
      assert.ok(reference, confirmation);
      assert.match(confirmation, /Айжан/, 'a named officer');
      assert.match(confirmation, /18:00/, 'the hour of the answer');
      assert.match(confirmation, /Paris|Париж/, "in the sender's zone too");
      // Sent twice is sent once: the old page leads to the same confirmation.
      await page.goto(check);
      if (page.url() === check) await next(page);
      await page.goto(check.replace(/check$/, 'sent'));
      assert.ok((await page.locator('main').innerText()).includes(reference), 'the same reference');

      const officer = await visitor(browser, { width: 1440 });
      await officer.page.goto(`/${language}/demo`);
      await officer.page.locator('main form').first().locator('button').first().click();
      await officer.page.goto(`/${language}/office`);
      assert.ok((await officer.page.locator('main').innerText()).includes(title), 'Today shows it');
      await isSound(officer, language);
      await screenshot(officer.page, `inquiry-today-${language}`);
      await officer.page.goto(`/${language}/office/cases/${reference}`);
      await officer.page.locator('form[action$="/assign"] button').first().click();
      await officer.page.waitForLoadState('load');
      const answer = `We know three canyons that could be it (${at}).`;
      await officer.page.locator('form[action$="/message"] textarea').fill(answer);
      await officer.page.locator('form[action$="/message"] button').last().click();
      await officer.page.waitForLoadState('load');
      assert.equal(await officer.page.locator('form[action$="/take-back"]').count(), 1, 'a minute to take it back');
      await isSound(officer, language);

      // By the link in the letter, as a stranger would: asked for, opened, pressed.
      await page.goto(`/${language}/sign-in`);
      await page.fill('[name=email]', email);
      await page.locator('main form button').first().click();
      await page.waitForLoadState('load');
      await page.goto(`/${language}/demo/letters`);
      const letters = page.locator('tbody tr', { hasText: email });
      await letters.first().locator('a').click();
      await page.locator('pre a[href*="/sign-in/link/"]').first().click();
      await page.locator('main form button').first().click();
      await page.goto(`/${language}/portal/`);
      assert.ok((await page.locator('main').innerText()).includes(title), 'the portal shows it');
      await isSound(guest, language);
      await screenshot(page, `inquiry-portal-${language}`);
      await page.goto(`/${language}/portal/productions/${reference}`);
      await isSound(guest, language);
      await page.goto(`/${language}/portal/productions/${reference}/messages`);
      const reads = async () => (await page.locator('main').innerText()).includes(answer);
      assert.equal(await reads(), false, 'while it can be taken back nobody reads it');
      // Once is enough to wait for: a minute is a minute in every language.
      for (let second = 0; language === 'en' && !(await reads()) && second < 75; second += 5) {
        await page.waitForTimeout(5_000);
        await page.reload();
      }
      if (language === 'en') assert.ok(await reads(), 'the officer is read');
      await page.locator('main form textarea').first().fill('The second one, please.');
      await page.locator('main form button').first().click();
      await page.waitForLoadState('load');
      await isSound(guest, language);
      await officer.page.goto(`/${language}/office/cases/${reference}`);
      const thread = await officer.page.locator('main').innerText();
      assert.ok(thread.includes(answer) && thread.includes('The second one, please.'), 'one thread');
      await officer.leave();
      await guest.leave();
    });
  }
});
