// A fresh place on the PostgreSQL that the tests were given, if they were given one.

import { execFileSync } from 'node:child_process';

let made = 0;

/** The address of an empty schema, or nothing without `TEREZE_TEST_POSTGRES`. */
export function freshDatabase() {
  const server = process.env.TEREZE_TEST_POSTGRES;
  if (!server) return undefined;
  made += 1;
  const schema = `journey_${process.pid}_${made}`;
  execFileSync('psql', ['--quiet', '--no-psqlrc', server, '--command', `create schema ${schema}`]);
  return `${server}${server.includes('?') ? '&' : '?'}options[search_path]=${schema}`;
}
