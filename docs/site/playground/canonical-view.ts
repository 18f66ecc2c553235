import * as canonical from '@dist/canonical';
import { compile, loadMap, loadOverlay, type Overlay, type TraceStep } from '@dist/mapping';
import { x12 } from '@dist/mapping/x12';
import type { Definition } from '@dist/x12';
import * as z from 'zod';
import { jsonLines } from './json-lines.ts';
import { type Lines, linesOf } from './lines.ts';

/** A canonical document as JSON, and for each line the step of the map that made its value. */
export interface CanonicalView {
  readonly sentences: readonly string[];
  readonly lines: Lines;
  readonly steps: readonly ShownStep[];
  /** For each line the number of its step; -1 where no rule made it. */
  readonly stepOfLine: Int32Array;
}

/** Which rule made a value, and of what. */
export interface ShownStep {
  readonly rule: string;
  readonly to: string;
  readonly from: string;
  readonly as: string;
  readonly found: string;
  readonly value: string;
}

/** So many issues and lost values are told. */
const MOST_TOLD = 20;

/** A document read by a map, with its trace. */
export function canonicalView(
  document: unknown,
  definition: Definition,
  { map, overlay }: { readonly map: unknown; readonly overlay: unknown },
): CanonicalView {
  const loaded = loadMap(map);
  if (!loaded.ok) return nothing(told(loaded.issues));
  const overlays: Overlay[] = [];
  if (overlay !== undefined) {
    const partner = loadOverlay(overlay);
    if (!partner.ok) return nothing(told(partner.issues));
    overlays.push(partner.value);
  }
  const schema = schemaOf(loaded.value.canonical);
  if (schema === undefined) return nothing([`There is no canonical document ${loaded.value.canonical}.`]);
  const compiled = compile(loaded.value, { native: x12(definition), canonical: schema, overlays });
  if (!compiled.ok) return nothing(told(compiled.issues));
  const { ok, value, partial, issues, loss, trace } = compiled.value.read(document as never, { trace: true });
  const made = ok ? value : partial;
  const lost = loss.slice(0, MOST_TOLD).map(({ at, value }) => `${at} (${JSON.stringify(value)})`);
  const sentences = [
    `Map ${loaded.value.id}${overlays.map(({ id }) => `, overlay ${id}`).join('')}: ${ok ? 'read' : 'not all could be read'}.`,
    ...told(issues),
    ...(lost.length === 0
      ? []
      : [`No rule reads ${lost.join(', ')}${loss.length > MOST_TOLD ? ` and ${loss.length - MOST_TOLD} more` : ''}.`]),
  ];
  return { sentences, ...traced(made, trace?.steps ?? []) };
}

function nothing(sentences: string[]): CanonicalView {
  return { sentences, lines: linesOf([]), steps: [], stepOfLine: new Int32Array() };
}

function told(issues: readonly { readonly message: string }[]): string[] {
  const rest = issues.length - MOST_TOLD;
  return [
    ...issues.slice(0, MOST_TOLD).map(({ message }) => message),
    ...(rest > 0 ? [`${rest} more issues are not shown.`] : []),
  ];
}

function schemaOf(kind: string): z.ZodType<unknown> | undefined {
  return Object.values<unknown>(canonical).find((schema): schema is z.ZodObject => {
    if (!(schema instanceof z.ZodObject)) return false;
    const literal: unknown = schema.shape['kind'];
    return literal instanceof z.ZodLiteral && literal.value === kind;
  });
}

function traced(made: unknown, steps: readonly TraceStep[]): Omit<CanonicalView, 'sentences'> {
  const byPlace = new Map(steps.map(({ to }, index) => [to, index]));
  const stepOf: number[] = [];
  const texts = function* () {
    for (const { text, path } of jsonLines(made)) {
      stepOf.push(path === '' ? -1 : (byPlace.get(path) ?? byPlace.get(around(path)) ?? -1));
      yield text;
    }
  };
  const lines = linesOf(made === undefined ? [] : texts());
  return { lines, steps: steps.map(shownStep), stepOfLine: Int32Array.from(stepOf.slice(0, lines.starts.length)) };
}

/** The object that holds a value: a rule of pairs makes scheme and value of an identifier at once. */
function around(path: string): string {
  return path.replace(/\.[^.[\]]+$/, '');
}

function shownStep({ rule, to, from, as, found, value }: TraceStep): ShownStep {
  return { rule, to, from: from ?? '', as: as ?? '', found: inWords(found), value: inWords(value) };
}

function inWords(value: unknown): string {
  return value === undefined || (Array.isArray(value) && value.length === 0)
    ? ''
    : (JSON.stringify(value) ?? '').slice(0, 200);
}
