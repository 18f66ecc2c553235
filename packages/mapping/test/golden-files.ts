import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CanonicalDocument } from '@dist/canonical';
import { type ReceivedFile, type ReceivedSet, read, type Segment, serialize } from '@dist/x12';
import { mustHave } from './compiled.ts';
import { type ShippedMap, shippedMaps } from './shipped-maps.ts';

const folder = join(import.meta.dirname, 'golden');

/** A golden pair: an interchange of one set, and the document that it means, made by hand. */
export interface GoldenFile {
  /** `004010/850/ordinary`. */
  readonly name: string;
  readonly map: ShippedMap;
  readonly text: string;
  readonly document: CanonicalDocument;
}

/** All golden pairs of the folder. */
export const goldenFiles: readonly GoldenFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.edi'))
  .sort()
  .map((file) => {
    const [release, set] = file.split('/');
    const map = shippedMaps.find(({ id }) => id === `x12/${release}/${set}`);
    if (map === undefined) throw new Error(`${file} stands in the folder of no map`);
    const document = JSON.parse(readFileSync(join(folder, file.replace('.edi', '.json')), 'utf8'));
    return { name: file.replace('.edi', ''), map, text: readFileSync(join(folder, file), 'utf8'), document };
  });

/** A file that was read, and its one set. */
interface OneSet {
  readonly file: ReceivedFile;
  readonly set: ReceivedSet | undefined;
}

/** The one set of an interchange, without a fault; anything else is thrown. */
export function readGolden(golden: GoldenFile): OneSet & { readonly set: ReceivedSet } {
  const known = wasRead.get(golden);
  if (known !== undefined) return known;
  const { name, map, text } = golden;
  const file = read(text, { sets: [map.definition] });
  const [set, second] = file.sets;
  const faults = file.issues.filter(({ severity }) => severity !== 'information').map(({ message }) => message);
  if (set === undefined || second !== undefined || faults.length > 0) {
    throw new Error(`${name} is not one set without fault: ${faults.join('; ')}`);
  }
  wasRead.set(golden, { file, set });
  return { file, set };
}

const wasRead = new WeakMap<GoldenFile, OneSet & { readonly set: ReceivedSet }>();

/** The text of the interchange with other segments between ST and SE, as the file lays it out: a segment a line. */
export function withSegments({ file, set }: OneSet, segments: readonly Segment[]): string {
  const [interchange] = file.interchanges;
  const [group] = interchange?.groups ?? [];
  const [first, last] = [set?.segments[0], set?.segments.at(-1)];
  if (
    interchange === undefined ||
    group === undefined ||
    set === undefined ||
    first === undefined ||
    last === undefined
  ) {
    throw new Error('no set in an interchange');
  }
  const count = { repeats: [[String(segments.length + 2)]] };
  const all = [first, ...segments, { ...last, id: last.id, elements: [count, ...last.elements.slice(1)] }];
  const groups = [{ ...group, sets: [{ ...set, segments: all }] }];
  return new TextDecoder().decode(mustHave(serialize({ ...interchange, groups }, { lineBreak: '\n' })));
}
