// Debian's Chromium, and a page that remembers what went wrong on it.

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const LANGUAGES = ['kk', 'ru', 'en'];
export const WIDTHS = [320, 1440];

const demo = process.env.TEREZE_ADDRESS;
const screenshots = fileURLToPath(new URL('../screenshots/', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** `draws` is for pages that need the drawing of graphics cards, which here the processor does. */
export function launch({ draws = false } = {}) {
  const drawing = draws ? ['--enable-unsafe-swiftshader', '--use-angle=swiftshader'] : ['--disable-gpu'];
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...drawing, '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

/**
 * A fresh visitor: nobody's cookies, a width, perhaps no JavaScript. `troubles` gathers each request that would leave
 * this machine (it is stopped), each answer that is an error, and each script error.
 */
export async function visitor(browser, { width = 1440, javaScript = true, colorScheme = 'light', address = demo } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width, height: 900 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const troubles = [];
  await context.route('**', (route) => {
    const url = new URL(route.request().url());
    if (['127.0.0.1', 'localhost'].includes(url.hostname)) return route.continue();
    troubles.push(`a request would leave this machine: ${url}`);
    return route.abort();
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400) troubles.push(`${answer.status()} for ${answer.url()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()}`);
  });
  const session = await context.newCDPSession(page);
  const setJavaScript = (on) => session.send('Emulation.setScriptExecutionDisabled', { value: !on });
  await setJavaScript(javaScript);
  return { page, troubles, javaScript, setJavaScript, leave: () => context.close() };
}

/** What every page owes every visitor. */
export async function isSound(guest, language) {
  const { page, troubles } = guest;
  // A click returns as soon as the next page begins; without its style sheets everything is too wide.
  await page.waitForLoadState('load');
  assert.deepEqual(troubles, [], 'nothing goes wrong while the page loads');
  assert.equal(await page.locator('html').getAttribute('lang'), language, 'the page says its language');
  assert.equal(await page.locator('h1').count(), 1, 'the page has one main heading');
  assert.deepEqual(await page.evaluate(overhanging), [], 'nothing sticks out sideways');
  assert.deepEqual(await barriers(guest), [], 'nothing serious stands in the way of people with disabilities');
}

/** Runs in the page: what reaches beyond its right edge, but for what scrolls or is cut off on purpose. */
function overhanging() {
  const edge = document.documentElement.clientWidth;
  const isHeld = (element) => {
    for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
      if (getComputedStyle(each).overflowX !== 'visible') return true;
    }
    return false;
  };
  const boxes = [...document.body.querySelectorAll('*')].filter((element) => element instanceof HTMLElement);
  const out = boxes.filter((element) => element.getBoundingClientRect().right > edge && !isHeld(element));
  return out.map((element) => `${element.tagName.toLowerCase()}.${element.className} ends ${element.getBoundingClientRect().right} px from the left, the page ${edge}`);
}

/**
 * What axe calls serious or critical, one line each with the first place it was seen. Where JavaScript is off it is
 * switched on for axe alone: the page has been loaded by then, and its own scripts stay unrun.
 */
async function barriers({ page, setJavaScript, javaScript }) {
  if (!javaScript) await setJavaScript(true);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  if (!javaScript) await setJavaScript(false);
  return serious.map(({ id, help, nodes }) => `${id}: ${help}, ${nodes.length} ×, first at ${nodes[0].target.join(' ')}`);
}

/** A picture of the whole page in screenshots/, for a person to look at. */
export async function screenshot(page, name) {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: `${screenshots}${name}.png`, fullPage: true });
}
