import * as fc from 'fast-check';
import type { CompiledMap } from '../compiled-map.ts';
import type { Direction } from '../map/rule.ts';
import { arbitraryOf } from './arbitrary-of.ts';
import { comparableDocument } from './comparable-document.ts';
import { usableMap } from './compiled-document.ts';
import type { ConformanceOptions } from './conformance.ts';
import type { ConformanceTest } from './conformance-test.ts';
import { difference } from './difference.ts';
import { faultsOf } from './faults-of.ts';
import { fittedDocument } from './fitted-document.ts';
import type { PartnerDocument } from './partner.ts';

/** Laws of documents that are drawn from the canonical schema and fitted to what the partner allows. */
export function lawTests(
  document: PartnerDocument,
  { runs = 50, seed = 1, drops = {} }: ConformanceOptions,
): ConformanceTest[] {
  const test = (name: string, run: () => void): ConformanceTest => {
    return { name: `${document.name}, laws: ${name}`, layer: 'laws', document: document.name, runsMap: true, run };
  };
  const parameters = { numRuns: runs, seed };
  const total = test('no document makes the map throw', () =>
    isTotal(usableMap(document), document.map.direction, parameters));
  const arbitrary = arbitraryOf(document.map.canonical);
  if (document.map.direction !== undefined || arbitrary === undefined) return [total];
  const holds = (law: Law) => () => {
    if (document.tried === undefined) holdsOf(document, arbitrary, law, parameters);
    else holdsOfEach(document, document.tried, law);
  };
  const dropped = drops[document.name];
  return [
    test('what is written keeps the guide, is read as the same, and written the same again', holds(roundTrip)),
    ...(dropped === undefined
      ? []
      : [test('every field is written, but for those said to be dropped', holds(coverage(dropped)))]),
    total,
  ];
}

interface Parameters {
  readonly numRuns: number;
  readonly seed: number;
}

function holdsOfEach(document: PartnerDocument, tried: readonly unknown[], law: Law): void {
  const map = usableMap(document);
  for (const one of tried) {
    const fault = law(document, map, one);
    if (fault !== undefined) throw new Error(`${fault}; document: ${JSON.stringify(one)}`);
  }
}

/** What is wrong with a document by a law. */
type Law = (document: PartnerDocument, map: CompiledMap, canonical: unknown) => string | undefined;

/** At least so many of a hundred drawn documents must be of use, or the law says nothing. */
const LEAST_USED = 10;

function holdsOf(document: PartnerDocument, drawn: fc.Arbitrary<unknown>, law: Law, parameters: Parameters): void {
  const map = usableMap(document);
  let used = 0;
  let fault: string | undefined;
  let smallest: unknown;
  const golden = document.golden[0]?.canonical;
  const property = fc.property(drawn, (one) => {
    const fitted = fittedDocument(one, golden, (candidate) => faultsOf(document, map, candidate));
    if (fitted === undefined) return true;
    used++;
    const found = law(document, map, fitted);
    if (found !== undefined) [fault, smallest] = [found, fitted];
    return found === undefined;
  });
  const { failed, numRuns } = fc.check(property, parameters);
  if (failed) throw new Error(`${fault}; smallest document (seed ${parameters.seed}): ${JSON.stringify(smallest)}`);
  if (used * 100 < numRuns * LEAST_USED) {
    throw new Error(`of ${numRuns} drawn documents the profile allows only ${used}, so that they show nothing`);
  }
}

const roundTrip: Law = ({ native }, map, canonical) => {
  const written = map.write(canonical);
  const received = native.sendAndReceive(written.value);
  if (!received.ok) return `what is written is refused: ${received.issues[0]?.message}`;
  const back = map.read(received.value, written.loss.length === 0 ? {} : { complement: written.complement });
  if (!back.ok) return `what is written is not read: ${back.issues[0]?.message}`;
  const differs = difference(comparableDocument(canonical), comparableDocument(back.value), { more: true });
  // Which levels are left out on purpose, the map says; of what lay in them, only what is left can be compared.
  const isKept = !losesLevels(written.loss) && !replacesCharacters(native);
  if (differs !== undefined && isKept) return `read again: ${differs}`;
  const alone = map.read(received.value);
  if (!alone.ok) return `what is written is not read: ${alone.issues[0]?.message}`;
  const again = difference(linesOf(native, received.value), linesOf(native, map.write(alone.value).value));
  return again === undefined ? undefined : `written again: ${again}`;
};

function losesLevels(loss: readonly { readonly at: string }[]): boolean {
  return loss.some(({ at }) => at.startsWith('units'));
}

/** A text that the guide writes with other characters is told as it was sent, not as it was drawn. */
function replacesCharacters({ definition }: PartnerDocument['native']): boolean {
  const characters = definition?.guide?.guide.characters;
  return characters?.fold === true || characters?.replace !== undefined;
}

function linesOf(native: PartnerDocument['native'], value: unknown): unknown {
  const printed = native.print(value);
  return printed.ok ? printed.value : printed.issues.map(({ message }) => message);
}

function coverage(dropped: readonly string[]): Law {
  return (_document, map, canonical) => {
    const lost = map.write(canonical).loss.map(({ at }) => at.replace(/\[\d+\]/g, '[]'));
    const surprise = lost.find((place) => !dropped.some((drop) => place === drop || place.startsWith(`${drop}.`)));
    return surprise === undefined ? undefined : `no rule writes ${surprise}`;
  };
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}

function isTotal(map: CompiledMap, direction: Direction | undefined, parameters: Parameters): void {
  const tree = fc.object({ maxDepth: 4, withNullPrototype: true });
  const property = fc.property(tree, (document) => {
    const results = [
      ...(direction === 'write' ? [] : [map.read(document)]),
      ...(direction === 'read' ? [] : [map.write(document)]),
    ];
    return results.every(({ ok, issues }) => ok !== issues.some(isError));
  });
  const { failed, counterexample, errorInstance } = fc.check(property, parameters);
  if (failed)
    throw new Error(
      `smallest document: ${JSON.stringify(counterexample)}: ${String(errorInstance ?? 'a value beside an error')}`,
    );
}
