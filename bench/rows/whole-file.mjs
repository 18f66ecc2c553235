import { missingRow, resultRow } from '../result-row.mjs';
import { startWorker } from '../start-worker.mjs';

/**
 * A fresh process takes a file into memory, parses it and keeps all of it, ready to give any element. The peak is that of the
 * process, Node itself included, over the size of the file. Then every element is read, which shows that it is all there: to
 * keep the segments that were asked for takes more, which is a figure of its own.
 */
export async function wholeFile({ settings, data }) {
  const file = data({ bytes: settings.wholeBytes });
  const name = `parse ${Math.round(file.bytes / 1e6)} MB, the file kept, peak memory over the file's size`;
  const row = { name, compare: 'at most', goal: 3.5, unit: 'MB' };
  const peaks = [];
  const read = [];
  const bare = [];
  for (let round = 0; round < settings.rounds; round++) {
    const answer = await freshly('whole', { path: file.path });
    const fault = answer.fault ?? wholeFault(answer, file);
    if (fault !== undefined) return { rows: [missingRow(row, fault)] };
    peaks.push(answer.parsed / 1e6);
    read.push(answer.peak / 1e6);
    bare.push((await freshly('bare')).peak / 1e6);
  }
  const ratios = peaks.map((peak) => (peak * 1e6) / file.bytes);
  return {
    rows: [resultRow({ ...row, ratios, ours: peaks })],
    figures: { 'peak memory, MB': { 'every segment asked for and kept': read, 'Node with the package': bare } },
  };
}

async function freshly(job, options) {
  const worker = await startWorker('own-jobs.mjs');
  const answer = await worker.ask(job, options);
  await worker.end();
  return answer;
}

/** Only sets are looked at: of each interchange ISA, GS, GE and IEA with their 16, 8, 2 and 2 elements are not. */
function wholeFault({ segments, elements, interchanges }, file) {
  if (interchanges !== file.interchanges) return `${interchanges} interchanges, there are ${file.interchanges}`;
  const wanted = { segments: file.segments - 4 * interchanges, elements: file.elements - 28 * interchanges };
  if (segments === wanted.segments && elements === wanted.elements) return undefined;
  return `${segments} segments and ${elements} elements, there are ${wanted.segments} and ${wanted.elements}`;
}
