import { type Definition, encode, type Issue, parse, read, type Segment, write } from '@dist/x12';
import { type Guide, withGuide } from '@dist/x12/guide';
import type { MappingIssue } from '../issue.ts';
import type { Result } from '../result.ts';
import { x12 } from '../x12/x12.ts';
import type { NativeEnd } from './native-end.ts';

/** Documents of a transaction set, and the companion guide that is laid over its definition. */
export function x12NativeEnd(definition: Definition, guide?: Guide): NativeEnd {
  const guided = guide === undefined ? definition : withGuide(definition, guide);
  return {
    format: x12(definition),
    definition: guided,
    dayOf,
    parse: (text) => readOne(definition, text),
    print: (document) => {
      const encoded = encode(definition, document);
      return result(encoded.ok ? encoded.value.map(lineOf) : undefined, encoded.issues);
    },
    sendAndReceive(document) {
      const sent = write(interchangeOf(guided, document));
      return sent.ok ? readOne(guided, sent.value) : result<unknown>(undefined, sent.issues);
    },
  };
}

function dayOf(text: string): string | undefined {
  const date = parse(text).interchanges[0]?.groups[0]?.header.date ?? '';
  return /^\d{8}$/.test(date) ? `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}` : undefined;
}

function readOne(definition: Definition, source: string | Uint8Array): Result<unknown> {
  const file = read(source, { sets: [definition] });
  const [set, second] = file.sets;
  if (set === undefined || second !== undefined || set.type !== definition.id) {
    const message = `A file with one ${definition.id} is expected, and ${file.sets.length} sets stand in it`;
    const found = file.sets.map(({ type }) => type).join(', ');
    const fault: MappingIssue = { code: 'file-malformed', severity: 'error', message, path: [], found };
    return { ok: false, issues: [fault, ...file.issues.map(toMappingIssue)] };
  }
  return result(set.document, file.issues);
}

function result<T>(value: T | undefined, issues: readonly Issue[]): Result<T> {
  const mapped = issues.map(toMappingIssue);
  const isRefused = value === undefined || issues.some(({ severity }) => severity === 'error');
  return isRefused ? { ok: false, issues: mapped } : { ok: true, value, issues: mapped };
}

function toMappingIssue({ code, severity, message, path }: Issue): MappingIssue {
  return { code, severity, message, path, side: 'native' };
}

/** A segment as text, with the separators that are usual whatever those of its file are. */
function lineOf({ id, elements }: Segment): string {
  const texts = elements.map(({ repeats }) => repeats.map((parts) => trimmed(parts, '>')).join('^'));
  return trimmed([id, ...texts], '*');
}

function trimmed(parts: readonly string[], separator: string): string {
  let end = parts.length;
  while (end > 0 && parts[end - 1] === '') end--;
  return parts.slice(0, end).join(separator);
}

/** Separators that no text holds; those of the companion guide go before them. */
const SEPARATORS = { element: '\u001d', component: '\u001f', segment: '\u001c' };

function interchangeOf(definition: Definition, document: unknown): Parameters<typeof write>[0] {
  const version = definition.release.slice(0, 5);
  const repetition = version < '00402' ? {} : { repetition: '\u001e' };
  const isWanted = definition.guide?.guide.separators !== undefined;
  return {
    sender: { qualifier: 'ZZ', id: 'SENDER' },
    receiver: { qualifier: 'ZZ', id: 'RECEIVER' },
    controlNumber: '000000001',
    at: new Date('2026-03-01T08:15:00Z'),
    usage: 'T',
    version,
    ...(isWanted ? {} : { delimiters: { ...SEPARATORS, ...repetition } }),
    groups: [
      {
        sender: 'SENDER',
        receiver: 'RECEIVER',
        controlNumber: '1',
        sets: [{ definition, document, controlNumber: '0001' }],
      },
    ],
  };
}
