// The country on a map: with a mouse, by the keyboard alone, on a telephone, in the dark and without script; and the
// sun over a place on the day of the shoot. Nothing is asked of any other host: a guest's troubles say so.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, WIDTHS, isSound, launch, screenshot, visitor } from '../support/browser.mjs';

const found = (page) => page.locator('#found .place-card').count();
const titled = (page) => page.locator('#found-count').innerText();
const live = (page) => page.locator('.map-live').waitFor({ timeout: 60_000 });
/** The pins have been asked for again, and nothing moves any more. */
const settled = (page) => page.waitForLoadState('networkidle');

describe('the map of the places', { timeout: 600_000 }, () => {
  let browser;
  before(async () => (browser = await launch({ draws: true })));
  after(() => browser?.close());

  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      test(`is a drawing without script in ${language} at ${width} px`, async () => {
        const guest = await visitor(browser, { width, javaScript: false });
        await guest.page.goto(`/${language}/locations?view=map`);
        await isSound(guest, language);
        assert.ok((await guest.page.locator('.map-drawing a').count()) > 5, 'its points are links');
        await screenshot(guest.page, `map-${language}-${width}-plain`);
        await guest.leave();
      });
    }

    test(`moves in ${language} on a wide dark screen`, async () => {
      const guest = await visitor(browser, { colorScheme: 'dark' });
      await guest.page.goto(`/${language}/locations?view=map`);
      await live(guest.page);
      await settled(guest.page);
      await isSound(guest, language);
      await screenshot(guest.page, `map-${language}-1440-dark`);
      await guest.leave();
    });
  }

  test('moves on a telephone', async () => {
    const guest = await visitor(browser, { width: 320 });
    await guest.page.goto('/en/locations?view=map');
    await live(guest.page);
    await settled(guest.page);
    await isSound(guest, 'en');
    const sizes = await guest.page.locator('.map-mark').evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().width));
    assert.ok(sizes.length > 0 && sizes.every((size) => size >= 44), 'every pin can be hit with a finger');
    await screenshot(guest.page, 'map-en-320');
    await guest.leave();
  });

  test('without script, a cluster leads to a nearer map and to a list of what is there', async () => {
    const guest = await visitor(browser, { javaScript: false });
    const { page } = guest;
    await page.goto('/en/locations?view=map');
    const all = await titled(page);
    await page.locator('.map-drawing a', { has: page.locator('.map-cluster') }).first().click();
    assert.match(page.url(), /bbox=/);
    assert.notEqual(await titled(page), all, 'the list says the same as the map');
    await page.locator('.map-areas a').last().click();
    assert.equal(await titled(page), all);
    await guest.leave();
  });

  test('changes the list only when somebody says so', async () => {
    const guest = await visitor(browser);
    const { page } = guest;
    await page.goto('/en/locations?view=map');
    await live(page);
    const all = await titled(page);
    for (let nearer = 0; nearer < 2; nearer += 1) {
      await page.locator('[data-map-in]').click();
      await settled(page);
    }
    assert.equal(await titled(page), all, 'moving the map changes nothing in the list');
    await page.locator('[data-map-search]').click();
    await page.waitForURL(/bbox=/);
    await settled(page);
    assert.notEqual(await titled(page), all, 'asking does');
    assert.ok(await found(page), 'and something is there');
    assert.ok(await page.locator('.map-live').count(), 'the map was not lost');
    const address = page.url();
    await page.reload();
    assert.notEqual(await titled(page), all, 'the address says it again');
    assert.equal(page.url(), address);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('bbox'));
    await guest.leave();
  });

  test('follows the map for whoever ticks the box, and remembers it', async () => {
    const guest = await visitor(browser);
    const { page } = guest;
    await page.goto('/en/locations?view=map');
    await live(page);
    await page.locator('[data-map-follow]').check();
    await page.locator('[data-map-in]').click();
    await page.waitForURL(/bbox=/);
    await page.goto('/en/locations?view=map');
    await live(page);
    assert.ok(await page.locator('[data-map-follow]').isChecked());
    await guest.leave();
  });

  test('is walked by the keyboard alone', async () => {
    const guest = await visitor(browser);
    const { page } = guest;
    await page.goto('/en/locations?view=map');
    await live(page);
    await settled(page);
    const skip = page.locator('.map-skip a');
    await skip.focus();
    assert.equal(await skip.getAttribute('href'), '#found', 'one can go past it to the list');
    // The map itself, its buttons, then its points, one after the other.
    let pin;
    for (let stop = 0; stop < 60 && !pin; stop += 1) {
      await page.keyboard.press('Tab');
      pin = await page.evaluate(() => document.activeElement.matches('.map-mark[data-slug]') && document.activeElement.dataset.slug);
    }
    assert.ok(pin, 'the Tab key comes to a pin');
    assert.equal(await page.locator('.place-card-paired').count() <= 1, true);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.closest('.map-card') !== null), true, 'what the pin is about has the focus');
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.slug), pin, 'and the pin has it again');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/en/locations/${pin}$`));
    await isSound(guest, 'en');
    await guest.leave();
  });

  test('shows which card belongs to which pin', async () => {
    const guest = await visitor(browser);
    const { page } = guest;
    await page.goto('/en/locations?view=map');
    await live(page);
    await settled(page);
    const slug = await page.locator('.map-mark[data-slug]').first().getAttribute('data-slug');
    const card = page.locator(`#place-${slug}`);
    if (await card.count()) {
      await card.locator('a').first().focus();
      assert.equal(await page.locator('.map-mark.map-paired').getAttribute('data-slug'), slug);
    }
    await guest.leave();
  });
});

describe('the sun over a place', { timeout: 240_000 }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  for (const language of LANGUAGES) {
    for (const width of WIDTHS) {
      test(`is told in ${language} at ${width} px without script`, async () => {
        const guest = await visitor(browser, { width, javaScript: false, colorScheme: width === 320 ? 'dark' : 'light' });
        await guest.page.goto(`/${language}/locations/bozzhyra/sun?date=2026-09-23`);
        await isSound(guest, language);
        const words = await guest.page.locator('main').innerText();
        assert.match(words, /07:12/, 'sunrise');
        assert.match(words, /13:16/, 'the clock misleads');
        await screenshot(guest.page, `sun-${language}-${width}`);
        await guest.leave();
      });
    }
  }

  test('answers for another day by a form', async () => {
    const guest = await visitor(browser, { javaScript: false });
    const { page } = guest;
    await page.goto('/en/locations/charyn-canyon');
    await page.locator('.sun-block a').click();
    await page.locator('#date').fill('2026-12-21');
    await page.locator('.sun-form button').click();
    await isSound(guest, 'en');
    assert.match(await page.locator('main').innerText(), /07:13/);
    await guest.leave();
  });
});
