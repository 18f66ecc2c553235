import type { InterchangeHeaderScan } from '../lexical/interchange-header.ts';
import type { InterchangeHeader } from './interchange.ts';

/** The header of an interchange from its ISA; the blanks that pad its fields are no data. */
export function interchangeHeader(scan: InterchangeHeaderScan): InterchangeHeader {
  const field = (number: number) => (scan.fields[number - 1] ?? '').trim();
  return {
    sender: { qualifier: field(5), id: field(6) },
    receiver: { qualifier: field(7), id: field(8) },
    date: field(9),
    time: field(10),
    version: field(12),
    controlNumber: field(13),
    acknowledgmentRequested: field(14) === '1',
    usage: field(15),
  };
}
