import type * as z from 'zod';
import type { MappingIssue } from '../issue.ts';
import type { Result } from '../result.ts';
import { own } from '../run/own.ts';
import { mapSchema, overlaySchema } from './map-schema.ts';
import type { Overlay } from './overlay.ts';
import type { PartnerMap } from './partner-map.ts';
import { type SchemaFault, schemaFault } from './schema-fault.ts';
import { sizeFault } from './size-fault.ts';
import { unsafeNames } from './unsafe-names.ts';

/** Reads unknown JSON as a map: its shape only. What its rules mean is checked by `compile`. */
export function loadMap(json: unknown): Result<PartnerMap> {
  return load(mapSchema, json);
}

/** Reads unknown JSON as an overlay. */
export function loadOverlay(json: unknown): Result<Overlay> {
  return load(overlaySchema, json);
}

/** Reads unknown data by a schema, with the schema's faults as issues of code `map-invalid`, too large ones as `map-too-large`, `__proto__` as `unsafe-name`. */
function load<T>(schema: z.ZodType<T>, json: unknown): Result<T> {
  const tooLarge = sizeFault(json);
  if (tooLarge !== undefined) {
    return { ok: false, issues: [{ code: 'map-too-large', severity: 'error', message: tooLarge, path: [] }] };
  }
  const unsafe = unsafeNames(json);
  if (unsafe.length > 0) return { ok: false, issues: unsafe };
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data, issues: [] };
  return { ok: false, issues: parsed.error.issues.map((issue) => issueOf(schemaFault(issue, schema, json), json)) };
}

function issueOf({ path, message }: SchemaFault, json: unknown): MappingIssue {
  const rule = ruleAt(json, path);
  const where = rule === undefined ? '' : `Rule ${rule}: `;
  return { ...invalid(where + message, path), ...(rule === undefined ? {} : { rule }) };
}

/** The id of the innermost rule on the way to a fault, where it has one. */
function ruleAt(json: unknown, path: readonly (string | number)[]): string | undefined {
  let at = json;
  let rule: string | undefined;
  for (const [index, step] of path.entries()) {
    at = own(at, step);
    const isRule = path[index - 1] === 'rules' || step === 'rule';
    const id = isRule ? own(at, 'id') : undefined;
    if (isRule) rule = typeof id === 'string' && id !== '' ? id.slice(0, 80) : undefined;
  }
  return rule;
}

function invalid(message: string, path: readonly (string | number)[]): MappingIssue {
  return { code: 'map-invalid', severity: 'error', message, path };
}
