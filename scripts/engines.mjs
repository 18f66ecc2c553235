// The tests that need more than npm: journals, carriers and engines that run in processes of their own, killed and started again.
//
//   npm run engines                        all that is here
//   npm run engines -- sqlite postgres     some: sqlite, postgres, bullmq, nats, amqp, soap, sftp, bouncycastle, webhooks, foreign, browser, playground, restate, dbos, on-restate
//   npm run engines -- --rounds 50         so many rounds of the crash tests of each (50 for SQLite, 12 for BullMQ, NATS and RabbitMQ, 20 for the others)
//   npm run engines -- postgres -t R19     the rest goes on to vitest, and to the programs of the engines
//
// Journals and carriers are tested by vitest, in files named for them: packages/*/test/**/*.<engine>.engine.ts. Restate and DBOS
// have a program each, and so has the example on Restate. An engine that can not be had on this machine is skipped; where CI is
// set that is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installEngine } from '../packages/orchestration/test/engines/hosts/install-engine.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** What is tested by vitest, and what each needs. */
const journals = {
  sqlite: [],
  postgres: ['PostgreSQL'],
  bullmq: ['Redis', 'BullMQ'],
  nats: ['NATS'],
  amqp: ['RabbitMQ'],
  soap: ['SOAP'],
  sftp: ['OpenSSH server'],
  bouncycastle: ['Bouncy Castle and a JDK'],
  webhooks: ['workerd and libraries of shops'],
  foreign: ['servers of vendors’ descriptions'],
  browser: ['Chromium'],
  playground: ['Chromium'],
};
const programs = {
  restate: 'packages/orchestration/test/engines/restate/main.mjs',
  dbos: 'packages/orchestration/test/engines/dbos/main.mjs',
  'on-restate': 'examples/on-restate/test/main.mjs',
};
const names = [...Object.keys(journals), ...Object.keys(programs)];
const isHere = {
  PostgreSQL: hasPostgres,
  Redis: () => hasProgram('redis-server'),
  BullMQ: () => hasInstalled('bullmq'),
  Chromium: () => ['chromium-headless-shell', 'chromium', 'google-chrome'].some(hasProgram),
  NATS: () => hasProgram('nats-server'),
  RabbitMQ: () => existsSync('/usr/lib/rabbitmq/bin/rabbitmq-server'),
  SOAP: () => hasInstalled('soap'),
  // Debian's libbcmail-java and libmail-java.
  'Bouncy Castle and a JDK': () => existsSync('/usr/share/java/bcmail.jar') && hasProgram('javac'),
  // Debian's openssh-server, which brings ssh-keygen.
  'OpenSSH server': () => existsSync('/usr/sbin/sshd'),
  'workerd and libraries of shops': () => installEngine(join(root, 'packages/connectors/test/webhook/install')),
  'servers of vendors’ descriptions': () => installEngine(join(root, 'packages/connectors/test/foreign/install')),
};
/** As of the gates: this machine lacks what is needed. */
const cannotRun = 77;

process.exit(main(process.argv.slice(2)));

function main(args) {
  const { wanted, rounds, rest } = read(args);
  if (rounds !== undefined && !/^[1-9]\d{0,4}$/.test(rounds)) {
    process.stderr.write(`A number of rounds is expected, not ${JSON.stringify(rounds)}.\n`);
    return 2;
  }
  const chosen = wanted.length === 0 ? names : wanted;
  const [word] = rest;
  if (word !== undefined && !word.startsWith('-') && !wanted.some((name) => Object.hasOwn(programs, name))) {
    process.stderr.write(`There is no ${word}; there are ${names.join(', ')}.\n`);
    return 2;
  }
  const codes = [
    testJournals(
      chosen.filter((name) => Object.hasOwn(journals, name)),
      rounds,
      rest,
    ),
    ...chosen.filter((name) => Object.hasOwn(programs, name)).map((name) => runProgram(name, rest)),
  ];
  return codes.find((code) => code !== 0) ?? 0;
}

function testJournals(chosen, rounds, rest) {
  const able = chosen.filter((name) => {
    const missing = journals[name].filter((what) => !isHere[what]());
    return missing.length === 0 || skip(name, missing.join(', '));
  });
  const skipped = able.length < chosen.length && process.env.CI ? 1 : 0;
  if (able.length === 0) return skipped;
  const filters = able.map((name) => `.${name}.engine.ts`);
  const command = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'scripts/engines.config.mjs',
    ...filters,
    ...rest,
  ];
  return run(command, { ...(rounds && { DIST_CRASH_ROUNDS: rounds }) }) || skipped;
}

function runProgram(name, rest) {
  const code = run([programs[name], ...rest], {});
  if (code !== cannotRun) return code;
  skip(name, 'way to run it here');
  return process.env.CI ? 1 : 0;
}

function skip(name, what) {
  process.stdout.write(`skipped: no ${what} (${name})\n`);
  return false;
}

function run(command, env) {
  const options = { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' };
  return spawnSync(process.execPath, command, options).status ?? 1;
}

function read(args) {
  const at = args.indexOf('--rounds');
  const rounds = at < 0 ? undefined : (args[at + 1] ?? '');
  const others = at < 0 ? args : args.toSpliced(at, 2);
  return {
    rounds,
    wanted: others.filter((arg) => names.includes(arg)),
    rest: others.filter((arg) => !names.includes(arg)),
  };
}

/** Debian keeps the server out of the PATH; POSTGRES_BIN names another folder. */
function hasPostgres() {
  const debian = '/usr/lib/postgresql';
  const folders = [
    process.env.POSTGRES_BIN ?? '',
    ...(existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.some((folder) => folder !== '' && existsSync(join(folder, 'initdb')));
}

function hasProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.some((folder) => folder !== '' && existsSync(join(folder, name)));
}

/** It is installed beside its tests, when they are run. */
function hasInstalled(name) {
  return installEngine(join(root, 'packages/connectors/test', name, 'install'));
}
