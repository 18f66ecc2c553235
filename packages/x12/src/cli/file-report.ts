import type { Delimiters, InterchangeHeader, Segment } from '../envelope/interchange.ts';
import type { InterchangeAcknowledgment } from '../envelope/outgoing.ts';
import type { ReceivedFile, ReceivedGroup, ReceivedInterchange, ReceivedSet, Status } from '../received.ts';

/** A file as `x12 json` prints it and `x12 write` takes it. */
export interface FileReport {
  readonly file: string;
  readonly interchanges: readonly InterchangeReport[];
}

/** An interchange: its header, its separators, what it holds. */
export interface InterchangeReport
  extends Pick<InterchangeHeader, 'sender' | 'receiver' | 'controlNumber' | 'version' | 'acknowledgmentRequested'> {
  readonly status: Status;
  /** ISA09 and ISA10, as an instant: `2026-01-15T08:30:00Z`. */
  readonly at: string;
  /** ISA15. */
  readonly usage: string;
  readonly delimiters: Delimiters;
  /** The TA1 segments. */
  readonly acknowledgments: readonly InterchangeAcknowledgment[];
  readonly groups: readonly GroupReport[];
}

/** A functional group, by GS01 to GS08. */
export interface GroupReport {
  readonly id: string;
  readonly sender: string;
  readonly receiver: string;
  readonly controlNumber: string;
  readonly version: string;
  readonly sets: readonly SetReport[];
}

/** A transaction set with its typed document; none where it is rejected. */
export interface SetReport {
  readonly id: string;
  readonly controlNumber: string;
  readonly status: Status;
  readonly document?: unknown;
}

/** The report of a file that was read. */
export function fileReport(file: string, { interchanges }: ReceivedFile): FileReport {
  return { file, interchanges: interchanges.map(interchangeReport) };
}

function interchangeReport(interchange: ReceivedInterchange): InterchangeReport {
  const { header, status, delimiters, acknowledgments, groups } = interchange;
  const { sender, receiver, controlNumber, version, usage, acknowledgmentRequested } = header;
  return {
    status,
    sender,
    receiver,
    controlNumber,
    at: instantOf(header, groups),
    usage,
    version,
    acknowledgmentRequested,
    delimiters,
    acknowledgments: acknowledgments.map(acknowledgmentReport),
    groups: groups.map(groupReport),
  };
}

/** ISA09 has no century: it is that of the first GS04 which goes on with it, or this one. */
function instantOf({ date, time }: InterchangeHeader, groups: readonly ReceivedGroup[]): string {
  const day = groups.map(({ header }) => header.date).find((text) => text.length === 8 && text.endsWith(date));
  const [, year = '', month = '', rest = ''] = /^(\d{4})(\d\d)(\d\d)$/.exec(day ?? `20${date}`) ?? [];
  return `${year}-${month}-${rest}T${time.slice(0, 2)}:${time.slice(2, 4)}:00Z`;
}

function acknowledgmentReport({ elements }: Segment): InterchangeAcknowledgment {
  const [controlNumber = '', date = '', time = '', code = '', note = ''] = elements.map(
    ({ repeats }) => repeats[0]?.[0] ?? '',
  );
  return { controlNumber, date, time, code: code === 'A' || code === 'E' ? code : 'R', note };
}

function groupReport({ header, sets }: ReceivedGroup): GroupReport {
  const { functionalIdentifier: id, sender, receiver, controlNumber, version } = header;
  return { id, sender, receiver, controlNumber, version, sets: sets.map(setReport) };
}

function setReport({ type, controlNumber, status, document }: ReceivedSet): SetReport {
  return { id: type, controlNumber, status, ...(status === 'rejected' ? {} : { document }) };
}
