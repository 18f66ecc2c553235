import type { CanonicalDocument } from '../document/document.ts';
import type { Issue } from '../issue.ts';
import type { Result } from '../result.ts';
import type { VersionedDocument, VersionStep } from './version-step.ts';
import { versionSteps } from './version-steps.ts';

/** The version of the model that this package's schemas are of. */
export const currentVersion = '1';

/** What casting needs to know; all of it has a default. */
export interface CastSettings {
  /** The version wanted: `currentVersion` when absent. */
  to?: string | undefined;
  /** The changes of the model: those of this package when absent. */
  steps?: readonly VersionStep[] | undefined;
}

/**
 * Brings a document of an earlier version of the model up to a later one, step by step; one that is there already is
 * given back as it is. What the document holds is for `validate` to judge afterwards. Issues: `version-missing` (no
 * `kind` or `version`), `version-unknown` (no steps lead there).
 */
export function castUp(
  json: unknown,
  { to = currentVersion, steps = versionSteps }: CastSettings = {},
): Result<VersionedDocument> {
  return cast(
    json,
    to,
    steps.map(({ kind, from, to: next, up }) => ({ kind, from, to: next, apply: up })),
  );
}

/**
 * Brings a document down to an earlier version of the model, for a receiver that does not know the later one. The same
 * issues as `castUp`.
 */
export function castDown(
  json: unknown,
  { to = currentVersion, steps = versionSteps }: CastSettings = {},
): Result<VersionedDocument> {
  return cast(
    json,
    to,
    steps.map(({ kind, from, to: next, down }) => ({ kind, from: next, to: from, apply: down })),
  );
}

interface Move {
  kind: CanonicalDocument['kind'];
  from: string;
  to: string;
  apply: VersionStep['up'];
}

function cast(json: unknown, to: string, moves: readonly Move[]): Result<VersionedDocument> {
  if (!isVersioned(json)) return { ok: false, issues: [missing(json)] };
  let document = json;
  // Each move is taken at most once, so that moves in a circle end.
  for (let taken = 0; document.version !== to; taken++) {
    const { kind, version } = document;
    const move = moves.find((one) => one.kind === kind && one.from === version);
    if (move === undefined || taken >= moves.length) return { ok: false, issues: [unknownVersion(json, to)] };
    document = { ...move.apply(document), kind, version: move.to };
  }
  return { ok: true, value: document, issues: [] };
}

function isVersioned(json: unknown): json is VersionedDocument {
  if (typeof json !== 'object' || json === null) return false;
  return isText(own(json, 'kind')) && isText(own(json, 'version'));
}

function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function missing(json: unknown): Issue {
  const isObject = typeof json === 'object' && json !== null;
  const key = isObject && isText(own(json, 'kind')) ? 'version' : 'kind';
  return {
    code: 'version-missing',
    severity: 'error',
    message: isObject ? `The document says no ${key}` : 'There is no document',
    path: isObject ? [key] : [],
    expected: isObject ? `a text in ${key}` : 'an object',
  };
}

function unknownVersion({ kind, version }: VersionedDocument, to: string): Issue {
  return {
    code: 'version-unknown',
    severity: 'error',
    message: `No steps lead from version ${shorten(version)} of ${shorten(kind)} to version ${to}`,
    path: ['version'],
    expected: to,
    found: shorten(version),
  };
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
