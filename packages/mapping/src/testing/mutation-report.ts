import { conformance } from './conformance.ts';
import type { ConformanceTest } from './conformance-test.ts';
import { documentsToTry } from './documents-to-try.ts';
import type { Mutant } from './mutant.ts';
import { type MutantOptions, mutants } from './mutants.ts';
import { mutedDifference } from './muted-difference.ts';
import type { Partner } from './partner.ts';

/** How much of a wrong map a partner's tests catch. */
export interface MutationReport {
  readonly killed: number;
  readonly total: number;
  /** Killed by the tests of each layer; `own` where a test has none. */
  readonly layers: Readonly<Record<string, number>>;
  readonly survivors: readonly Survivor[];
  /** Names of the tests that fail for the partner itself: they see nothing. */
  readonly failing: readonly string[];
}

/** A wrong map that no test sees. */
export interface Survivor {
  /** Id of the map. */
  readonly map: string;
  /** Which of the partner's documents. */
  readonly document: string;
  /** Id of the mutant. */
  readonly mutant: string;
  /** Whether it differed at all for a document that was tried: a golden pair is missing; or it may mean the same. */
  readonly reason: 'no test sees it' | 'it reads and writes the same for all documents tried';
}

/** A test for any runner; those of `conformance` say their layer and whether they run the map. */
export interface RunnableTest extends Partial<Pick<ConformanceTest, 'layer' | 'runsMap'>> {
  readonly name: string;
  readonly run: () => void;
}

export interface MutationOptions extends MutantOptions {
  /** The tests that are to see what is wrong; those of `conformance` when absent. */
  readonly tests?: ((partner: Partner) => readonly RunnableTest[]) | undefined;
  /** Which mutants; every one when absent. */
  readonly where?: ((mutant: Mutant) => boolean) | undefined;
  /** Documents drawn for each law of those, and for telling what means the same; 20 when absent. */
  readonly runs?: number | undefined;
}

/**
 * Runs the tests of a partner on each of its mutants until one fails: golden pairs come before laws, so that laws run for those
 * alone that the others do not see. A test that fails for the partner itself sees nothing.
 * @throws Error when a map of the partner does not compile, or all its tests fail without any mutant.
 */
export function mutationReport(partner: Partner, options: MutationOptions = {}): MutationReport {
  const { runs = 20, tests = (one: Partner) => conformance(one, { runs }) } = options;
  const tried = partner.documents.map((document) => ({
    ...document,
    tried: documentsToTry(document, { runs, seed: 1 }),
  }));
  const original = { ...partner, documents: tried };
  const { sound, failing } = sorted(tests(original));
  const survivors: Survivor[] = [];
  const layers: Record<string, number> = {};
  let [total, last] = [0, ''];
  for (const mutant of mutants(original, options)) {
    if (options.where?.(mutant) === false) continue;
    total++;
    const killer = killerOf(mutant, tests, sound, last);
    if (killer === undefined) survivors.push(survivorOf(mutant, original));
    else layers[killer.layer ?? 'own'] = (layers[killer.layer ?? 'own'] ?? 0) + 1;
    last = killer?.name ?? last;
  }
  return { killed: total - survivors.length, total, layers, survivors, failing };
}

/** Names of the tests that pass without any mutant, and may see one, and of those that do not. */
function sorted(all: readonly RunnableTest[]): { sound: ReadonlySet<string>; failing: readonly string[] } {
  const given = all.filter(({ runsMap }) => runsMap !== false);
  const sound = new Set(given.filter((test) => passes(test)).map(({ name }) => name));
  if (given.length > 0 && sound.size === 0) throw new Error(`every test fails without any mutant: ${given[0]?.name}`);
  return { sound, failing: given.map(({ name }) => name).filter((name) => !sound.has(name)) };
}

/** The first test that fails for a mutant; the one that saw the last mutant, which is often its neighbour, goes first. */
function killerOf(
  { partner }: Mutant,
  tests: (partner: Partner) => readonly RunnableTest[],
  sound: ReadonlySet<string>,
  last: string,
): RunnableTest | undefined {
  const given = tests(partner).filter(({ name }) => sound.has(name));
  const isStatic = given.filter(({ layer, runsMap }) => layer === 'static' && runsMap === true);
  const first = given.filter(({ name }) => name === last);
  return [...isStatic, ...first, ...given].find((test) => !passes(test));
}

function passes({ run }: RunnableTest): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}

function survivorOf(mutant: Mutant, partner: Partner): Survivor {
  const original = partner.documents.find(({ name }) => name === mutant.document);
  const [wrong] = mutant.partner.documents;
  const isSeen = original !== undefined && wrong !== undefined && mutedDifference(original, wrong);
  return {
    map: original?.profile.map ?? '',
    document: mutant.document,
    mutant: mutant.id,
    reason: isSeen ? 'no test sees it' : 'it reads and writes the same for all documents tried',
  };
}
