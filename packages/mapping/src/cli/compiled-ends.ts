import type { InterchangeAddress } from '@dist/canonical';
import { compile } from '../compile.ts';
import type { CompiledMap } from '../compiled-map.ts';
import type { Format } from '../format/format.ts';
import { json } from '../format/json.ts';
import type { MappingIssue } from '../issue.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { Result } from '../result.ts';
import { canonicalSchema } from './canonical-schema.ts';
import type { MapName } from './ends-of.ts';
import { givenCodecs } from './given-codecs.ts';
import { type NamedMap, namedMap } from './named-map.ts';
import { type NativeEnd, nativeEnd } from './native-end.ts';
import type { System } from './system.ts';

/** A map that was compiled with both its ends. */
export interface CompiledEnds {
  readonly compiled: CompiledMap;
  readonly native: NativeEnd;
  /** The map before overlays. */
  readonly base: PartnerMap;
  readonly canonical: Format;
  /** The partner's addresses on envelopes; absent for a map alone. */
  readonly addresses?: readonly InterchangeAddress[] | undefined;
  /** What a partner's profile asks of the canonical document, and it does not keep; absent for a map alone. */
  readonly constraintFaults?: ((canonical: unknown) => readonly MappingIssue[]) | undefined;
}

/** Compiles a map that is named by file or id, with overlays. @throws Failure when a file or an end can not be used. */
export async function compiledEnds(
  { name, overlays: files, codecs }: Omit<MapName, 'document'>,
  system: System,
): Promise<Result<CompiledEnds>> {
  const named: NamedMap = await namedMap(name, files, system);
  if (!named.ok) return named;
  const { map, overlays } = named;
  const native = await nativeEnd(map.native);
  const schema = canonicalSchema(map.canonical);
  if (!native.ok || !schema.ok) return { ok: false, issues: [...native.issues, ...schema.issues] };
  const canonical = json({ schema: schema.value });
  const settings = { native: native.value.format, canonical, overlays, codecs: await givenCodecs(codecs, system) };
  const result = compile(map, settings);
  if (!result.ok) return result;
  const value = { compiled: result.value, native: native.value, canonical, base: map };
  return { ok: true, value, issues: result.issues };
}
