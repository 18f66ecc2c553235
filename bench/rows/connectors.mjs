import { interleaved } from '../interleaved.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { startWorker } from '../start-worker.mjs';

const codec = {
  name: 'an order of ten lines for an ERP and its answer read, time over JSON.parse and JSON.stringify of the same bodies',
  compare: 'at most',
  goal: 2,
  worst: 6,
  unit: 'µs an order',
  against: 'JSON',
};
const pages = {
  name: 'memory alive after a list of 10,000 pages over that after 1,000',
  compare: 'at most',
  goal: 1.1,
};

/** What a connector's codec costs beside JSON alone, and whether a long list holds on to its pages. */
export async function connectors({ settings: { rounds, warmSeconds, leastSeconds } }) {
  const [ours, json] = [await startWorker('connector-jobs.mjs'), await startWorker('connector-jobs.mjs')];
  await ours.ask('codec', { leastSeconds: warmSeconds });
  await json.ask('json', { leastSeconds: warmSeconds });
  const asked = { ours: () => ours.ask('codec', { leastSeconds }), other: () => json.ask('json', { leastSeconds }) };
  const answers = await interleaved(asked, rounds);
  await ours.end();
  await json.end();
  return { rows: [codecRow(answers), await pagesRow(rounds)] };
}

function codecRow(answers) {
  const fault = answers.flatMap(({ ours, other }) => [ours.fault, other.fault]).find((one) => one !== undefined);
  if (fault !== undefined) return missingRow(codec, fault);
  const [ours, other] = ['ours', 'other'].map((name) => answers.map((round) => round[name].seconds * 1e6));
  return resultRow({ ...codec, ratios: ours.map((time, round) => time / other[round]), ours, other });
}

/** Each length in a process of its own. */
async function pagesRow(rounds) {
  const ratios = [];
  for (let round = 0; round < rounds; round++) {
    const alive = [];
    for (const count of [1000, 10_000]) {
      const worker = await startWorker('connector-jobs.mjs', ['--expose-gc']);
      const { fault, bytes, documents } = await worker.ask('pages', { pages: count });
      await worker.end();
      if (fault !== undefined) return missingRow(pages, fault);
      if (documents !== count * 10) return missingRow(pages, `${documents} documents of ${count} pages`);
      alive.push(bytes);
    }
    ratios.push(alive[1] / alive[0]);
  }
  return resultRow({ ...pages, ratios });
}
