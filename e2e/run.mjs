// Starts `tereze demo` on a free port, walks the journeys against it with node's own test runner, and stops it.
//
//     node run.mjs                     every journey
//     node run.mjs home                those whose file name contains `home`
//     TEREZE_PROGRAM=… node run.mjs    another build of the program
//     TEREZE_ADDRESS=… node run.mjs    a server that already runs; nothing is started

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startDemo } from './support/server.mjs';

const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;

const wanted = process.argv[2] ?? '';
const journeys = readdirSync(join(here, 'journeys')).filter((name) => name.endsWith('.test.mjs') && name.includes(wanted));
if (journeys.length === 0) fail(`no journey's file name contains \`${wanted}\``);

let demo;
if (!process.env.TEREZE_ADDRESS) {
  const targets = resolve(process.env.CARGO_TARGET_DIR ?? join(here, '../target'));
  const program = process.env.TEREZE_PROGRAM ?? join(targets, 'debug/tereze');
  if (!existsSync(program)) fail(`${program} is not built: run \`cargo build --package tereze\` first`);
  demo = await startDemo(program).catch((error) => fail(error.message));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => demo.stop());
}

// One file at a time: the machine that checks a change may have two cores, and the browser takes both.
const tests = ['--test', '--test-concurrency=1', '--test-reporter=spec', ...journeys.map((name) => join(here, 'journeys', name))];
const environment = { ...process.env, TEREZE_ADDRESS: process.env.TEREZE_ADDRESS ?? demo.address };
const runner = spawn(process.execPath, tests, { stdio: 'inherit', env: environment });
const code = await new Promise((done) => runner.on('exit', (status) => done(status ?? 1)));
await demo?.stop();
process.exit(code);

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}
