import { interleaved } from '../interleaved.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { startWorker } from '../start-worker.mjs';

const unit = 'µs a document';
const plain = {
  name: 'an 850 to canonical and back, time over JSON.parse and JSON.stringify of the canonical document',
  compare: 'at most',
  goal: 2,
  worst: 12,
  unit,
};
const traced = {
  name: 'an 850 to canonical and back with trace, time over JSON.parse and JSON.stringify of the canonical document',
  compare: 'at most',
  goal: 4,
  worst: 16,
  unit,
};
const peer = { name: 'an 850 to canonical, speed over JSONata', compare: 'at least', goal: 10, worst: 4, unit };

/** The map of the 850 that is shipped, against JSON and against the same in JSONata; documents of ten lines. */
export async function mapping({ settings, data }) {
  const { path, sets } = data({ bytes: settings.typedBytes });
  const workers = {};
  for (const name of ['plain', 'traced', 'json', 'read'])
    workers[name] = await startWorker('mapping-jobs.mjs', ['--expose-gc']);
  workers.jsonata = await startWorker('contenders/jsonata.mjs', ['--expose-gc']);
  const wrong = await wrongAnswer(workers, path);
  const rounds = await rounded(workers, path, settings);
  for (const worker of Object.values(workers)) await worker.end();
  const against = (row, ours, other, name) => rowOf({ ...row, against: name }, rounds, sets, { ours, other });
  return {
    rows: [
      against(plain, 'plain', 'json', 'JSON'),
      against(traced, 'traced', 'json', 'JSON'),
      wrong === undefined ? against(peer, 'read', 'jsonata', 'JSONata') : missingRow(peer, wrong),
    ],
  };
}

/** JSONata must make the same documents: a wrong answer is out, however fast it is. */
async function wrongAnswer({ plain: own, jsonata }, path) {
  const canonical = await own.ask('canonical', { path });
  if (canonical.fault !== undefined) return canonical.fault;
  const { wrong, fault = wrong } = await jsonata.ask('check', { path, canonical });
  return fault === undefined ? undefined : `JSONata: ${fault}`;
}

function rowOf(row, rounds, sets, { ours, other }) {
  const answers = rounds.flatMap((round) => [round[ours], round[other]]);
  const fault = answers.find((answer) => answer.fault !== undefined)?.fault;
  if (fault !== undefined) return missingRow(row, fault);
  if (answers.some(({ documents }) => documents !== sets)) return missingRow(row, 'wrong number of documents');
  const each = (name) => rounds.map((round) => (round[name].seconds / sets) * 1e6);
  const [one, two] = [each(ours), each(other)];
  // What is at least so much is a speed, the inverse of a time.
  const ratios = one.map((time, round) => (row.compare === 'at least' ? two[round] / time : time / two[round]));
  return resultRow({ ...row, ratios, ours: one, other: two });
}

/**
 * Before each measurement what was thrown away is collected, and with it go hidden classes that nobody holds, so that V8 compiles
 * again what relied on them. It takes the engine's many functions half a second, which is not what is measured.
 */
const longer = 4;

async function rounded(workers, path, { rounds, ...settings }) {
  const [warmSeconds, leastSeconds] = [settings.warmSeconds, longer * settings.leastSeconds];
  const jobs = {
    plain: ['thereAndBack', { path, trace: false }],
    traced: ['thereAndBack', { path, trace: true }],
    json: ['json', { path }],
    read: ['read', { path }],
    jsonata: ['read', { path }],
  };
  const askers = {};
  for (const [name, [job, options]] of Object.entries(jobs)) {
    await workers[name].ask(job, { ...options, leastSeconds: warmSeconds });
    askers[name] = () => workers[name].ask(job, { ...options, leastSeconds });
  }
  return interleaved(askers, rounds);
}
