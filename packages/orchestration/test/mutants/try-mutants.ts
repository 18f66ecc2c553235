import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { storedHistories } from '../golden/stored-histories.ts';
import { mutants } from './list.ts';
import type { Mutant } from './mutant.ts';
import type { SuiteInput } from './suite.ts';

/** What became of one mutant. `stale`: its text is not in the sources any more, in several places, or makes no program. */
export interface Verdict {
  readonly sentence: string;
  readonly end: 'killed' | 'survived' | 'stale';
  /** What saw it, or why it could not be tried. */
  readonly by: string;
}

const sources = new URL('../../src/', import.meta.url).pathname;
const testFolder = new URL('./', import.meta.url).pathname;
/** A mutant that does not come to an end is seen as well. */
const patience = 120_000;

/** The suite against every mutant of the list, some at a time, in threads of this process; first against none. */
export async function tryMutants(
  tell: (verdict: Verdict) => void,
  list: readonly Mutant[] = mutants,
): Promise<readonly Verdict[]> {
  const sound = await verdictOf(undefined);
  if (sound.end !== 'survived') throw new Error(`the suite finds a fault in the machine as it is: ${sound.by}`);
  const waiting = [...list];
  const verdicts: Verdict[] = [];
  const work = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const verdict = await verdictOf(mutant);
      verdicts.push(verdict);
      tell(verdict);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return verdicts;
}

async function verdictOf(mutant: Mutant | undefined): Promise<Verdict> {
  const sentence = mutant?.sentence ?? 'as it is';
  const place = mutant === undefined ? undefined : placeOf(mutant);
  if (typeof place === 'object') return { sentence, end: 'stale', by: place.why };
  const file = join(tmpdir(), `mutant-${process.pid}-${count++}.mjs`);
  const broken = await bundle(file, mutant, place).then(
    () => undefined,
    (error: unknown) => String(error).slice(0, 200),
  );
  if (broken !== undefined) return { sentence, end: 'stale', by: `it does not compile: ${broken}` };
  const fault = await run(file);
  rmSync(file);
  return fault === undefined ? { sentence, end: 'survived', by: '' } : { sentence, end: 'killed', by: fault };
}

let count = 0;

/** The module that has the text: the one where it is expected, or the only one, wherever it has moved to. */
function placeOf({ find, file }: Mutant): string | { readonly why: string } {
  const found = files(sources).filter((path) => readFileSync(path, 'utf8').includes(find));
  const [only] = found;
  if (only === undefined) return { why: 'its text is in no module' };
  const expected = found.find((path) => path === join(sources, file));
  if (expected !== undefined || found.length === 1) return expected ?? only;
  return { why: `its text is in ${found.map((path) => relative(sources, path)).join(', ')}` };
}

function files(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

async function bundle(outfile: string, mutant: Mutant | undefined, place: string | undefined): Promise<void> {
  const entry = `
    import { parentPort, workerData } from 'node:worker_threads';
    import { suite } from './suite.ts';
    parentPort.postMessage({ fault: await suite(workerData) });`;
  await build({
    stdin: { contents: entry, resolveDir: testFolder, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['@dist/source'],
    logLevel: 'silent',
    plugins: [
      {
        name: 'mutant',
        setup: ({ onLoad }) => {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            if (mutant === undefined || path !== place) return undefined;
            const text = readFileSync(path, 'utf8');
            return { contents: text.split(mutant.find).join(mutant.replace), loader: 'ts' };
          });
        },
      },
    ],
  });
}

/** The first fault that the suite finds; undefined when it finds none. */
function run(file: string): Promise<string | undefined> {
  const policy = JSON.parse(readFileSync(new URL('../golden/v1-policy.json', import.meta.url), 'utf8'));
  const workerData: SuiteInput = { histories: storedHistories('v1'), later: storedHistories('v2'), policy };
  const worker = new Worker(pathToFileURL(file), { workerData });
  return new Promise((resolve) => {
    const late = setTimeout(() => void worker.terminate().then(() => resolve('it does not come to an end')), patience);
    const end = (fault: string | undefined): void => {
      clearTimeout(late);
      resolve(fault);
      void worker.terminate();
    };
    worker.once('message', ({ fault }: { readonly fault: string | undefined }) => end(fault));
    worker.once('error', (error) => end(`it throws: ${String(error).slice(0, 200)}`));
  });
}
