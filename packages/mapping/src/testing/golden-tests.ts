import type { CompiledMap, MapResult } from '../compiled-map.ts';
import { usableMap } from './compiled-document.ts';
import type { ConformanceTest } from './conformance-test.ts';
import { difference } from './difference.ts';
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
  const differs = difference(canonical, read.value);
  if (differs !== undefined) throw new Error(`read: ${differs}`);
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
  const at = expected.findIndex((line, index) => line !== printed.value[index]);
  const place = at < 0 && printed.value.length > expected.length ? expected.length : at;
  if (place < 0) return;
  const [wanted = 'nothing', found = 'nothing'] = [expected[place], printed.value[place]];
  throw new Error(`line ${place + 1}: ${wanted} expected, ${found} written`);
}
