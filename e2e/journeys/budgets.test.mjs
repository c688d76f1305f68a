// What a page may weigh on its first view, compressed, for a visitor on a telephone in the steppe and at a desk. A page
// that is over fails here, by the kind of what is too heavy.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, visitor } from '../support/browser.mjs';

const KB = 1024;

/** Kilobytes by kind, and of all together. */
const BUDGETS = {
  home: { html: 20, css: 18, script: 25, font: 60, image: 160, all: 285 },
  'list of locations': { html: 35, css: 18, script: 30, font: 60, image: 240, all: 385 },
  location: { html: 30, css: 18, script: 30, font: 60, image: 180, all: 320 },
  album: { html: 30, css: 18, script: 30, font: 60, image: 240, all: 385 },
  calculator: { html: 25, css: 18, script: 40, font: 60, image: 0, all: 145 },
};

/** As Chromium calls them. */
const KINDS = { Document: 'html', Stylesheet: 'css', Script: 'script', Font: 'font', Image: 'image' };

describe('the weight of pages', { timeout: 180_000 }, () => {
  let browser;
  let location;
  before(async () => {
    browser = await launch();
    const guest = await visitor(browser, { javaScript: false });
    await guest.page.goto('/en/locations');
    location = await guest.page.locator('.place-card h2 a, .place-card h3 a').first().getAttribute('href');
    await guest.leave();
  });
  after(() => browser?.close());

  const addresses = {
    home: () => '/en/',
    'list of locations': () => '/en/locations',
    location: () => location,
    album: () => `${location}/photos`,
    calculator: () => '/en/incentive/calculator',
  };
  for (const [name, budget] of Object.entries(BUDGETS)) {
    for (const width of [390, 1440]) {
      test(`${name} at ${width} px keeps to its budget`, async () => {
        const weight = await weigh(browser, addresses[name](), width);
        console.log(`${name} at ${width} px: ${told(weight)}`);
        const over = Object.entries(budget).filter(([kind, most]) => weight[kind] > most * KB);
        assert.deepEqual(over.map(([kind, most]) => `${kind} ${kilobytes(weight[kind])} of ${most} KB`), []);
      });
    }
  }
});

/** Bytes on the wire by kind, from an empty cache until nothing more comes. */
async function weigh(browser, address, width) {
  const guest = await visitor(browser, { width });
  const session = await guest.page.context().newCDPSession(guest.page);
  const kinds = new Map();
  const weight = { html: 0, css: 0, script: 0, font: 0, image: 0, all: 0 };
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = KINDS[kinds.get(requestId)];
    if (kind) weight[kind] += encodedDataLength;
    weight.all += encodedDataLength;
  });
  await guest.page.goto(address, { waitUntil: 'networkidle' });
  await guest.leave();
  return weight;
}

function told(weight) {
  return Object.entries(weight).map(([kind, bytes]) => `${kind} ${kilobytes(bytes)}`).join(', ');
}

function kilobytes(bytes) {
  return (bytes / KB).toFixed(1);
}
