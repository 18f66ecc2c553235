import type { Address, Issue } from '../issue.ts';
import { makeIssue } from '../make-issue.ts';
import { GrowingBytes } from './growing-bytes.ts';
import type { Delimiters, Element, InterchangeHeader, Segment } from './interchange.ts';
import { interchangeHeaderText } from './interchange-header-text.ts';

/** A segment to write; where it came from does not matter. */
export type SegmentContent = Pick<Segment, 'id' | 'elements'>;

/** Where a segment belongs, for issues. */
export interface SegmentPlace {
  readonly address: Address;
  /** Of the segment itself, for instance `['groups', 0, 'GS']`. */
  readonly path: readonly (string | number)[];
  /** From ST = 1 in its set. */
  readonly position?: number | undefined;
}

export interface SegmentWriter {
  /** The ISA: fixed width, so that it is not made of segments' rules. */
  header(header: InterchangeHeader, address: Address): void;
  segment(segment: SegmentContent, place: SegmentPlace): void;
  /** Segments as they were read, terminator of the last one excepted. */
  raw(bytes: Uint8Array): void;
  /** All that was written. */
  bytes(): Uint8Array;
}

/** No byte. */
const NONE = -1;

/**
 * Joins segments with separators. X12 has no escape: a value that holds a separator can not be written, and is reported
 * (`value-holds-separator`) and not changed. Text becomes UTF-8; the payload of BIN and BDS goes out byte for byte.
 */
export function segmentWriter(
  delimiters: Delimiters,
  lineBreak: string,
  report: (issue: Issue) => void,
): SegmentWriter {
  const out = new GrowingBytes();
  const separator = new TextEncoder().encode(delimiters.element);
  const end = new TextEncoder().encode(delimiters.segment + lineBreak);
  const isPlain = plainTable(delimiters);
  // A separator beyond ASCII takes more than one byte, and then every element is written the long way.
  const [single = NONE] = separator.length === 1 ? separator : [];
  return {
    header(header, address) {
      out.add(singleBytes(interchangeHeaderText(header, delimiters, address, report) + lineBreak));
    },
    segment(segment, place) {
      const payload = payloadOf(segment);
      const elements = payload === undefined ? segment.elements : segment.elements.slice(0, -1);
      if (!out.addPlain(NONE, segment.id, isPlain)) out.addText(segment.id);
      for (let index = 0; index < elements.length; index++) {
        const element = elements[index] as Element;
        const text = onlyText(element);
        if (text !== undefined && single >= 0 && out.addPlain(single, text, isPlain)) continue;
        out.add(separator);
        checkElement(element, index + 1, segment, delimiters, place, report);
        out.addText(joined(element, delimiters));
      }
      if (payload !== undefined) {
        if (!hasOnlyBytes(payload)) report(notBytes(payload, segment, place));
        out.add(separator);
        out.add(singleBytes(payload));
      }
      out.add(end);
    },
    raw(bytes) {
      out.add(bytes);
      out.add(end);
    },
    bytes: () => out.taken(),
  };
}

/** Marks the printable characters of ASCII that are no separators: a text of these has neither to be checked nor encoded. */
function plainTable({ element, component, segment, repetition = '' }: Delimiters): Uint8Array {
  const table = new Uint8Array(0x80).fill(1, 0x20, 0x7f);
  for (const separator of `${element}${component}${segment}${repetition}`) table[separator.charCodeAt(0)] = 0;
  return table;
}

/** The text of an element without repeats and components, which almost every one is. */
function onlyText({ repeats }: Element): string | undefined {
  const [first] = repeats;
  return repeats.length === 1 && first?.length === 1 ? first[0] : undefined;
}

/** BIN02 and BDS03 are bytes, one per character, whose length stands before them. */
function payloadOf({ id, elements }: SegmentContent): string | undefined {
  if (!((id === 'BIN' && elements.length === 2) || (id === 'BDS' && elements.length === 3))) return undefined;
  const payload = elements.at(-1)?.repeats[0]?.[0] ?? '';
  const length = elements.at(-2)?.repeats[0]?.[0];
  return Number(length) === payload.length ? payload : undefined;
}

const hasOnlyBytes = (payload: string): boolean => !/[\u0100-\uffff]/.test(payload);

function notBytes(payload: string, { id, elements }: SegmentContent, { address, path, position }: SegmentPlace): Issue {
  const number = elements.length;
  const designator = `${id}${String(number).padStart(2, '0')}`;
  return makeIssue('document-value', {
    message: `${designator} holds a character that is no byte`,
    at: { offset: 0, length: 0, element: number, ...(position === undefined ? {} : { segment: position }) },
    address,
    path: [...path, designator],
    expected: 'bytes, one for each character',
    found: payload.slice(0, 200),
  });
}

const singleBytes = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

function joined(element: Element, delimiters: Delimiters): string {
  const [first] = element.repeats;
  if (element.repeats.length === 1 && first?.length === 1) return first[0] as string;
  return element.repeats.map((components) => components.join(delimiters.component)).join(delimiters.repetition ?? '');
}

function checkElement(
  element: Element,
  number: number,
  segment: SegmentContent,
  delimiters: Delimiters,
  place: SegmentPlace,
  report: (issue: Issue) => void,
): void {
  const { repeats } = element;
  if (repeats.length > 1 && delimiters.repetition === undefined)
    report(unwritable('a separator for its repeats', 'an element that repeats', { number, segment, place }));
  for (let repeat = 0; repeat < repeats.length; repeat++) {
    const components = repeats[repeat] as readonly string[];
    for (let component = 0; component < components.length; component++) {
      const value = components[component] as string;
      const separator = heldSeparator(value, delimiters);
      if (separator === undefined) continue;
      const where = {
        number,
        segment,
        place,
        ...(repeats.length > 1 ? { repeat: repeat + 1 } : {}),
        ...(components.length > 1 ? { component: component + 1 } : {}),
      };
      report(unwritable(`text without ${separator}`, value, where));
    }
  }
}

function heldSeparator(value: string, delimiters: Delimiters): string | undefined {
  if (value.includes(delimiters.element)) return `the element separator ${JSON.stringify(delimiters.element)}`;
  if (value.includes(delimiters.segment)) return `the segment terminator ${JSON.stringify(delimiters.segment)}`;
  if (value.includes(delimiters.component)) return `the component separator ${JSON.stringify(delimiters.component)}`;
  if (delimiters.repetition !== undefined && value.includes(delimiters.repetition))
    return `the repetition separator ${JSON.stringify(delimiters.repetition)}`;
  // A carriage return before a line feed that ends a segment is taken for a part of the line break.
  return delimiters.segment === '\n' && value.endsWith('\r') ? 'a carriage return at its end' : undefined;
}

interface Where {
  readonly number: number;
  readonly segment: SegmentContent;
  readonly place: SegmentPlace;
  readonly repeat?: number;
  readonly component?: number;
}

function unwritable(expected: string, found: string, { number, segment, place, repeat, component }: Where): Issue {
  const designator = `${segment.id}${String(number).padStart(2, '0')}`;
  return makeIssue('value-holds-separator', {
    message: `${designator} can not be written with these separators`,
    at: {
      offset: 0,
      length: 0,
      element: number,
      ...(place.position === undefined ? {} : { segment: place.position }),
      ...(repeat === undefined ? {} : { repeat }),
      ...(component === undefined ? {} : { component }),
    },
    address: place.address,
    path: [...place.path, designator],
    expected,
    found: found.slice(0, 200),
  });
}
