import { type CompiledMap, compile, type MappingIssue, type Overlay, type PartnerMap } from '@dist/mapping';
import { x12 } from '@dist/mapping/x12';
import { type Guide, readGuide } from '@dist/x12/guide';
import { canonicalSchemas } from './canonical-schemas.ts';
import { definitionOf } from './received-definitions.ts';
import type { ReceivedVersion } from './received-version.ts';

/** A map of received documents and what a partner lays over it. */
export interface ReceivedParts {
  readonly map: PartnerMap;
  readonly overlays: readonly Overlay[];
  /** The companion guide as JSON. */
  readonly guide?: unknown;
  readonly version?: string | undefined;
}

/** A map that is ready to read, or what is wrong with it or its guide. */
export interface CompiledReceived {
  readonly value?: ReceivedVersion | undefined;
  readonly issues: readonly MappingIssue[];
}

/** Compiles a map of received documents for whatever set and release it names, and reads its guide. */
export function compileReceived({ map, overlays, guide: json, version }: ReceivedParts): CompiledReceived {
  const definition = definitionOf(map.native);
  const schema = Object.hasOwn(canonicalSchemas, map.canonical) ? canonicalSchemas[map.canonical] : undefined;
  if (definition === undefined) return faulty(map, `there is no transaction set ${map.native}`);
  if (schema === undefined) return faulty(map, `there is no canonical document ${map.canonical}`);
  const compiled = compile<unknown, unknown>(map, { native: x12(definition), canonical: schema, overlays });
  const guide = json === undefined ? undefined : readGuide(json, { definition });
  const issues: readonly MappingIssue[] = [...compiled.issues, ...(guide?.issues ?? []).map(ofGuide)];
  if (!compiled.ok || guide?.ok === false) return { issues };
  return { value: received(map, compiled.value, guide?.value, version), issues };
}

function received(
  { native, canonical }: PartnerMap,
  map: CompiledMap<unknown, unknown>,
  guide: Guide | undefined,
  version: string | undefined,
): ReceivedVersion {
  return { native, canonical, map, ...(guide && { guide }), ...(version !== undefined && { version }) };
}

function faulty(map: PartnerMap, reason: string): CompiledReceived {
  return { issues: [{ code: 'map-unknown-end', severity: 'error', message: `Map ${map.id}: ${reason}`, path: [] }] };
}

function ofGuide({ code, severity, message, path }: Pick<MappingIssue, 'code' | 'severity' | 'message' | 'path'>) {
  return { code, severity, message, path } as const;
}
