import type { CompiledMap, MapResult } from '../compiled-map.ts';
import { usableMap } from './compiled-document.ts';
import type { ConformanceTest } from './conformance-test.ts';
import { differenceInWords } from './difference-in-words.ts';
import { differences } from './differences.ts';
import { lineDifferences } from './line-differences.ts';
import type { GoldenPair, PartnerDocument } from './partner.ts';

/** What golden pairs hold: each is read as its meaning, and written as it came. */
export function goldenTests(document: PartnerDocument): ConformanceTest[] {
  const { name: id, golden, map } = document;
  const test = (name: string, runsMap: boolean, run: () => void): ConformanceTest => {
    return { name: `${id}, golden: ${name}`, layer: 'golden', document: id, runsMap, run };
  };
  return [
    test('there is a golden pair', false, () => {
      if (golden.length === 0) throw new Error('no file in golden/ is of this document');
    }),
    ...golden.flatMap((pair) => [
      ...(map.direction === 'write'
        ? []
        : [test(`${pair.name} is read as its meaning`, true, () => isReadAs(usableMap(document), pair))]),
      ...(map.direction === 'read'
        ? []
        : [test(`${pair.name} is written as it came`, true, () => isWrittenAs(usableMap(document), pair, document))]),
    ]),
  ];
}

function isReadAs(map: CompiledMap, { native, canonical, facts }: GoldenPair): void {
  const read = map.read(native, { facts });
  hasNoFault(read);
  failWith(differences(canonical, read.value).map((one) => `read: ${differenceInWords(one)}`));
}

function isWrittenAs(map: CompiledMap, pair: GoldenPair, document: PartnerDocument): void {
  const { canonical, facts, native, lines } = pair;
  const written = map.write(canonical, { facts });
  hasNoFault(written);
  const [lost] = written.loss;
  if (lost !== undefined) throw new Error(`no rule writes ${lost.at}`);
  // What comes in is spelt as the partner likes, and no map can know how; what goes out is ours.
  const isExact = document.profile.direction === 'out' || pair.written !== undefined;
  const expected = isExact ? (pair.written ?? lines) : undefined;
  hasLines(document, written.value, expected);
  if (document.map.direction === 'write') return;
  if (!isExact) isReadAs(map, { ...pair, native: written.value });
  const { complement } = map.read(native, { facts });
  hasLines(document, map.write(canonical, { facts, complement }).value, pair.written === undefined ? lines : undefined);
}

/** @throws Error with the issues that are more than information. */
function hasNoFault({ issues }: MapResult<unknown>): void {
  const faults = issues.filter(({ severity }) => severity !== 'information');
  if (faults.length > 0) {
    throw new Error(faults.map(({ message, rule }) => `${rule ?? 'the document'}: ${message}`).join('\n'));
  }
}

function hasLines({ native }: PartnerDocument, value: unknown, expected: readonly string[] | undefined): void {
  const printed = native.print(value);
  if (!printed.ok) throw new Error(`what is written is refused: ${printed.issues[0]?.message}`);
  if (expected === undefined) return;
  const differing = lineDifferences(expected, printed.value);
  failWith(
    differing.map(({ line, expected: wanted = 'nothing', found = 'nothing' }) => {
      return `line ${line}: ${wanted} expected, ${found} written`;
    }),
  );
}

/** Differences of one document that are told; who sees so many looks at the document. */
const MOST_TOLD = 20;

/** @throws Error with all that differs, where anything does. */
function failWith(differing: readonly string[]): void {
  if (differing.length === 0) return;
  const more = differing.length - MOST_TOLD;
  throw new Error([...differing.slice(0, MOST_TOLD), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'));
}
