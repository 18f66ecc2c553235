import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { read, root } from './tree.ts';

interface Row {
  readonly name: string;
  readonly ratio: number | null;
  readonly goal: number;
  readonly pass: boolean;
  readonly compare: 'at least' | 'at most';
  readonly rounds: readonly number[];
}

const results = read('bench/results.json');
const rows: readonly Row[] = JSON.parse(results);
const page = read('docs/benchmarks.md');
const manifest = JSON.parse(read('bench/package.json'));

/** Rows of the table of goals, each by the beginning of its name. */
const wanted = [
  'parse, validate and decode typed 850s, time over that of JSON.parse',
  'parse and read every element, speed over the best npm peer',
  'parse and read every element, speed over node-x12',
  'stream 100 MB, speed over the best npm peer',
  'stream 100 MB, peak memory in MB',
  'stream 1 GB, peak memory in MB',
  'stream 1 GB, peak memory over that at 100 MB',
  'parse 100 MB, the file kept, peak memory over',
  'serialize anew, speed over node-x12',
  'one set of 100 MB by parseSegments, speed over',
  'one set of 100 MB, peak memory in MB',
  'read and the 850 of 004010 bundled',
  'import of the core and 004010, over bare Node',
  'tsc of a file that uses every set of 004010',
  'package unpacked',
  'an event of an order of 2 lines, speed over XState',
  'an event of one of 1,000 orders of 2 lines in turn, speed over XState',
  'an event of an order of 200 lines and 10 shipments, time over',
  'an event of an order of 2 lines and 200 shipments, answered and paid',
  'replay of a million events of orders, time',
  'replay of a million events of orders, peak memory',
];

describe('results of the benchmark', () => {
  it.each(wanted)('there is a row %s', (beginning) => {
    expect(rows.filter(({ name }) => name.startsWith(beginning))).toHaveLength(1);
  });

  it.each(rows)('$name: passes exactly when its ratio is at the right side of its goal', (row) => {
    const { ratio, goal, compare, pass } = row;
    expect(['at least', 'at most']).toContain(compare);
    expect(pass).toBe(ratio !== null && (compare === 'at least' ? ratio >= goal : ratio <= goal));
  });

  it.each(rows)('$name: stands in the page with the same ratio and goal', ({ name, ratio, goal, compare }) => {
    expect(page).toContain(`| ${name} | ${ratio ?? '-'} | ${compare} ${goal} |`);
  });

  it('what depends on the speed of the machine has five rounds or more', () => {
    const once = /bundled|unpacked/;
    const short = rows.filter(({ name, ratio, rounds }) => ratio !== null && !once.test(name) && rounds.length < 5);
    expect(short.map(({ name }) => name)).toEqual([]);
  });

  it('no folder of a machine is named', () => {
    expect(`${results}${page}`).not.toMatch(/(?:^|[\s"'`(])(?:\/[\w.-]+){2,}|[A-Z]:\\|file:\/\//m);
  });

  it('the other libraries are pinned to one version', () => {
    expect(Object.values<string>(manifest.dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual(
      [],
    );
    expect(read('bench/pnpm-lock.yaml')).not.toMatch(/https?:|tarball/);
  });
});

/** Each row: what the ratio is, the goal, whether it is met, whether it is far off. */
const judged = [
  ['10 where at least 10 is wanted', 10, 'at least', 10, true, false],
  ['9.9 where at least 10 is wanted', 9.9, 'at least', 10, false, false],
  ['5.9 where at least 10 is wanted', 5.9, 'at least', 10, false, true],
  ['90 where at most 90 is wanted', 90, 'at most', 90, true, false],
  ['149 where at most 90 is wanted', 149, 'at most', 90, false, false],
  ['151 where at most 90 is wanted', 151, 'at most', 90, false, true],
  ['less than nothing where at most 0.3 is wanted', -0.01, 'at most', 0.3, true, false],
  ['no number where at least 10 is wanted', Number.NaN, 'at least', 10, false, true],
] as const;

/** Each row: what the ratio is, the goal, the ratio named as worst, whether the benchmark fails. */
const failing = [
  ['5.9 where at least 10 is wanted', 5.9, 'at least', 10, undefined, true],
  ['6 where at least 10 is wanted', 6, 'at least', 10, undefined, false],
  ['5.9 where at least 10 is wanted and 5 is the worst', 5.9, 'at least', 10, 5, false],
  ['4.9 where at least 10 is wanted and 5 is the worst', 4.9, 'at least', 10, 5, true],
  ['11 where at most 2 is wanted and 12 is the worst', 11, 'at most', 2, 12, false],
  ['13 where at most 2 is wanted and 12 is the worst', 13, 'at most', 2, 12, true],
] as const;

/** Each row: what a row gives when it is measured again and again, how often that is, and what stands. */
const repeated = [
  ['near the goal: once', [7], 1, 7],
  ['far, then near: twice, the better one', [5, 8, 9], 2, 8],
  ['far each time: three times, the best', [4, 5, 4.5], 3, 5],
  ['far, then a wrong answer: wrong', [5, 'wrong', 9], 2, null],
  ['a wrong answer: not measured again', ['wrong', 9], 1, null],
] as const;

describe('a row of the benchmark', async () => {
  const { resultRow, missingRow } = await moduleOf('result-row.mjs');
  const { measuredAgain } = await moduleOf('measured-again.mjs');

  it.each(judged)('%s', (_, ratio, compare, goal, pass, isFarOff) => {
    expect(resultRow({ name: 'a row', compare, goal, ratios: [ratio] })).toMatchObject({ pass, isFarOff });
  });

  it.each(failing)('fails or not: %s', (_, ratio, compare, goal, worst, fails) => {
    expect(resultRow({ name: 'a row', compare, goal, worst, ratios: [ratio] })).toMatchObject({ fails });
  });

  it('is the median of its rounds', () => {
    expect(resultRow({ name: 'a row', compare: 'at least', goal: 10, ratios: [30, 9, 11] }).ratio).toBe(11);
  });

  it.each(repeated)('%s', async (_, answers, times, ratio) => {
    const rounds: number[] = [];
    const measure = ({ settings }: { settings: { rounds: number } }) => {
      const answer = answers[rounds.length];
      rounds.push(settings.rounds);
      const row = { name: 'a row', compare: 'at least', goal: 10 };
      return { rows: [typeof answer === 'number' ? resultRow({ ...row, ratios: [answer] }) : missingRow(row, answer)] };
    };
    const outcome = await measuredAgain(measure, { settings: { rounds: 3, retries: 2 } });
    expect(rounds).toEqual([3, 5, 7].slice(0, times));
    expect(outcome.rows).toMatchObject([{ ratio }]);
  });
});

/** The benchmark is plain JavaScript, which TypeScript does not look into. */
async function moduleOf(file: string) {
  return import(pathToFileURL(join(root, 'bench', file)).href);
}
