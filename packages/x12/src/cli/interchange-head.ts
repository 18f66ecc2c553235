import type { Delimiters, GroupHeader, InterchangeHeader, Segment } from '../envelope/interchange.ts';
import type { InterchangeAcknowledgment } from '../envelope/outgoing.ts';
import type { Status } from '../received.ts';

/** An interchange as `x12 json` prints it, without its groups: its header, its separators, its TA1. */
export interface InterchangeHead
  extends Pick<InterchangeHeader, 'sender' | 'receiver' | 'controlNumber' | 'version' | 'acknowledgmentRequested'> {
  readonly status: Status;
  /** ISA09 and ISA10, as an instant: `2026-01-15T08:30:00Z`. */
  readonly at: string;
  /** ISA15. */
  readonly usage: string;
  readonly delimiters: Delimiters;
  /** The TA1 segments. */
  readonly acknowledgments: readonly InterchangeAcknowledgment[];
}

interface Headed {
  readonly header: InterchangeHeader;
  readonly status: Status;
  readonly delimiters: Delimiters;
  readonly acknowledgments: readonly Segment[];
  readonly groups: readonly { readonly header: GroupHeader }[];
}

/** The head of an interchange that was read. */
export function interchangeHead(interchange: Headed): InterchangeHead {
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
  };
}

/** ISA09 has no century: it is that of the first GS04 which goes on with it, or this one. */
function instantOf({ date, time }: InterchangeHeader, groups: Headed['groups']): string {
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
