import { parse } from '@dist/x12';

/** What left for an interchange, in the words of the cases: 997s from AK1 to AK9, the TA1, GS08 of the groups. */
export interface AnswerLines {
  readonly acks: readonly (readonly string[])[];
  readonly ta1: string | null;
  readonly gs08: readonly string[];
}

/** Reads the files that left, whatever separators they are written with. */
export function answerLines(files: readonly string[]): AnswerLines {
  const acks: string[][] = [];
  const gs08: string[] = [];
  let ta1: string | null = null;
  for (const file of files)
    for (const interchange of parse(file).interchanges) {
      for (const segment of interchange.acknowledgments) ta1 = lineOf(segment);
      for (const { header, sets } of interchange.groups) {
        gs08.push(header.version);
        for (const { segments } of sets) acks.push(segments.map(lineOf).filter((line) => line.startsWith('AK')));
      }
    }
  return { acks, ta1, gs08 };
}

type Parsed = ReturnType<typeof parse>['interchanges'][number]['acknowledgments'][number];

function lineOf({ id, elements }: Parsed): string {
  const values = elements.map(({ repeats }) => repeats.map((components) => components.join('>')).join('^'));
  return [id, ...values].join('*');
}

/** What a case expects. */
export interface ExpectedAnswer {
  readonly ack?: readonly string[];
  readonly acks?: readonly (readonly string[])[];
  readonly ta1?: string | null;
  readonly gs08?: string;
  readonly compare?: string;
}

/** Whether an answer is one that the case allows: as its README says what may be missing, and what is not compared. */
export function isAsExpected(got: AnswerLines, wanted: ExpectedAnswer): boolean {
  const acks = wanted.acks ?? (wanted.ack === undefined ? [] : wanted.ack.length === 0 ? [] : [wanted.ack]);
  if ((wanted.ta1 ?? null) !== got.ta1) return false;
  if (wanted.gs08 !== undefined && got.gs08.some((version) => version !== wanted.gs08)) return false;
  switch (wanted.compare) {
    case 'position':
      return equal(placesIn(got.acks), placesIn(acks), isSameLine);
    case 'status-and-first-position':
      return isSameLine(placesIn(got.acks)[0] ?? '', placesIn(acks)[0] ?? '');
    case 'ak9-code':
      return verdicts(got.acks) === verdicts(acks) && !got.acks.flat().some((line) => line.startsWith('AK9*A'));
    default:
      return equal(got.acks, acks, (left, right) => equal(left, right, isSameLine));
  }
}

/** Segment and element that each fault stands at. */
const placesIn = (acks: readonly (readonly string[])[]): readonly string[] =>
  acks.flat().flatMap((line) => {
    const [id = '', ...values] = line.split('*');
    return id === 'AK3' || id === 'AK4' ? [[id, ...values.slice(0, id === 'AK3' ? 2 : 1)].join('*')] : [];
  });

const verdicts = (acks: readonly (readonly string[])[]): string =>
  acks
    .flat()
    .flatMap((line) => (line.startsWith('AK9') ? line.split('*').slice(5).join('*') : []))
    .join('|');

function equal<Item>(left: readonly Item[], right: readonly Item[], same: (a: Item, b: Item) => boolean): boolean {
  return left.length === right.length && left.every((item, index) => same(item, right[index] as Item));
}

/** Elements that may be missing on either side. */
const optional: Readonly<Record<string, readonly number[]>> = { AK1: [3], AK2: [3], AK3: [3], AK4: [2, 4] };

function isSameLine(left: string, right: string): boolean {
  const [one, other] = [left.split('*'), right.split('*')];
  const [id = ''] = one;
  if (id !== other[0]) return false;
  if (id === 'AK5') return one[1] === other[1] && [...one.slice(2)].sort().join() === [...other.slice(2)].sort().join();
  return Array.from({ length: Math.max(one.length, other.length) }, (_, at) => at).every((at) => {
    const [a = '', b = ''] = [one[at], other[at]];
    const mayMiss = optional[id]?.includes(at) === true && (a === '' || b === '');
    const [x = [], y = []] = [a.split('>'), b.split('>')];
    const isPlace = id === 'AK4' && at === 1 && x[0] === y[0] && (x.length === 1 || y.length === 1);
    return a === b || mayMiss || isPlace;
  });
}
