import type { Catalogue } from './items.ts';

/** A purchase order of the samples, before it is written as segments. */
export interface SampleOrder {
  readonly partner: Catalogue;
  readonly number: string;
  readonly release?: string;
  readonly purpose: '00' | '07';
  readonly shipTo: string;
  /** The day of the order, `CCYY-MM-DD`. */
  readonly ordered: string;
  readonly lineCount: number;
  /** How the buyer numbers lines: `1 2 3`, `010 020 030`, `1 2 4 7`, `A1 A2 A3`. */
  readonly lineIds: 'counting' | 'tens' | 'gaps' | 'letters';
  /** What is special about it. */
  readonly special?: 'stores' | 'low-price' | 'short-of-stock' | 'faulty' | 'instructions' | 'allowance' | 'cases';
}

/** A group of orders: one GS. */
export type SampleGroup = readonly SampleOrder[];

/** An interchange: one ISA with its groups. */
export interface SampleInterchange {
  readonly partner: Catalogue;
  readonly controlNumber: number;
  readonly firstGroupNumber: number;
  readonly at: string;
  readonly groups: readonly SampleGroup[];
}

/** A sample file and its interchanges. */
export interface SampleFile {
  readonly name: string;
  readonly interchanges: readonly SampleInterchange[];
}

// file; interchange control number, first group number, day and time; then one row per order (a line `--` begins a
// group): number, release, purpose, ship-to, day, lines, line ids, what is special.
const table = `
file northfield-850-001.edi
interchange northfield 1041 501 2026-11-02T14:05
5104401 - 00 0801 2026-11-02 6 counting -
5104402 - 00 0801 2026-11-02 5 counting instructions
5104403 - 00 0802 2026-11-02 7 gaps -
5104404 - 00 0117 2026-11-02 4 counting -
5104405 - 00 0142 2026-11-02 6 counting -
file northfield-850-002-stores.edi
interchange northfield 1042 502 2026-11-03T09:30
5104410 - 00 0801 2026-11-03 4 counting stores
file northfield-850-003-two-groups.edi
interchange northfield 1043 503 2026-11-04T16:40
5104421 - 00 0801 2026-11-04 5 counting -
5104422 - 00 0802 2026-11-04 6 counting -
--
5104423 - 00 0203 2026-11-04 5 counting -
5104424 - 00 0218 2026-11-04 5 counting -
file northfield-850-004-sent-again.edi
interchange northfield 1044 505 2026-11-05T08:15
5104401 - 07 0801 2026-11-02 6 counting -
5104431 - 00 0801 2026-11-05 6 counting -
file northfield-850-005.edi
interchange northfield 1045 506 2026-11-09T10:00
5104441 - 00 0801 2026-11-09 8 counting -
5104442 - 00 0802 2026-11-09 6 counting -
5104443 - 00 0305 2026-11-09 5 counting -
5104444 - 00 0331 2026-11-09 5 gaps -
5104445 - 00 0801 2026-11-09 7 counting instructions
5104446 - 00 0802 2026-11-09 6 counting -
file harborline-850-001.edi
interchange harborline 77 31 2026-11-02T06:20
84200117 - 00 1101 2026-11-01 7 tens -
84200118 - 00 1101 2026-11-01 6 tens allowance
84200119 - 00 1187 2026-11-01 5 tens -
84200120 - 00 1204 2026-11-01 6 tens cases
84200121 - 00 1233 2026-11-01 5 tens -
file harborline-850-002-malformed.edi
interchange harborline 78 32 2026-11-06T06:20
84200131 - 00 1101 2026-11-05 5 tens -
84200132 - 00 1187 2026-11-05 4 tens faulty
84200133 - 00 1204 2026-11-05 6 tens -
file harborline-850-003-low-price.edi
interchange harborline 79 33 2026-11-10T06:20
84200141 - 00 1101 2026-11-09 6 tens low-price
84200142 - 00 1233 2026-11-09 6 tens -
84200143 - 00 1187 2026-11-09 5 tens allowance
84200144 - 00 1101 2026-11-09 7 tens cases
file harborline-850-004-two-interchanges.edi
interchange harborline 80 34 2026-11-12T06:20
84200151 - 00 1101 2026-11-11 6 tens -
84200152 - 00 1204 2026-11-11 5 tens -
interchange harborline 81 35 2026-11-12T18:20
84200153 - 00 1187 2026-11-12 6 tens -
file cedarpoint-850-001.edi
interchange cedarpoint 900210 4101 2026-11-03T12:00
CP-26-01187 - 00 0001 2026-11-03 6 counting -
CP-26-01188 - 00 0002 2026-11-03 5 counting -
CP-26-01189 - 00 0001 2026-11-03 7 counting -
CP-26-01190 - 00 0007 2026-11-03 5 counting -
CP-26-01191 - 00 0002 2026-11-03 6 counting -
file cedarpoint-850-002-short-of-stock.edi
interchange cedarpoint 900211 4102 2026-11-06T12:00
CP-26-01201 - 00 0001 2026-11-06 5 counting short-of-stock
CP-26-01202 - 00 0002 2026-11-06 6 counting -
CP-26-01203 - 00 0007 2026-11-06 6 counting -
CP-26-01204 - 00 0001 2026-11-06 5 counting -
file cedarpoint-850-003-line-ids.edi
interchange cedarpoint 900212 4103 2026-11-11T12:00
CP-26-01211 - 00 0001 2026-11-11 6 letters -
CP-26-01212 - 00 0002 2026-11-11 6 gaps -
CP-26-01213 - 00 0007 2026-11-11 5 letters -
file cedarpoint-850-004-release.edi
interchange cedarpoint 900213 4104 2026-11-16T12:00
CP-26-B0040 0003 00 0001 2026-11-16 5 counting -
CP-26-B0040 0004 00 0001 2026-11-16 6 counting -
CP-26-01221 - 00 0002 2026-11-16 7 counting -
CP-26-01222 - 00 0007 2026-11-16 5 counting -
`;

/** The sample files, in the order of their names' appearance. */
export const files: readonly SampleFile[] = readFiles();

type Draft = Omit<SampleInterchange, 'groups'> & { readonly groups: SampleOrder[][] };

function readFiles(): SampleFile[] {
  const found: { readonly name: string; readonly interchanges: Draft[] }[] = [];
  for (const row of table.trim().split('\n')) {
    const words = row.split(' ');
    const interchange = found.at(-1)?.interchanges.at(-1);
    if (words[0] === 'file') found.push({ name: words[1] ?? '', interchanges: [] });
    else if (words[0] === 'interchange') found.at(-1)?.interchanges.push(readInterchange(words));
    else if (words[0] === '--') interchange?.groups.push([]);
    else if (interchange !== undefined) interchange.groups.at(-1)?.push(readOrder(interchange.partner, words));
  }
  return found;
}

function readInterchange([, partner, controlNumber, group, at = '']: string[]): Draft {
  return {
    partner: partner as Catalogue,
    controlNumber: Number(controlNumber),
    firstGroupNumber: Number(group),
    at,
    groups: [[]],
  };
}

function readOrder(partner: Catalogue, words: string[]): SampleOrder {
  const [number = '', release = '-', purpose, shipTo = '', ordered = '', lines, lineIds, special = '-'] = words;
  return {
    partner,
    number,
    ...(release === '-' ? {} : { release }),
    purpose: purpose as SampleOrder['purpose'],
    shipTo,
    ordered,
    lineCount: Number(lines),
    lineIds: lineIds as SampleOrder['lineIds'],
    ...(special === '-' ? {} : { special: special as NonNullable<SampleOrder['special']> }),
  };
}
