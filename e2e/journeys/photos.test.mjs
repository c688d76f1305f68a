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
    await page.locator('dialog').waitFor({ state: 'detached' });
    const focused = await page.evaluate(() =>
      [...document.querySelectorAll('[data-photo]')].indexOf(document.activeElement));
    assert.equal(focused, 1 % count, 'the focus is on the photo that was last shown');
    await guest.leave();
  });

  test('go from the telephone to the public page in the officer\'s hands, and keep to its budget', async () => {
    const officer = await visitor(browser);
    const { page } = officer;
    await page.goto('/en/demo');
    await page.locator('main form').first().locator('button').first().click();
    const sheet = `/en/office${album}`;
    await page.goto(sheet);
    await page.locator('summary').first().click();
    const files = await page.evaluate(takePhotos, 2);
    const buffers = files.map((base64, number) => (
      { name: `IMG_${number}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }));
    const drawing = { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg><script>1</script></svg>') };
    await page.setInputFiles('#photos', [...buffers, drawing]);
    await page.fill('#creator', 'Aigul N.');
    await page.fill('#licence', 'CC BY 4.0');
    await page.locator('form[enctype] button').click();
    assert.match(await page.locator('#outcomes').innerText(), /Added: 2\. Not added: 1/);
    officer.troubles.length = 0;
    await isSound(officer, 'en');
    await screenshot(page, 'photos-office-outcomes');
    for (let seconds = 0; seconds < 60; seconds += 1) {
      await page.goto(sheet);
      if (await page.getByText('Being prepared').count() === 0) break;
      await new Promise((done) => setTimeout(done, 1_000));
    }
    await isSound(officer, 'en');
    await screenshot(page, 'photos-office-developed');
    for (let number = 0; number < 2; number += 1) {
      await page.goto(sheet);
      await page.locator('li', { hasText: `IMG_${number}.jpg` }).getByRole('link', { name: 'Describe' }).click();
      await isSound(officer, 'en');
      if (number === 0) await screenshot(page, 'photos-office-edit');
      await page.fill('#alt-en', 'Red slope under a wide sky');
      await page.fill('#bearing', '45');
      await page.getByRole('button', { name: 'Save and publish' }).click();
    }
    // The photographs come first from now on.
    for (let step = 0; step < 40; step += 1) {
      const up = page.locator('li', { hasText: 'IMG_0.jpg' }).locator('button[name=earlier]');
      if (await up.count() === 0) break;
      await up.click();
    }
    await officer.leave();

    for (const width of WIDTHS) {
      const guest = await visitor(browser, { width });
      await guest.page.goto(`/en${album.replace(/\/photos$/, '')}`);
      const hero = guest.page.locator('.place-hero img');
      assert.match(await hero.evaluate((image) => image.currentSrc), /\.webp\?v=\d+$/);
      const weights = await guest.page.evaluate(() => performance.getEntriesByType('resource')
        .filter(({ name }) => name.includes('/photos/')).map(({ encodedBodySize }) => encodedBodySize));
      const sum = weights.reduce((all, bytes) => all + bytes, 0);
      console.log(`a place with photographs at ${width} px: ${(sum / 1024).toFixed(1)} KB in ${weights.length} pictures`);
      await isSound(guest, 'en');
      await screenshot(guest.page, `photos-place-${width}`);
      assert.ok(sum <= 180 * 1024, `the pictures of its first view weigh ${sum} bytes`);
      await guest.leave();
    }
  });

  test('of a place that nobody knows are not there', async () => {
    const guest = await visitor(browser);
    const answer = await guest.page.request.get('/en/locations/nowhere-at-all/photos');
    assert.equal(answer.status(), 404);
    await guest.leave();
  });
});

/** Runs in the page: photographs of three thousand points, with the noise of a sensor, each as base 64. */
async function takePhotos(count) {
  const taken = [];
  for (let number = 0; number < count; number += 1) {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [3_000, 2_000];
    const pen = canvas.getContext('2d');
    const sky = pen.createLinearGradient(0, 0, 0, 1_200);
    sky.addColorStop(0, '#3466a8');
    sky.addColorStop(1, '#f0c89a');
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 3_000, 2_000);
    for (let ridge = 0; ridge < 6; ridge += 1) {
      pen.fillStyle = `rgb(${190 - ridge * 22}, ${110 - ridge * 12}, ${70 - ridge * 6})`;
      pen.beginPath();
      pen.moveTo(0, 2_000);
      for (let x = 0; x <= 3_000; x += 20) {
        const wave = Math.sin(x / (170 - ridge * 19) + number * 2 + ridge) + Math.sin(x / 61 + ridge * 3) / 3;
        pen.lineTo(x, 950 + ridge * 170 - wave * 90);
      }
      pen.lineTo(3_000, 2_000);
      pen.fill();
    }
    // Stones and scrub, as many as make a photograph heavy.
    for (let stone = 0; stone < 60_000; stone += 1) {
      const [x, y] = [(stone * 7_919) % 3_000, 1_000 + ((stone * 104_729) % 1_000)];
      pen.fillStyle = stone % 3 ? 'rgb(60 40 30 / 35%)' : 'rgb(240 200 150 / 35%)';
      pen.fillRect(x, y, 3 + (stone % 9), 2 + (stone % 5));
    }
    const points = pen.getImageData(0, 0, 3_000, 2_000);
    let noise = 1 + number;
    for (let at = 0; at < points.data.length; at += 4) {
      noise ^= noise << 13;
      noise ^= noise >>> 17;
      noise ^= noise << 5;
      const grain = (noise & 15) - 7;
      for (let colour = 0; colour < 3; colour += 1) points.data[at + colour] += grain;
    }
    pen.putImageData(points, 0, 0);
    taken.push(canvas.toDataURL('image/jpeg', 0.9).split(',')[1]);
  }
  return taken;
}
