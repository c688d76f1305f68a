// Starts `tereze demo` on a free port, walks the journeys against it with node's own test runner, and stops it. Where
// there is a PostgreSQL for tests, the journeys that keep records are walked on it once more.
//
//     node run.mjs                     every journey
//     node run.mjs home                those whose file name contains `home`
//     TEREZE_PROGRAM=… node run.mjs    another build of the program
//     TEREZE_ADDRESS=… node run.mjs    a server that already runs; nothing is started

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { freshDatabase } from './support/postgres.mjs';
import { startDemo } from './support/server.mjs';

/** These write what must be kept; what the others show does not depend on the database. */
const KEEP_RECORDS = ['inquiry', 'office'];

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
let demo;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => demo?.stop());

const wanted = process.argv[2] ?? '';
const journeys = readdirSync(join(here, 'journeys')).filter((name) => name.endsWith('.test.mjs') && name.includes(wanted));
if (journeys.length === 0) fail(`no journey's file name contains \`${wanted}\``);

let code = await walk(journeys);
const kept = journeys.filter((name) => KEEP_RECORDS.some((word) => name.startsWith(`${word}.`)));
const database = process.env.TEREZE_ADDRESS || kept.length === 0 ? undefined : freshDatabase();
if (database) {
  console.log('\nOnce more on PostgreSQL');
  code = (await walk(kept, database)) || code;
}
process.exit(code);

async function walk(names, database) {
  demo = process.env.TEREZE_ADDRESS ? undefined : await startDemo(database).catch((error) => fail(error.message));
  // One file at a time: the machine that checks a change may have two cores, and the browser takes both.
  const tests = ['--test', '--test-concurrency=1', '--test-reporter=spec', ...names.map((name) => join(here, 'journeys', name))];
  const environment = { ...process.env, TEREZE_ADDRESS: demo?.address ?? process.env.TEREZE_ADDRESS };
  const runner = spawn(process.execPath, tests, { stdio: 'inherit', env: environment });
  const status = await new Promise((done) => runner.on('exit', (status) => done(status ?? 1)));
  await demo?.stop();
  return status;
}

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}
