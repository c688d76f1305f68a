// The program under test, as a person starts it, on a port nobody uses.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

const PATIENCE = 20_000;
const here = import.meta.dirname ?? new URL('.', import.meta.url).pathname;

/** Where the program was built. */
export function program() {
  const targets = resolve(process.env.CARGO_TARGET_DIR ?? join(here, '../../target'));
  const built = process.env.TEREZE_PROGRAM ?? join(targets, 'debug/tereze');
  if (!existsSync(built)) throw new Error(`${built} is not built: run \`cargo build --package tereze\` first`);
  return built;
}

/** Runs a command to its end, and gives its exit code and what it said. */
export function tereze(...words) {
  const { status, stdout, stderr } = spawnSync(program(), words, { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

/** Starts the demo. */
export const startDemo = (database) => start(['demo', ...(database ? ['--database', database] : [])]);

/** A port that nobody uses, for a program that has to know its own address before it begins. */
export async function freePort() {
  const probe = createServer();
  await new Promise((done) => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

/** Starts a command that listens, waits until it says where, and hands back the address, what it has said so far and a way to stop it. */
export async function start(words, listen = '127.0.0.1:0') {
  const server = spawn(program(), [...words, '--listen', listen], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((done) => server.on('close', done));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
  };

  let said = '';
  const address = await new Promise((done, refuse) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (bytes) => {
        said += bytes;
        const listening = said.match(/listens on (http:\/\/127\.0\.0\.1:[1-9]\d*)\//);
        if (listening) done(listening[1]);
      });
    }
    ended.then(() => refuse(new Error(`it ended at once:\n${said}`)));
    setTimeout(() => refuse(new Error(`it did not say where it listens within ${PATIENCE / 1000} s:\n${said}`)), PATIENCE).unref();
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { address, said: () => said, stop };
}
