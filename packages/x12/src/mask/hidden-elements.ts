/**
 * What is hidden, by designator: a segment and its elements that hold names, addresses, contacts, accounts, prices,
 * amounts, rates or free text. `REF 02/01` is a reference that stays where the qualifier before it (REF01) is one of
 * `OPEN_REFERENCES`. Elements whose meaning our tables do not know are hidden too. A segment of neither list is hidden
 * wholly, its id left out.
 */
const HIDDEN = `
ADX 01 04/03
AIN 03 06 07 08 09 10 11 12 13
AK4 04
AMT 02
ASM 01 02 03
AT5 03 05 06
ATN 02 03 04 05 06
B10 06/05
BAL 03
BCD 04 14/13
BCT 09
BDS 03
BIN 02
BLI 06
BMG 02
BNX 01 02 03 04
BPR 02 07 09 10 11 13 15 19 21
CB1 01 02
CD3 08 10
CDD 04 09 11 13 14
CMC 01 02 03 04 05 06
CN1 02 03 05
CRD 01 02 03 04
CS 05 08 09 10 11 12 13 14 15 16 17 18
CSH 03 04 09
CTB 02 06
CTP 03 08
CTT 07
DD 04
DED 01 02 03 04 05 06 07 08 09
DIS 03 05 06
DMG 02 03 04 05 06 07 10 11
EFI 02 07 08 09 10 11 12 13 14 15 16
EMS 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15
ENT 04 07 09
FA2 02
FOB 03 07 09
G08 01 02 03 04
G26 01 02 04 05
G36 01 02 04
G38 01
G39 04 21 22 25 26 27 28 29
G40 01 02 03 04 05 06 07 08 09
G43 01 02 03 04
G54 06
G55 16 17 18 19 20 21 22 23 24 25 26 27 28 31 32 33
G61 02 04 05
G69 01
G72 05 08 09
G93 01 02 03 04 05 06 07 08
G95 01 02 03 04 05 06 07
GF 02 04 06 09
IK4 04
IN2 01 02 03
INC 05 06
INV 01 02 03 05 06 07
ISA 02 04
IT1 04
IT8 03 04
ITD 03 08 10 11 12 15
K1 01 02
L11 01/02 03
L7 15 16
LEP 03 04
LFG 01 06
LFH 02 03
LH4 02 11
LH6 01 03 04
LHE 05
LOC 03 05 08 24
MIT 02
MS1 01 02 04 05 08
MS3 03 05
MSG 01
MSI 01 02 03 04 05 06
MTX 02 03
N1 02 04
N11 01
N2 01 02
N3 01 02
N4 01 02 03 06
N9 02/01 03 07
NM1 03 04 05 06 07 09 12
NTE 02
NX2 01 02 03 04 05
PAL 17
PAM 05 14
PCT 02
PD 01 05 06 07 09 10
PDD 01 02 03 04 05
PEN 01 02 03 04 05 06 07 08 09
PER 02 04 06 08 09
PID 05
PKG 05
PKL 05 06 07 08 09 10 11 12 13
PO1 04
PO3 04 08
POC 06
PWK 06 07
PYD 01 02 03 04 05
QTY 04
R2 03 05 06 07 08 11 12
R4 08
RDM 02 03 04 05
RDR 04
RED 01
REF 02/01 03 04
RMR 02/01 04 05 06 08
RPA 01 02 03 05
RYL 01 02 04
SAC 05 07 08 13 15
SCH 04
SHD 14/13
SLN 06
SPI 03 04 05 06 07 08 09 10 11 12 13 14 15
SR 02 05 06 10 11
TAX 01
TD4 04
TDS 01 02 03 04
TED 02 07 08
TRN 02 03 04
TXI 02 03 09
TXP 01 04 05 06 07 08 09 10
UIT 02
VEH 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19
W09 06
W14 03 04 05
W18 01 02 03
W28 05 08
W66 09
XPO 04
YNQ 05 06 07 10
ZA 07/06 08
`;

/** Segments with nothing to hide: codes, quantities, dates, numbers of goods and documents. */
const OPEN = `
AAA ACK ADV AK1 AK2 AK3 AK5 AK9 AT7 AT8 AT9 BAK BCA BCH BEG BGN BIA BIG BLR BSN CAD CLD CRC CTX CUR DTM DTP ETD FA1 G53
G62 G66 GE GS HL IEA IK3 IK5 ISS IT3 LDT LE LH1 LH2 LH3 LHR LHT LIN LM LQ LS LX M7 MAN MEA MS2 OID OTI PO4 PRF Q7 SDQ SE
SI SMD SN1 SPO ST TA1 TC2 TD1 TD3 TD5 TSD USI V1 W01 W03 W04 W05 W06 W07 W08 W10 W12 W13 W17 W20 W27 W6 W76 XQ
`;

/** Qualifiers (data element 128) of references that name goods, documents or shipments, never a person or an account. */
const OPEN_REFERENCES = '19 2I 8M AN BL BM CN CT DP IA IV LO MB MR OQ PD PK PO SI VN VR';

/** What is hidden of one segment. */
export interface HiddenElements {
  /** Whether an element is hidden; `qualifier` gives the text of another one. */
  hides(element: number, qualifier: (element: number) => string): boolean;
}

/** By segment; undefined for a segment that is on neither list. */
export function hiddenElements(segment: string): HiddenElements | undefined {
  // Made when first asked for, so that importing the package does nothing.
  table ??= tableOf();
  return table.get(segment);
}

let table: ReadonlyMap<string, HiddenElements> | undefined;

function tableOf(): ReadonlyMap<string, HiddenElements> {
  const references = new Set(OPEN_REFERENCES.split(' '));
  const nothing: HiddenElements = { hides: () => false };
  const open = OPEN.trim().split(/\s+/);
  const hidden = HIDDEN.trim().split('\n');
  return new Map<string, HiddenElements>([
    ...open.map((id) => [id, nothing] as const),
    ...hidden.map((line) => {
      const [id = '', ...places] = line.split(' ');
      return [id, rowOf(places, references)] as const;
    }),
  ]);
}

function rowOf(places: readonly string[], references: ReadonlySet<string>): HiddenElements {
  const qualifiers = new Map(
    places.map((place) => {
      const [element, qualifier] = place.split('/').map(Number);
      return [element as number, qualifier] as const;
    }),
  );
  return {
    hides(element, textOf) {
      if (!qualifiers.has(element)) return false;
      const qualifier = qualifiers.get(element);
      return qualifier === undefined || !references.has(textOf(qualifier));
    },
  };
}
