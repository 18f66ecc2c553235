/** A segment as the naive parser sees it: its id, then elements as repeats of components. */
export interface NaiveSegment {
  readonly id: string;
  readonly elements: readonly (readonly (readonly string[])[])[];
}

/** Bytes of an ISA with its terminator. */
const HEADER = 106;

/**
 * The most obvious reading of X12: cut at the terminator, then at the separators that the ISA declares. Slow, without
 * checks, and only for input that is sound from one ISA to its IEA: no binary payloads, nothing between interchanges.
 * Each character stands for one byte, so that text is not decoded in two ways.
 */
export function naiveParse(text: string): NaiveSegment[] {
  const start = text.trimStart();
  if (start === '') return [];
  const element = start.charAt(3);
  const component = start.charAt(104);
  const terminator = start.charAt(105);
  const version = start.slice(84, 89);
  const declared = start.charAt(82);
  const repetition = version >= '00402' && !/[A-Za-z0-9 ]/.test(declared) ? declared : '';
  const [header = '', ...parts] = [start.slice(0, HEADER - 1), ...start.slice(HEADER).split(terminator)];
  const segments: NaiveSegment[] = [
    {
      id: 'ISA',
      elements: header
        .split(element)
        .slice(1)
        .map((field) => [[field]]),
    },
  ];
  for (let at = 0; at < parts.length; at++) {
    const [id = '', ...elements] = (parts[at] ?? '').replace(/^\s+/, '').split(element);
    if (id === '') continue;
    segments.push({ id, elements: elements.map((field) => repeatsOf(field, repetition, component)) });
    if (id === 'IEA') return [...segments, ...naiveParse(parts.slice(at + 1).join(terminator))];
  }
  return segments;
}

const repeatsOf = (field: string, repetition: string, component: string): string[][] =>
  (repetition === '' ? [field] : field.split(repetition)).map((repeat) => repeat.split(component));
