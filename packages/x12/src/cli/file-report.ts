import type { ReceivedFile, ReceivedGroup, ReceivedInterchange, ReceivedSet, Status } from '../received.ts';
import { type InterchangeHead, interchangeHead } from './interchange-head.ts';

/** A file as `x12 json` prints it and `x12 write` takes it. */
export interface FileReport {
  readonly file: string;
  readonly interchanges: readonly InterchangeReport[];
}

/** An interchange with what it holds. */
export interface InterchangeReport extends InterchangeHead {
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
  return { ...interchangeHead(interchange), groups: interchange.groups.map(groupReport) };
}

function groupReport({ header, sets }: ReceivedGroup): GroupReport {
  const { functionalIdentifier: id, sender, receiver, controlNumber, version } = header;
  return { id, sender, receiver, controlNumber, version, sets: sets.map(setReport) };
}

function setReport({ type, controlNumber, status, document }: ReceivedSet): SetReport {
  return { id: type, controlNumber, status, ...(status === 'rejected' ? {} : { document }) };
}
