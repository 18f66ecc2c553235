import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunReport } from '../src/report.ts';
import { bundle } from './bundle.ts';
import { command, type Finished } from './command.ts';
import { faultsOf, type Outcome, outcomeOf } from './world-proof.ts';

/** Which process is killed: the run, or the ERP and the shop. */
export type Target = 'run' | 'counterparties';

const samples = fileURLToPath(new URL('../samples/', import.meta.url));
const preload = fileURLToPath(new URL('./kill-at.mjs', import.meta.url));

/**
 * Small, since each action costs two starts, and of every kind: an order for two stores beside a rejected one, an order
 * that is short of stock and ships twice, an order of the shop.
 */
function makeInputs(folder: string): string[] {
  const twice = join(folder, 'short-of-stock.edi');
  writeFileSync(twice, firstSet(readFileSync(`${samples}cedarpoint-850-002-short-of-stock.edi`, 'latin1')));
  const stores = fileURLToPath(new URL('fixtures/two-stores.edi', import.meta.url));
  return [stores, twice, `${samples}shop-order-2041.json`];
}

/** An interchange of one group with its first set only. */
function firstSet(text: string): string {
  const [element, terminator] = [text.charAt(3), text.charAt(105)];
  const segments = text.split(terminator).filter((segment) => segment.trim() !== '');
  const end = segments.findIndex((segment) => segment.startsWith(`SE${element}`));
  const groupEnd = segments.findIndex((segment) => segment.startsWith(`GE${element}`));
  const [, , control] = segments[groupEnd]?.split(element) ?? [];
  const kept = [...segments.slice(0, end + 1), ['GE', 1, control].join(element), ...segments.slice(groupEnd + 1)];
  return kept.map((segment) => segment + terminator).join('');
}

const quick = ['--erp-delay', '0', '--erp-step', '0', '--erp-silence', '5', '--erp-timeout', '250'];

interface Program {
  readonly entry: string;
  readonly files: readonly string[];
}

export interface CrashSeries {
  /** How many observable actions an undisturbed run has. */
  readonly actions: Readonly<Record<Target, number>>;
  /** Kills a process at its k-th action, starts again, and says what is wrong afterwards. */
  killAt(target: Target, k: number): Promise<string[]>;
  /** Kills the run after so many milliseconds. */
  killAfter(milliseconds: number): Promise<string[]>;
}

/** An undisturbed run first: what it comes to is what every other run must come to. */
export async function crashSeries(): Promise<CrashSeries> {
  const program = {
    entry: await bundle('crash'),
    files: makeInputs(mkdtempSync(join(tmpdir(), 'order-to-cash-inputs-'))),
  };
  const { expected, actions } = await undisturbed(program);
  const proved = (directory: string, killed: Finished) => prove(program, directory, killed, expected);
  return {
    actions,
    killAt: (target, k) =>
      inNewWorld(async (directory) => {
        const env = { KILL_TARGET: target, KILL_AT: String(k), KILL_MARK: join(directory, 'killed') };
        return proved(directory, await start(program, directory, env));
      }),
    killAfter: (milliseconds) =>
      inNewWorld(async (directory) => {
        return proved(
          directory,
          await command(argsOf(program, directory), { entry: program.entry, killAfter: milliseconds }),
        );
      }),
  };
}

async function undisturbed(program: Program): Promise<{ expected: Outcome; actions: CrashSeries['actions'] }> {
  const counted = (target: Target) =>
    inNewWorld(async (directory) => {
      const count = join(directory, 'count');
      const finished = await start(program, directory, { KILL_TARGET: target, KILL_AT: '0', KILL_COUNT: count });
      const report = JSON.parse(finished.stdout) as RunReport;
      const faults = faultsOf(directory, report);
      if (finished.code !== 0 || faults.length > 0)
        throw new Error(`The undisturbed run: ${[...faults, finished.stderr].join('\n')}`);
      return { expected: outcomeOf(directory, report), actions: Number(readFileSync(count, 'utf8')) };
    });
  const [run, counterparties] = [await counted('run'), await counted('counterparties')];
  return { expected: run.expected, actions: { run: run.actions, counterparties: counterparties.actions } };
}

function start(program: Program, directory: string, env: Record<string, string>): Promise<Finished> {
  return command(argsOf(program, directory), { entry: program.entry, preload, env });
}

const argsOf = ({ files }: Program, directory: string) => ['--json', '--out', directory, ...quick, ...files];

/** Starts again as a person would, and looks at what there is. */
async function prove(program: Program, directory: string, killed: Finished, expected: Outcome): Promise<string[]> {
  const finished = killed.code === 0 ? killed : await command(argsOf(program, directory), { entry: program.entry });
  if (finished.code !== 0) return [`ended with ${finished.code ?? finished.signal}: ${finished.stderr}`];
  const report = JSON.parse(finished.stdout) as RunReport;
  const outcome = outcomeOf(directory, report);
  return [...faultsOf(directory, report), ...differences(outcome, expected)];
}

function differences(found: Outcome, expected: Outcome): string[] {
  return Object.keys(expected).flatMap((key) => {
    const [is, should] = [found[key as keyof Outcome], expected[key as keyof Outcome]].map((value) =>
      JSON.stringify(value),
    );
    return is === should ? [] : [`${key}: ${is}, expected ${should}`];
  });
}

async function inNewWorld<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'order-to-cash-'));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
