import type { ReceivedFile } from '@dist/x12';

/** What a file is and how it stands, in one to three sentences for a person. */
export function firstWords(file: ReceivedFile): string[] {
  const { source, interchanges, sets, issues } = file;
  if (source.length === 0) return ['There is nothing here yet: the text is empty.'];
  if (interchanges.length === 0) return [notX12(source)];
  const groups = interchanges.reduce((sum, interchange) => sum + interchange.groups.length, 0);
  const counts = [
    counted(interchanges.length, 'interchange'),
    counted(groups, 'functional group'),
    counted(sets.length, 'transaction set'),
  ];
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const verdict = `${counted(errors, 'error')}, ${counted(issues.length - errors, 'other issue')}.`;
  return [`${counts.join(', ')}: ${standing(file)}.`, verdict, ...beside(file)];
}

function standing({ sets, interchanges }: ReceivedFile): string {
  if (sets.length === 0) {
    const rejected = interchanges.filter(({ status }) => status === 'rejected').length;
    return rejected === 0 ? 'no transaction set to read' : `${rejected} rejected`;
  }
  const count = (wanted: string) => sets.filter(({ status }) => status === wanted).length;
  const words = [
    [count('accepted'), 'accepted'],
    [count('accepted-with-errors'), 'accepted with errors'],
    [count('rejected'), 'rejected'],
  ] as const;
  return words
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ');
}

function beside({ issues, sets }: ReceivedFile): string[] {
  const isCut = issues.some(({ code }) => code === 'interchange-trailer-missing');
  const unknown = [
    ...new Set(sets.filter(({ definition }) => !definition).map(({ type, group }) => `${type} of ${group.version}`)),
  ];
  return [
    ...(isCut ? ['An interchange ends without IEA: the text may have been cut off.'] : []),
    ...(unknown.length === 0 ? [] : [`Not among the sets of the packages: ${unknown.slice(0, 5).join(', ')}.`]),
  ];
}

/** By the first bytes: what people paste instead of X12. */
function notX12(source: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(source.subarray(0, 400)).trimStart();
  const isBinary = Array.from(start, (sign) => sign.charCodeAt(0)).some((code) => code < 7 || (code > 13 && code < 28));
  const kind = kinds.find(([pattern]) => pattern.test(start))?.[1];
  if (kind !== undefined) return `This is not X12: ${kind}. X12 begins with ISA.`;
  if (isBinary) return 'This is not text: it has bytes that no X12 file has. X12 begins with ISA.';
  if (start.startsWith('ISA'))
    return 'It begins with ISA, but not as an interchange does: ISA is 106 characters long, blanks included. It may have been cut off, or blanks were lost in copying.';
  return 'This is not X12: no interchange was found. X12 begins with ISA.';
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^UN[AB]/, 'it begins as EDIFACT does'],
  [/^[{[]/, 'it looks like JSON'],
  [/^</, 'it looks like XML or HTML'],
  [/^PK\p{Cc}\p{Cc}/u, 'it is a ZIP archive or an office document'],
  [/^%PDF/, 'it is a PDF'],
  [/^(?:ST|GS)[^A-Za-z0-9]/, 'it begins inside of an interchange, and the envelope is missing'],
];

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
