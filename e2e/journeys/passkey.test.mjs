// A colleague adds a passkey and comes in with it, without a password; what happens where the device does not know who
// it is, where there is no script, and after the passkey was taken away. The key chain is Chromium's own.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, isSound, launch, screenshot, visitor } from '../support/browser.mjs';
import { codeOf } from '../support/codes.mjs';
import { freePort, start } from '../support/server.mjs';

const NAMES = { kk: 'Жұмыс телефоны', ru: 'Рабочий телефон', en: 'Work telephone' };

const next = (page) => Promise.all([page.waitForLoadState('load'), page.locator('main form button').first().click()]);

/** A key chain that makes passkeys, and asks for a finger that is always there. */
async function authenticator(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    knowsWho: (isUserVerified) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    passkeys: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}

/** The first administrator comes in by the link on the console. Gives the secret of the codes. */
async function claim(page, server, language) {
  const link = server.said().match(/http\S*\/sign-in\/password\/\S+/)[0];
  await page.goto(new URL(link).pathname.replace(/^\/\w+/, `/${language}`));
  await page.fill('[name=name]', 'Айгерім Омарова');
  await page.fill('[name=email]', 'it@film.example');
  await page.fill('[name=password]', 'ashyq terezeden samal eser');
  await next(page);
  const secret = (await page.locator('code.breakable').innerText()).replaceAll(/\s/g, '');
  await page.fill('[name=code]', codeOf(secret));
  await next(page);
  return secret;
}

async function signOut(page, language) {
  await page.goto(`/${language}/portal/account`);
  await page.locator('form[action$="/sign-out"] button').click();
  await page.waitForURL(`**/${language}/`);
}

const askForPasskey = (page) => page.locator('form[action$="/sign-in/passkey"] button').click();

describe('a passkey', { timeout: 180_000 }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  for (const language of LANGUAGES) {
    test(`is made, opens the office and is taken away in ${language}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'tereze-passkey-'));
      const port = await freePort();
      // Browsers know no passkeys for a bare number.
      const origin = `http://localhost:${port}`;
      const server = await start(['serve', '--data', folder, '--origin', origin], `127.0.0.1:${port}`);
      try {
        const guest = await visitor(browser, { address: origin, width: language === 'ru' ? 320 : 1440 });
        const { page } = guest;
        const chain = await authenticator(page);
        const secret = await claim(page, server, language);

        await page.goto(`/${language}/portal/account`);
        await isSound(guest, language);
        await page.fill('[name=passkey-name]', NAMES[language]);
        await page.fill('[name=passkey-code]', '000000');
        await page.locator('form[action$="/account/passkeys"] button').click();
        await page.locator('.error-summary').waitFor();
        assert.equal(await page.inputValue('[name=passkey-name]'), NAMES[language], 'what was typed stays');
        guest.troubles.length = 0;
        // A code holds once; the next one is taken a little early.
        await page.fill('[name=passkey-code]', codeOf(secret, Date.now() + 30_000));
        await page.locator('form[action$="/account/passkeys"] button').click();
        await page.waitForURL('**/portal/account?saved=yes');
        assert.equal((await chain.passkeys()).length, 1, 'the device keeps a passkey');
        assert.ok((await page.locator('td', { hasText: NAMES[language] }).count()) === 1, 'the page lists it');
        await isSound(guest, language);
        await screenshot(page, `passkey-account-${language}`);

        await signOut(page, language);
        await page.goto(`/${language}/sign-in/staff`);
        await isSound(guest, language);
        await chain.knowsWho(false);
        await askForPasskey(page);
        await page.locator('[data-passkey-failed]').waitFor({ state: 'visible' });
        assert.ok(await page.locator('[data-passkey-without]').isHidden());
        await isSound(guest, language);
        await screenshot(page, `passkey-failed-${language}`);
        await chain.knowsWho(true);
        await page.locator('#passkey').click();
        await page.waitForURL(`**/${language}/office**`);
        await isSound(guest, language);

        // Where somebody was going is not forgotten on the way.
        await signOut(page, language);
        await page.goto(`/${language}/office/organisations`);
        await askForPasskey(page);
        await page.waitForURL(`**/${language}/office/organisations`);

        await page.goto(`/${language}/portal/account`);
        await page.locator('form[action*="/passkeys/"][action$="/remove"] button').click();
        await page.waitForURL('**/portal/account?saved=yes');
        await signOut(page, language);
        await page.goto(`/${language}/sign-in`);
        await askForPasskey(page);
        await page.locator('.error-summary').waitFor();
        assert.equal(new URL(page.url()).pathname, `/${language}/sign-in/passkey/use`);
        guest.troubles.length = 0;
        await page.goto(`/${language}/office`);
        assert.match(page.url(), /\/sign-in\?next=/, 'a passkey that was taken away opens nothing');
        await guest.leave();

        const plain = await visitor(browser, { address: origin, width: 320, javaScript: false });
        await plain.page.goto(`/${language}/sign-in`);
        await askForPasskey(plain.page);
        await plain.page.waitForURL('**/sign-in/passkey');
        assert.ok(await plain.page.locator('[data-passkey-without]').isVisible(), 'the page says what to do without script');
        assert.ok(await plain.page.locator('[data-passkey-with]').isHidden());
        await isSound(plain, language);
        await screenshot(plain.page, `passkey-plain-${language}`);
        await plain.page.locator('main a[href$="/sign-in/staff"]').click();
        assert.equal(await plain.page.locator('[name=password]').count(), 1);
        await plain.leave();
      } finally {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
