// The program under test, as a person starts it: `tereze demo`, on a port nobody uses.

import { spawn } from 'node:child_process';

const PATIENCE = 20_000;

/** Starts the demo, waits until it says where it listens, and hands back the address and a way to stop it. */
export async function startDemo(program) {
  const server = spawn(program, ['demo', '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'pipe'] });
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
        const listening = said.match(/http:\/\/127\.0\.0\.1:[1-9]\d*(?=\/)/);
        if (listening) done(listening[0]);
      });
    }
    ended.then(() => refuse(new Error(`the demo ended at once:\n${said}`)));
    setTimeout(() => refuse(new Error(`the demo did not say where it listens within ${PATIENCE / 1000} s:\n${said}`)), PATIENCE).unref();
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { address, stop };
}
