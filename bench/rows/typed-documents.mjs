import { interleaved } from '../interleaved.mjs';
import { missingRow, resultRow } from '../result-row.mjs';
import { startWorker } from '../start-worker.mjs';

const row = {
  name: 'parse, validate and decode typed 850s, time over that of JSON.parse of the same documents',
  compare: 'at most',
  goal: 0.8,
  worst: 2,
  unit: 'µs a document',
};

/** Our `read` of a file of purchase orders, against `JSON.parse` of `JSON.stringify` of the documents that it gives. */
export async function typedDocuments({ settings, data }) {
  const { path, sets } = data({ bytes: settings.typedBytes });
  const many = data({ bytes: settings.manyTypedBytes });
  const [typed, json] = [
    await startWorker('own-jobs.mjs', ['--expose-gc']),
    await startWorker('own-jobs.mjs', ['--expose-gc']),
  ];
  const options = { path, leastSeconds: settings.leastSeconds };
  await typed.ask('typed', { path, leastSeconds: settings.warmSeconds });
  await json.ask('json', { path, leastSeconds: settings.warmSeconds });
  const askers = { typed: () => typed.ask('typed', options), json: () => json.ask('json', options) };
  const rounds = await interleaved(askers, settings.rounds);
  const ofMany = { path: many.path, leastSeconds: settings.leastSeconds };
  const kept = await interleaved(
    { typed: () => typed.ask('typed', ofMany), json: () => json.ask('json', ofMany) },
    settings.rounds,
  );
  await Promise.all([typed.end(), json.end()]);
  const answers = [...rounds, ...kept].flatMap((round) => Object.values(round));
  const fault = answers.find((answer) => answer.fault !== undefined)?.fault;
  if (fault !== undefined) return { rows: [missingRow(row, fault)] };
  const wrong = (some, wanted) => some.some((round) => Object.values(round).some((one) => one.documents !== wanted));
  if (wrong(rounds, sets) || wrong(kept, many.sets)) return { rows: [missingRow(row, 'wrong number of documents')] };
  const each = (name) => rounds.map((round) => (round[name].seconds / sets) * 1e6);
  const ratios = rounds.map((round) => round.typed.seconds / round.json.seconds);
  const figures = {
    [`µs a document, ${many.sets} of them kept at once`]: {
      '@dist/x12': kept.map((round) => (round.typed.seconds / many.sets) * 1e6),
      'JSON.parse': kept.map((round) => (round.json.seconds / many.sets) * 1e6),
    },
  };
  const found = { ...row, ratios, ours: each('typed'), other: each('json'), against: 'JSON.parse' };
  return { rows: [resultRow(found)], figures };
}
