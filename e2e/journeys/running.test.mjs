// J12: from nothing to running, and back from disaster. A closed network, one machine, the commands of
// docs/guide/operations.md, and pages without script; once in each language, and on PostgreSQL where there is one.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, isSound, launch, screenshot, visitor } from '../support/browser.mjs';
import { codeOf } from '../support/codes.mjs';
import { freshDatabase } from '../support/postgres.mjs';
import { start, tereze } from '../support/server.mjs';

const PASSWORD = 'ashyq terezeden samal eser';

/** An installation in a folder of its own: settings, data, backups. */
function installation(database) {
  const folder = mkdtempSync(join(tmpdir(), 'tereze-journey-'));
  const settings = join(folder, 'tereze.toml');
  const write = (place) => writeFileSync(settings, [
    `data = "${join(folder, 'data')}"`,
    ...(place ? [`database = "${place}"`] : []),
    '[backup]',
    `folder = "${join(folder, 'backups')}"`,
  ].join('\n'));
  write(database);
  return {
    settings: ['--settings', settings],
    data: join(folder, 'data'),
    backups: join(folder, 'backups'),
    move: write,
    away: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs a command that has to end well. */
function run(...words) {
  const { status, said } = tereze(...words);
  assert.equal(status, 0, `tereze ${words.join(' ')}\n${said}`);
  return said;
}

/** The hash of every table in a backup, in the order of their names. */
const tables = (backup) => run('backup', 'verify', '--tables', backup).split('\n').filter((line) => /^[0-9a-f]{64} /.test(line)).sort();

const next = (page) => Promise.all([page.waitForLoadState('load'), page.locator('main form button').first().click()]);

/** The first administrator comes in by the link on the console, and by nothing else. Gives the secret of the codes. */
async function claim(guest, server, language) {
  const { page } = guest;
  const link = server.said().match(/http\S*\/sign-in\/password\/\S+/)[0];
  await page.goto(`/${language}/sign-in/password/a-guess-of-a-stranger`);
  assert.equal(await page.locator('[role=alert]').count(), 1, 'a guess is told that the link does not hold');
  guest.troubles.length = 0;

  await page.goto(new URL(link).pathname.replace(/^\/\w+/, `/${language}`));
  await page.fill('[name=name]', 'Айгерім Омарова');
  await page.fill('[name=email]', 'it@film.example');
  await page.fill('[name=password]', 'short');
  await next(page);
  assert.equal(await page.locator('.error-summary').count(), 1, 'a short password is refused');
  assert.equal(await page.inputValue('[name=name]'), 'Айгерім Омарова', 'what was typed stays');
  guest.troubles.length = 0;
  await page.fill('[name=password]', PASSWORD);
  await next(page);
  const secret = (await page.locator('code.breakable').innerText()).replaceAll(/\s/g, '');
  await isSound(guest, language);
  await screenshot(page, `running-second-factor-${language}`);
  await page.fill('[name=code]', codeOf(secret));
  await next(page);
  assert.ok((await page.locator('main code').count()) >= 8, 'codes for the day on which the telephone is lost');
  await page.locator('main a.button').click();
  await page.waitForURL(`**/${language}/office**`);
  await isSound(guest, language);

  // The link has done its work.
  await page.goto(new URL(link).pathname);
  assert.equal(await page.locator('[role=alert]').count(), 1, 'a link holds once');
  guest.troubles.length = 0;
  return secret;
}

/** Signs in with password and code, as on any morning. */
async function enter(guest, language, secret) {
  const { page } = guest;
  await page.goto(`/${language}/sign-in/staff`);
  await page.fill('[name=email]', 'it@film.example');
  await page.fill('[name=password]', PASSWORD);
  await next(page);
  // A code holds once; the next one is taken a little early.
  await page.fill('[name=code]', codeOf(secret, Date.now() + 30_000));
  await next(page);
  await page.goto(`/${language}/office`);
  assert.equal(new URL(page.url()).pathname, `/${language}/office`);
}

const guestOf = (browser, server, choices) => visitor(browser, { ...choices, address: server.address });

const casesIn = (page) => page.locator('[data-row]').count();

const walks = LANGUAGES.map((language) => ({ language, database: undefined }));
const elsewhere = freshDatabase();
if (elsewhere) walks.push({ language: 'kk', database: elsewhere });

describe('an installation', { timeout: 300_000 }, () => {
  let browser;
  before(async () => (browser = await launch()));
  after(() => browser?.close());

  for (const { language, database } of walks) {
    test(`comes from nothing and back from disaster in ${language} on ${database ? 'PostgreSQL' : 'SQLite'}`, async () => {
      const place = installation(database);
      let server = await start(['serve', ...place.settings]);
      try {
        let guest = await guestOf(browser, server, { javaScript: false, width: language === 'ru' ? 320 : 1440 });
        await guest.page.goto('/');
        await isSound(guest, new URL(guest.page.url()).pathname.slice(1, 3));
        const secret = await claim(guest, server, language);

        // The sample is there for the director, and gone without a rest.
        run('demo', 'load', ...place.settings);
        await guest.page.goto(`/${language}/office/cases`);
        assert.ok((await casesIn(guest.page)) >= 9, 'the director sees an office at work');
        await isSound(guest, language);
        assert.match(run('demo', 'purge', ...place.settings), /\d+ rows/);
        await guest.page.goto(`/${language}/office/cases`);
        assert.equal(await casesIn(guest.page), 0, 'nothing of the sample is left');
        await guest.page.goto(`/${language}/office/organisations`);
        assert.equal(await guest.page.locator('main tbody tr').count(), 0);

        // Something of one's own, which must come back.
        await guest.page.goto(`/${language}/office/organisations/new`);
        await guest.page.fill('[id=name-kk]', 'Барыс Фильм');
        await guest.page.fill('[name=email]', 'hello@barys.invalid');
        await Promise.all([guest.page.waitForURL(/organisations\/[0-9A-Z]{26}/), guest.page.locator('button[name=way][value=make]').click()]);
        const address = new URL(guest.page.url()).pathname;
        const record = await guest.page.locator('main table').first().innerText();

        const backup = run('backup', 'now', ...place.settings).split('\n')[0];
        assert.match(run('backup', 'verify', backup), /^whole/);
        assert.match(run('backup', 'drill', ...place.settings), /can be restored/);
        assert.match(run('upgrade', '--check', ...place.settings), /up to date/);
        await guest.leave();
        await server.stop();

        // The disk is gone; the shelf is not.
        rmSync(place.data, { recursive: true, force: true });
        if (database) place.move(freshDatabase());
        assert.ok(readdirSync(place.backups).length >= 1);
        assert.match(run('restore', backup, ...place.settings), /hash for hash/);
        const again = run('backup', 'now', ...place.settings).split('\n')[0];
        const were = tables(backup);
        assert.ok(were.length > 30, 'every table is listed');
        assert.deepEqual(tables(again), were, 'every table has the hash it had');

        server = await start(['serve', ...place.settings]);
        guest = await guestOf(browser, server, { javaScript: false });
        assert.doesNotMatch(server.said(), /sign-in\/password/, 'there is an administrator already');
        await enter(guest, language, secret);
        await guest.page.goto(address);
        assert.equal(await guest.page.locator('main table').first().innerText(), record, 'the record is as it was');
        const doctor = run('doctor', ...place.settings);
        assert.doesNotMatch(doctor, /^wrong/m, doctor);
        await guest.leave();
      } finally {
        await server.stop();
        place.away();
      }
    });
  }
});
