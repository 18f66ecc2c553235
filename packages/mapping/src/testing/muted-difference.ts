import type { CompiledMap } from '../compiled-map.ts';
import { compiledDocument, usableMap } from './compiled-document.ts';
import { difference } from './difference.ts';
import type { PartnerDocument } from './partner.ts';

/** Whether two maps of one document do something else with a golden pair or a document that the laws are tried on, though no test says so. */
export function mutedDifference(one: PartnerDocument, other: PartnerDocument): boolean {
  if (!compiledDocument(other).ok) return true;
  const maps = [usableMap(one), usableMap(other)] as const;
  const canonical = [...one.golden.map((pair) => pair.canonical), ...(one.tried ?? [])];
  const native = one.golden.map((pair) => pair.native);
  const { direction } = one.map;
  return (
    (direction !== 'write' && native.some((document) => isDifferent(maps, 'read', document))) ||
    (direction !== 'read' && canonical.some((document) => isDifferent(maps, 'write', document)))
  );
}

function isDifferent(
  [one, other]: readonly [CompiledMap, CompiledMap],
  direction: 'read' | 'write',
  document: unknown,
): boolean {
  const [first, second] = [one[direction](document), other[direction](document)];
  return difference([first.value, first.issues, first.loss], [second.value, second.issues, second.loss]) !== undefined;
}
