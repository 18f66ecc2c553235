import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as definitions004010 from '../src/004010.ts';
import * as definitions005010 from '../src/005010.ts';
import { acknowledge } from '../src/acknowledge.ts';
import type { OutgoingInterchange } from '../src/envelope/outgoing.ts';
import { parse } from '../src/parse.ts';
import { read } from '../src/read.ts';
import { serialize } from '../src/serialize.ts';
import { write } from '../src/write.ts';
import { receivedBefore } from './received-before.ts';
import { inReference, referenceFolder } from './reference-folder.ts';

const folder = inReference('cases', 'x12');

interface Expectation {
  readonly sets?: readonly { readonly st02: string; readonly status: string }[];
  readonly ack?: readonly string[];
  readonly acks?: readonly (readonly string[])[];
  readonly ta1?: string | null;
  readonly gs08?: string;
  readonly noAck?: boolean;
  readonly neverCodes?: readonly string[];
  readonly compare?: string;
}

interface Case {
  readonly name: string;
  readonly file: string;
  readonly version: string;
  readonly type: string;
  readonly given?: {
    readonly ourIds?: readonly { readonly qualifier: string; readonly id: string }[];
    readonly receiverUsage?: 'T' | 'P';
    readonly receivedBefore?: readonly string[];
  };
  readonly expect: Expectation;
  readonly or?: readonly Expectation[];
}

const sets = [...Object.values(definitions004010), ...Object.values(definitions005010)];

describe.skipIf(referenceFolder === undefined)(
  'scenario cases, answered by 997 and TA1 (skipped without the reference folder)',
  () => {
    const files = referenceFolder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.json'));
    const cases = files.flatMap((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Case[]);
    it.each(cases.map((scenario) => [scenario.name, scenario.file, scenario] as const))(
      '%s (%s)',
      (_, __, scenario) => {
        check(scenario);
      },
    );
  },
);

/** Cases that we answer otherwise, each with who is right and why. */
const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  '850-50-c-po1.edi':
    'AK402: PO102 is data element 380 from 005010 on (the facts of the standard say so), the case keeps 330',
};

function check(scenario: Case): void {
  const seen = receivedBefore();
  const stored = new Map<string, Answer>();
  for (const before of scenario.given?.receivedBefore ?? []) stored.set(before, receive(before, scenario, seen).answer);
  const { file, answer, isRetransmission } = receive(scenario.file, scenario, seen);
  // R03 a retransmission is answered by what was stored the first time.
  const sent = isRetransmission ? stored.get(scenario.file) : answer;
  if (sent === undefined) throw new Error('nothing was stored');
  const got = {
    ...sent,
    sets: file.sets.map(({ controlNumber, status }) => ({ st02: controlNumber, status })),
  };
  const wanted = [scenario.expect, ...(scenario.or ?? []).map((other) => ({ ...scenario.expect, ...other }))];
  const matching = wanted.some((one) => agrees(got, one));
  if (KNOWN_DIFFERENCES[scenario.file] !== undefined) {
    expect(matching).toBe(false);
    return;
  }
  if (!matching) expect(got).toEqual(scenario.expect);
  expect(matching).toBe(true);
}

function receive(name: string, { given }: Case, seen: ReturnType<typeof receivedBefore>) {
  const file = read(readFileSync(`${folder}/${name}`), {
    sets,
    seen,
    receiver: { ids: given?.ourIds, usage: given?.receiverUsage },
  });
  const [interchange] = file.interchanges;
  if (interchange === undefined) throw new Error('no interchange was read');
  const answer = acknowledge(interchange, { controlNumber: '000000042', at: new Date('2026-01-15T09:00:00Z') });
  return { file, answer: linesOf(answer), isRetransmission: interchange.retransmission === true };
}

interface Answer {
  readonly acks: readonly (readonly string[])[];
  readonly ta1: string | null;
  readonly gs08: readonly string[];
}

/** The answer as it is written, in `*` and `>`. */
function linesOf(answer: OutgoingInterchange | undefined): Answer {
  if (answer === undefined) return { acks: [], ta1: null, gs08: [] };
  const written = write(answer);
  if (!written.ok) throw new Error(JSON.stringify(written.issues, null, 1));
  const [interchange] = parse(written.value).interchanges;
  const plain = interchange && serialize(interchange, { delimiters: { element: '*', component: '>', segment: '~' } });
  if (!plain?.ok) throw new Error('the answer can not be written with * and >');
  const lines = new TextDecoder().decode(plain.value).split('~');
  const acks: string[][] = [];
  for (const line of lines) {
    if (line.startsWith('ST*')) acks.push([]);
    if (/^AK\d/.test(line)) acks.at(-1)?.push(line);
  }
  return {
    acks,
    ta1: lines.find((line) => line.startsWith('TA1*')) ?? null,
    gs08: lines.filter((line) => line.startsWith('GS*')).map((line) => line.split('*')[8] ?? ''),
  };
}

function agrees(got: Answer & { sets: readonly { st02: string; status: string }[] }, wanted: Expectation): boolean {
  const acks = wanted.acks ?? (wanted.ack === undefined ? undefined : wanted.ack.length === 0 ? [] : [wanted.ack]);
  if ((wanted.ta1 ?? null) !== got.ta1) return false;
  if (wanted.gs08 !== undefined && !got.gs08.every((version) => version === wanted.gs08)) return false;
  switch (wanted.compare) {
    case 'position':
      return sameList(positions(got.acks), positions(acks ?? []), sameSegment);
    case 'status-and-first-position':
      return (
        sameSets(got.sets, wanted.sets) && sameSegment(positions(got.acks)[0] ?? '', positions(acks ?? [])[0] ?? '')
      );
    case 'ak9-code':
      return ak9Codes(got.acks) === ak9Codes(acks ?? []) && !got.acks.flat().some((line) => line.startsWith('AK9*A'));
    default:
      return (
        sameSets(got.sets, wanted.sets) &&
        (acks === undefined || sameList(got.acks, acks, (left, right) => sameList(left, right, sameSegment)))
      );
  }
}

/** Where nothing may be passed on, sets may be shown as rejected. */
function sameSets(got: readonly { st02: string; status: string }[], wanted: Expectation['sets']): boolean {
  if (wanted === undefined) return true;
  if (wanted.length === 0) return got.every(({ status }) => status === 'rejected');
  return JSON.stringify(got) === JSON.stringify(wanted.map(({ st02, status }) => ({ st02, status })));
}

const ak9Codes = (acks: readonly (readonly string[])[]): string =>
  acks
    .flat()
    .filter((line) => line.startsWith('AK9'))
    .map((line) => line.split('*').slice(5).join('*'))
    .join('\n');

const positions = (acks: readonly (readonly string[])[]): string[] =>
  acks
    .flat()
    .filter((line) => /^AK[34]/.test(line))
    .map((line) =>
      line
        .split('*')
        .slice(0, line.startsWith('AK3') ? 3 : 2)
        .join('*'),
    );

function sameList<T>(left: readonly T[], right: readonly T[], same: (left: T, right: T) => boolean): boolean {
  return left.length === right.length && left.every((item, index) => same(item, right[index] as T));
}

/** Elements that may be missing on either side. */
const OPTIONAL: Readonly<Record<string, readonly number[]>> = { AK1: [3], AK2: [3], AK3: [3], AK4: [2, 4] };

function sameSegment(left: string, right: string): boolean {
  const [one, other] = [left.split('*'), right.split('*')];
  const id = one[0] ?? '';
  if (id === 'AK5') {
    const codes = (elements: string[]) => [elements[1], ...elements.slice(2).sort()].join('*');
    return other[0] === id && codes(one) === codes(other);
  }
  return Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).every((index) => {
    const [a, b] = [one[index] ?? '', other[index] ?? ''];
    if (a === b || (OPTIONAL[id]?.includes(index) && (a === '' || b === ''))) return true;
    if (id !== 'AK4' || index !== 1) return false;
    const [x = [], y = []] = [a.split('>'), b.split('>')];
    return x[0] === y[0] && (x.length === 1 || y.length === 1);
  });
}
