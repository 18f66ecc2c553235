import { compile } from '../compile.ts';
import type { CompiledMap } from '../compiled-map.ts';
import type { Result } from '../result.ts';
import type { PartnerDocument } from './partner.ts';

/** The map of a document with its overlays, compiled once. */
export function compiledDocument(document: PartnerDocument): Result<CompiledMap> {
  const known = made.get(document);
  if (known !== undefined) return known;
  const { map, overlays, native, canonical } = document;
  const result = compile(map, { native: native.format, canonical: canonical.format, overlays });
  made.set(document, result);
  return result;
}

/** The compiled map. @throws Error with the faults of a map that does not compile. */
export function usableMap(document: PartnerDocument): CompiledMap {
  const result = compiledDocument(document);
  if (result.ok) return result.value;
  throw new Error(`the map does not compile: ${result.issues.map(({ message }) => message).join('; ')}`);
}

const made = new WeakMap<PartnerDocument, Result<CompiledMap>>();
