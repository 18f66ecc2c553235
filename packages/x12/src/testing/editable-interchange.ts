import type { Delimiters } from '../envelope/interchange.ts';

/** A segment as text: `elements[0]` is its id. Each character stands for one byte. */
export interface EditableSegment {
  /** Line break and blanks in front of it. */
  readonly lead: string;
  readonly elements: readonly string[];
}

/** An interchange cut at its separators, so that a fault can be put in anywhere. */
export interface EditableInterchange {
  readonly delimiters: Delimiters;
  readonly segments: readonly EditableSegment[];
  /** What follows the last terminator. */
  readonly tail: string;
}

/** Cuts the bytes of one sound interchange. A binary payload that holds separators is not kept together. */
export function editableInterchange(bytes: Uint8Array, delimiters: Delimiters): EditableInterchange {
  const parts = toText(bytes).split(delimiters.segment);
  const tail = parts.pop() ?? '';
  const segments = parts.map((part): EditableSegment => {
    const start = part.search(/[^\s]/);
    return { lead: part.slice(0, start), elements: part.slice(start).split(delimiters.element) };
  });
  return { delimiters, segments, tail };
}

/** The bytes of segments, each with its terminator. */
export function bytesOf({ delimiters, tail }: EditableInterchange, segments: readonly EditableSegment[]): Uint8Array {
  const parts = segments.map(({ lead, elements }) => lead + elements.join(delimiters.element) + delimiters.segment);
  return toBytes(parts.join('') + tail);
}

/** The segment with one element replaced; elements up to there are filled with empty ones. */
export function withElement(segment: EditableSegment, element: number, text: string): EditableSegment {
  const elements = [...segment.elements];
  while (elements.length <= element) elements.push('');
  elements[element] = text;
  return { lead: segment.lead, elements };
}

function toText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function toBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
