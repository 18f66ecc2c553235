// Preloaded with `node --import`: counts what a process does to the outside world and kills it, as `kill -9` would, right
// after the k-th action. The product knows nothing of it.
//   KILL_TARGET  run | counterparties: which of the two processes is counted
//   KILL_AT      k, from 1; 0 only counts
//   KILL_MARK    file that is written at the kill: the same process started again lives
//   KILL_COUNT   file that the number of actions is written to when the process ends by itself
import fs from 'node:fs';
import http from 'node:http';
import { createRequire, syncBuiltinESMExports } from 'node:module';

const { KILL_TARGET, KILL_AT = '0', KILL_MARK, KILL_COUNT } = process.env;
const self = /counterparties/.test(process.argv[1] ?? '') ? 'counterparties' : 'run';

if (KILL_TARGET === self && !(KILL_MARK && fs.existsSync(KILL_MARK))) install();

function install() {
  const { writeFileSync } = fs;
  let count = 0;
  const act = () => {
    count++;
    if (count !== Number(KILL_AT)) return;
    if (KILL_MARK) writeFileSync(KILL_MARK, String(count));
    process.kill(process.pid, 'SIGKILL');
  };
  if (KILL_COUNT) process.once('exit', () => writeFileSync(KILL_COUNT, String(count)));
  countFiles(act);
  countDatabase(act);
  if (self === 'run') countRequests(act);
  else countAnswers(act);
  syncBuiltinESMExports();
}

function countFiles(act) {
  for (const name of ['writeFile', 'rename', 'link', 'copyFile', 'unlink', 'rm']) {
    after(fs.promises, name, act);
    after(fs, `${name}Sync`, act);
  }
}

/** Every commit of a SQLite handle. */
function countDatabase(act) {
  const require = createRequire(new URL('../package.json', import.meta.url));
  const Database = nodeDatabase(require) ?? require('libsql');
  const { exec } = Database.prototype;
  Database.prototype.exec = function counted(sql) {
    const result = exec.call(this, sql);
    if (/^\s*COMMIT/i.test(sql)) act();
    return result;
  };
}

function nodeDatabase(require) {
  try {
    return require('node:sqlite').DatabaseSync;
  } catch {
    return undefined;
  }
}

/** A request is two actions: it has been sent, its answer has come. */
function countRequests(act) {
  const { fetch } = globalThis;
  globalThis.fetch = async (...args) => {
    const answer = fetch(...args);
    await new Promise((resolve) => setImmediate(resolve));
    act();
    const response = await answer;
    act();
    return response;
  };
}

function countAnswers(act) {
  const { end } = http.ServerResponse.prototype;
  http.ServerResponse.prototype.end = function counted(...args) {
    const result = end.apply(this, args);
    setImmediate(act);
    return result;
  };
}

function after(holder, name, act) {
  const original = holder[name];
  holder[name] = function counted(...args) {
    const result = original.apply(this, args);
    if (typeof result?.then !== 'function') {
      act();
      return result;
    }
    return result.then((value) => {
      act();
      return value;
    });
  };
}
