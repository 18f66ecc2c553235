import { startWorker } from './start-worker.mjs';

/** The name of our own package among the contenders. */
export const own = '@dist/x12';

/** Modules of the contenders. Which of them can stream and write is in their modules, and what must be measured here. */
const modules = {
  [own]: 'contenders/dist-x12.mjs',
  'edi-parser': 'contenders/edi-parser.mjs',
  'node-x12': 'contenders/node-x12.mjs',
  'node-x12-edi': 'contenders/node-x12-edi.mjs',
  'x12-parser': 'contenders/x12-parser.mjs',
};
const streaming = [own, 'edi-parser', 'node-x12', 'x12-parser'];

/**
 * The contenders that read a small file rightly by `everyElement` or `stream`, as `[name, module]`, and those that do not,
 * each with the first fault. A wrong answer is out, however fast it is.
 */
export async function checkedContenders(reading, path) {
  const valid = [];
  const invalid = [];
  for (const [name, module] of Object.entries(modules)) {
    if (reading === 'stream' && !streaming.includes(name)) continue;
    const worker = await startWorker(module);
    const { wrong, fault = wrong } = await worker.ask('check', { path, reading });
    await worker.end();
    if (fault === undefined) valid.push([name, module]);
    else invalid.push({ name, reading, fault });
  }
  return { valid, invalid };
}

/** Why a count of `@dist/x12` or a peer is not that of the file; undefined when it is. GE and IEA are hidden by ours. */
export function countFault(name, answer, file) {
  const hidden = name === own ? 2 * file.interchanges : 0;
  const segments = file.segments - hidden;
  const elements = file.elements - 2 * hidden;
  if (answer.segments === segments && answer.elements === elements) return undefined;
  return `${answer.segments} segments and ${answer.elements} elements, there are ${segments} and ${elements}`;
}

/** Of the rounds, those of the peers that answered rightly in all of them; `@dist/x12` among them when it did. */
export function rightAnswers(rounds, file) {
  const invalid = [];
  const right = Object.keys(rounds[0]).filter((name) => {
    const faults = rounds.map((round) => round[name].fault ?? countFault(name, round[name], file));
    const fault = faults.find((one) => one !== undefined);
    if (fault !== undefined) invalid.push({ name, fault });
    return fault === undefined;
  });
  return { right, invalid };
}
