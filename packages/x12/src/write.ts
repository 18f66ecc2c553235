import { encodeDocument } from './encode/encode-document.ts';
import { checkOutgoing } from './envelope/check-outgoing.ts';
import {
  groupHeaderSegment,
  groupTrailerSegment,
  interchangeTrailerSegment,
  plainSegment,
} from './envelope/envelope-segments.ts';
import type { Delimiters, InterchangeHeader } from './envelope/interchange.ts';
import type { OutgoingGroup, OutgoingInterchange, OutgoingSet } from './envelope/outgoing.ts';
import { type SegmentWriter, segmentWriter } from './envelope/segment-writer.ts';
import type { Address, Issue } from './issue.ts';
import type { Result } from './result.ts';

/**
 * The bytes of an interchange: documents are encoded and checked, ST to IEA made, counted and numbered. Text is UTF-8.
 * When anything is wrong there are no bytes, and the issues say where: `path` begins with `groups`, `sets` and the
 * document's own place.
 * @throws RangeError when `at` is no instant of the years 1 to 9999.
 */
export function write(outgoing: OutgoingInterchange): Result<Uint8Array> {
  const issues: Issue[] = [];
  const report = (issue: Issue): void => {
    issues.push(issue);
  };
  const version = outgoing.version ?? '00401';
  const delimiters = outgoing.delimiters ?? wantedDelimiters(outgoing, version) ?? defaultDelimiters(version);
  const stamp = stampOf(outgoing.at);
  checkOutgoing(outgoing, version, delimiters, report);
  if (hasError(issues)) return { ok: false, issues };
  const writer = segmentWriter(delimiters, outgoing.lineBreak ?? '', report);
  writeInterchange(writer, outgoing, { version, delimiters, stamp, report });
  return hasError(issues) ? { ok: false, issues } : { ok: true, value: writer.bytes(), issues };
}

const hasError = (issues: readonly Issue[]): boolean => issues.some(({ severity }) => severity === 'error');

/** Those of the first guide that wants some. */
function wantedDelimiters({ groups }: OutgoingInterchange, version: string): Delimiters | undefined {
  const wanted = groups.flatMap(({ sets }) =>
    sets.flatMap(({ definition }) => definition.guide?.guide.separators ?? []),
  );
  const [first] = wanted;
  if (first === undefined) return undefined;
  const { element, component, segment } = first;
  return version < '00402' ? { element, component, segment } : { ...defaultDelimiters(version), ...first };
}

const defaultDelimiters = (version: string): Delimiters => ({
  element: '*',
  component: '>',
  segment: '~',
  ...(version < '00402' ? {} : { repetition: '^' }),
});

interface Stamp {
  /** CCYYMMDD. */
  readonly date: string;
  /** HHMM. */
  readonly time: string;
}

function stampOf(at: Date): Stamp {
  const year = at.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError('at must be an instant of the years 1 to 9999');
  const [date = '', time = ''] = at.toISOString().split('T');
  return { date: date.replaceAll('-', ''), time: time.slice(0, 5).replace(':', '') };
}

interface Context {
  readonly version: string;
  readonly delimiters: Delimiters;
  readonly stamp: Stamp;
  readonly report: (issue: Issue) => void;
}

function writeInterchange(writer: SegmentWriter, outgoing: OutgoingInterchange, context: Context): void {
  const { stamp, version } = context;
  const { sender, receiver, controlNumber, usage, groups } = outgoing;
  const address = { interchange: controlNumber };
  const header: InterchangeHeader = {
    sender,
    receiver,
    date: stamp.date.slice(2),
    time: stamp.time,
    version,
    controlNumber,
    acknowledgmentRequested: outgoing.acknowledgmentRequested ?? false,
    usage,
  };
  writer.header(header, address);
  outgoing.acknowledgments?.forEach((answer, index) => {
    const segment = plainSegment('TA1', answer.controlNumber, answer.date, answer.time, answer.code, answer.note);
    writer.segment(segment, { address, path: ['acknowledgments', index] });
  });
  groups.forEach((group, index) => {
    writeGroup(writer, group, ['groups', index], address, context);
  });
  writer.segment(interchangeTrailerSegment(groups.length, controlNumber), { address, path: ['IEA'] });
}

function writeGroup(
  writer: SegmentWriter,
  group: OutgoingGroup,
  path: readonly (string | number)[],
  parent: Address,
  context: Context,
): void {
  const { sender, receiver, controlNumber, sets } = group;
  const address = { ...parent, group: controlNumber };
  const definition = sets[0]?.definition;
  const header = {
    functionalIdentifier: definition?.functionalIdentifier ?? '',
    sender,
    receiver,
    ...context.stamp,
    controlNumber,
    agency: 'X',
    version: group.version ?? definition?.release ?? '',
  };
  writer.segment(groupHeaderSegment(header), { address, path: [...path, 'GS'] });
  sets.forEach((set, index) => {
    writeSet(writer, set, [...path, 'sets', index], address, context);
  });
  writer.segment(groupTrailerSegment(sets.length, controlNumber), { address, path: [...path, 'GE'] });
}

function writeSet(
  writer: SegmentWriter,
  set: OutgoingSet,
  path: readonly (string | number)[],
  parent: Address,
  { report, delimiters }: Context,
): void {
  const { definition, document, controlNumber } = set;
  const address = { ...parent, set: controlNumber, type: definition.id };
  const { segments, places, issues } = encodeDocument(definition, document);
  for (const issue of issues) report({ ...issue, address, path: [...path, ...issue.path] });
  for (const issue of definition.guide?.checkSeparators(delimiters) ?? []) report({ ...issue, address, path });
  if (hasError(issues)) return;
  writer.segment(plainSegment('ST', definition.id, controlNumber), { address, path: [...path, 'ST'], position: 1 });
  segments.forEach((segment, index) => {
    const place = places[index]?.path ?? [segment.id];
    writer.segment(segment, { address, path: [...path, ...place], position: segment.position });
  });
  const count = segments.length + 2;
  const trailer = plainSegment('SE', String(count), controlNumber);
  writer.segment(trailer, { address, path: [...path, 'SE'], position: count });
}
