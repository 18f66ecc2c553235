import { checkDelimiters } from './envelope/check-delimiters.ts';
import { groupHeaderSegment, groupTrailerSegment, interchangeTrailerSegment } from './envelope/envelope-segments.ts';
import type { Delimiters, FunctionalGroup, Interchange, Segment, TransactionSet } from './envelope/interchange.ts';
import { bytesOf } from './envelope/interchange-source.ts';
import { type SegmentPlace, type SegmentWriter, segmentWriter } from './envelope/segment-writer.ts';
import { sourceOf } from './envelope/set-source.ts';
import type { Address, Issue } from './issue.ts';
import { ScannedSegment } from './lexical/scanned-segment.ts';
import { makeIssue } from './make-issue.ts';
import type { Result } from './result.ts';

/**
 * The bytes of an interchange that was read. Untouched and without options it gives its own bytes, line breaks and faults
 * included. One of which something was replaced (`{ ...interchange, groups }`) gets an envelope made from the headers, with
 * right counts; its untouched sets keep their bytes. With other line breaks its untouched segments do, with other separators
 * all is written anew: nothing between ST and SE is corrected, and parsed again it gives the same segments. New text is UTF-8.
 * A value that holds one of the separators can not be written: then there are no bytes (`value-holds-separator`).
 */
export function serialize(
  interchange: Interchange,
  options: { readonly delimiters?: Delimiters | undefined; readonly lineBreak?: '' | '\n' | '\r\n' | undefined } = {},
): Result<Uint8Array> {
  const own = options.delimiters === undefined && options.lineBreak === undefined ? bytesOf(interchange) : undefined;
  if (own !== undefined) return { ok: true, value: own.slice(), issues: [] };
  const { delimiters = interchange.delimiters, lineBreak = '' } = options;
  const { header, address, groups } = interchange;
  const fault = checkDelimiters(delimiters, header.version, lineBreak);
  if (fault !== undefined) return { ok: false, issues: [separatorIssue(fault, interchange, delimiters)] };
  const issues: Issue[] = [];
  const writer = segmentWriter(delimiters, lineBreak, (issue) => issues.push(issue));
  writer.header(header, address);
  for (const segment of interchange.acknowledgments) writer.segment(segment, { address, path: [segment.id] });
  const sameSeparators = sameDelimiters(delimiters, interchange.delimiters);
  const keeps = { sets: sameSeparators && options.lineBreak === undefined, segments: sameSeparators };
  for (const group of groups) writeGroup(writer, group, keeps);
  writer.segment(interchangeTrailerSegment(groups.length, header.controlNumber), { address, path: ['IEA'] });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: writer.bytes(), issues };
}

/** What goes out in its own bytes where it was not replaced. */
interface Kept {
  readonly sets: boolean;
  readonly segments: boolean;
}

function writeGroup(writer: SegmentWriter, group: FunctionalGroup, keeps: Kept): void {
  const { header, sets, address } = group;
  writer.segment(groupHeaderSegment(header), { address, path: ['GS'] });
  for (const set of sets) {
    const bytes = keeps.sets ? sourceOf(set)?.bytes : undefined;
    if (bytes !== undefined) writer.raw(bytes);
    else writeSegments(writer, set, keeps);
  }
  writer.segment(groupTrailerSegment(sets.length, header.controlNumber), { address, path: ['GE'] });
}

function writeSegments(writer: SegmentWriter, { segments, address }: TransactionSet, keeps: Kept): void {
  const place = new PlaceInSet(address);
  for (const segment of segments) {
    const bytes = keeps.segments && segment instanceof ScannedSegment ? segment.bytes : undefined;
    place.segment = segment;
    if (bytes !== undefined) writer.raw(bytes);
    else writer.segment(segment, place);
  }
}

/** One for all segments of a set: it is asked only where something is wrong. */
class PlaceInSet implements SegmentPlace {
  readonly address: Address;
  segment: Segment | undefined;

  constructor(address: Address) {
    this.address = address;
  }

  get path(): readonly string[] {
    return this.segment === undefined ? [] : [this.segment.id];
  }

  get position(): number | undefined {
    return this.segment?.position;
  }
}

const sameDelimiters = (one: Delimiters, other: Delimiters): boolean =>
  one.element === other.element &&
  one.component === other.component &&
  one.segment === other.segment &&
  one.repetition === other.repetition;

const separatorIssue = (fault: string, { address }: Interchange, delimiters: Delimiters): Issue =>
  makeIssue('outgoing-separators', {
    message: fault,
    at: { offset: 0, length: 0 },
    address,
    path: ['delimiters'],
    expected: 'separators that are one character each and differ',
    found: JSON.stringify(delimiters),
  });
