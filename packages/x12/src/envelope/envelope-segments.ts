import type { GroupHeader } from './interchange.ts';
import type { SegmentContent } from './segment-writer.ts';

/** A segment of plain elements. */
export const plainSegment = (id: string, ...elements: readonly string[]): SegmentContent => ({
  id,
  elements: elements.map((text) => ({ repeats: [[text]] })),
});

export const groupHeaderSegment = (header: GroupHeader): SegmentContent =>
  plainSegment(
    'GS',
    header.functionalIdentifier,
    header.sender,
    header.receiver,
    header.date,
    header.time,
    header.controlNumber,
    header.agency,
    header.version,
  );

export const groupTrailerSegment = (sets: number, controlNumber: string): SegmentContent =>
  plainSegment('GE', String(sets), controlNumber);

export const interchangeTrailerSegment = (groups: number, controlNumber: string): SegmentContent =>
  plainSegment('IEA', String(groups), controlNumber);
