import { unitOfX12, x12OfUnit } from '@dist/canonical';
import type { AlteredCase } from '../src/testing/altered-case.ts';
import { elementAt } from './raw-segments.ts';

/** What must come of a change, in one text: `value-required`, `keeps FOB[0].02`, `references.type = division`. */
export type Outcome = string;

/** The outcome that a case was recorded with; places in lists other than lines, components and answers are left out. */
export function recordedOutcome({ code, lost, gives }: AlteredCase): Outcome {
  if (code !== undefined) return code;
  return lost === undefined ? `${plain(gives?.path ?? '')} = ${String(gives?.value)}` : `keeps ${lost}`;
}

/**
 * The outcomes of a change by what X12 says of the element, without the maps and their engine: `text` is the interchange,
 * its elements found by counting. One change can have several (the unit and the price for it); none where nothing is said.
 */
export function expectedOutcomes(set: string, altered: AlteredCase, text: string): readonly Outcome[] {
  const found = altered.direction === 'read' ? readOutcome(set, altered, text) : writtenOutcome(set, altered);
  return found === undefined ? [] : [found].flat();
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);
const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    words(text).map((row): [string, string] => [row.slice(0, row.indexOf(':')), row.slice(row.indexOf(':') + 1)]),
  );

/** Without which no document, line or answer says anything: X12 makes them mandatory, or the business does. */
const required =
  words(`BEG01 BEG03 BSN01 BSN02 BIG01 BIG02 BIG04 BAK01 BAK02 BAK03 BAK09 PO102 PO103 IT102 IT103 IT104 TDS01
  SLN04 SLN05-1 SCH01 SCH02 SCH06 ACK01 ACK02 ACK03`);
const dates = words('BEG05 BIG01 BIG03 BAK04 BAK09 DTM02 ITD04 ITD06 SCH06 ACK05');
const closedCodes = words('BEG01 BSN01 BAK01 BAK02 BIG07 SAC12 ACK01');
const positions = words('PO101 IT101 SLN01');
/** Elements that mean nothing when the first is absent: qualifier and value, code and text, amount and its kind. */
const dependents =
  table(`FOB01:FOB02 FOB02:FOB03 FOB04:FOB05 REF01:REF02 REF02:REF01 PER01:PER02 PER03:PER04 PER05:PER06
  PER07:PER08 N901:N903 SAC01:SAC02 SAC02:SAC01 SAC05:SAC01 SAC07:SAC06 SAC10:SAC09 TXI01:TXI02 TXI02:TXI01 TXI05:TXI04
  TD503:TD502 CUR02:CUR01 TDS02:TDS03 CAD01:CAD05 CAD07:CAD08 ISS01:ISS02 ISS03:ISS04 PAM05:PAM04 QTY02:QTY01 TD102:TD101
  TD107:TD106 TD109:TD110 TD303:TD301 DTM02:DTM01 SCH05:SCH01 ACK29:ACK27 ACK04:ACK05`);

/** Element, canonical field, and the codes that mean something; another code is kept. */
const openCodes: Readonly<Record<string, readonly [field: string, codes: ReadonlyMap<string, string>]>> = {
  FOB01: ['freight.payment', table('CC:collect PP:prepaid PC:prepaidAndCharged MX:mixed')],
  FOB04: ['', table('01:')],
  REF01: [
    'references.type',
    table(`11:account 19:division IA:vendorNumber DP:department PD:promotion MR:merchandiseType CT:contract
      CO:customerOrder BM:billOfLading MB:masterBillOfLading CN:proNumber`),
  ],
  PER01: ['contacts.role', table('BD:buyer DC:delivery AP:accountsPayable IC:information')],
  SAC01: ['allowancesCharges.kind', table('A:allowance C:charge')],
  TXI07: ['taxes.included', table('I:true A:false')],
  SCH05: [
    'schedules.type',
    table('001:cancelAfter 002:deliverBy 010:requestedShip 037:shipNotBefore 038:shipNotAfter'),
  ],
  CAD07: ['', table('BM:billOfLading CN:proNumber')],
};
const units: Readonly<Record<string, string>> = {
  PO103: 'quantity.unit',
  IT103: 'quantity.unit',
  'SLN05-1': 'quantity.unit',
  SCH02: 'quantity.unit',
  ACK03: 'quantity.unit',
  SAC09: 'unit',
  ISS02: '',
  ISS04: '',
  TD108: '',
  TD110: '',
  'QTY03-1': '',
};
const partyRoles = table('BY:buyer SE:seller BT:billTo ST:shipTo SF:shipFrom Z7:markFor RI:remitTo');
const partyNumbers = table('91:seller 92:buyer UL:gln 1:duns 9:duns');
const itemNumbers = table('IN:buyer BP:buyer VN:seller VP:seller MG:manufacturer UP:gtin EN:gtin UK:gtin');
const itemQualifiers: Readonly<Record<string, string>> = {
  PO106: 'ids',
  PO108: 'ids',
  IT106: 'ids',
  IT108: 'ids',
  SLN11: 'ids',
  ACK07: 'substituteIds',
};
const contactNumbers = table('TE:phone EM:email FX:fax');
const counts = table('PD:12 WD:12 HP:100 WC:100 TP:1000 WM:1000');
const pieces = words('EA C62 H87');

function readOutcome(
  set: string,
  { path, value }: AlteredCase,
  text: string,
): Outcome | readonly Outcome[] | undefined {
  const element = elementName(path);
  if (value === undefined) return withoutElement(set, path, element);
  const code = String(value);
  if (dates.includes(element)) return /^\d{8}$/.test(code) ? undefined : 'value-unmappable';
  if (Object.hasOwn(units, element)) {
    const unit = unitOfX12(code);
    if (unit === undefined) return 'value-unmappable';
    const own = `${ownerOf(path)}${units[element]} = ${unit}`;
    return pieces.includes(unit) ? [own, `${ownerOf(path)}price.unit = undefined`] : own;
  }
  if (element === 'PO105' || element === 'IT105' || element === 'SLN07') return priceBasis(path, element, code, text);
  if (element === 'N103') return partyNumber(path, code, text);
  if (Object.hasOwn(itemQualifiers, element)) return itemNumber(path, element, code, text);
  if (element === 'PER03' || element === 'PER05' || element === 'PER07')
    return contactNumber(path, element, code, text);
  if (element === 'N404') return 'value-unmappable';
  if (element === 'ACK01')
    return answers.has(code) ? `${ownerOf(path)}status = ${answers.get(code)}` : 'value-unmappable';
  if (element === 'ACK04' && code === '068') return `${ownerOf(path)}shipDate = ${dateAt(path, text)}`;
  if (element === 'ACK04') return code === '067' ? undefined : `keeps ${path}`;
  if (closedCodes.includes(element)) return 'value-unmappable';
  return openCode(path, element, code, text);
}

/** Element 639: the price counts pieces, one of them or as many as it says, whatever the quantity counts. */
function priceBasis(path: string, element: string, code: string, text: string): readonly Outcome[] {
  const price = `${ownerOf(path)}price`;
  const unit = unitOfX12(elementAt(text, path.replace(/\d\d$/, element === 'SLN07' ? '05' : '03')) ?? '') ?? '';
  const count = counts.get(code);
  return [
    `${price}.basis = ${code}`,
    ...(count === undefined ? [] : [`${price}.per = ${count}`]),
    ...(pieces.includes(unit) ? [] : [`${price}.unit = EA`]),
  ];
}

/** Of ACK01 (element 668): accepted with a change of price, rejected by the contract; others are refused. */
const answers = table('IA:accepted IR:rejected IP:acceptedWithChange R4:rejected');

function withoutElement(set: string, path: string, element: string): Outcome | undefined {
  if (positions.includes(element))
    return `${ownerOf(path)}lineId = ${Number(/\[(\d+)\]\/[A-Z0-9-]+$/.exec(path)?.[1]) + 1}`;
  // The ship notice has one date that it cannot do without, and an instant made of two elements.
  if (set === '856' && element === 'DTM02') return 'value-required';
  if (element === 'BSN03') return 'value-unmappable';
  if (element === 'N103') return 'qualifier-unknown';
  if (required.includes(element)) return 'value-required';
  const other = dependents.get(element);
  return other === undefined ? undefined : `keeps ${path.replace(/(\d\d)$/, other.slice(-2))}`;
}

function openCode(path: string, element: string, code: string, text: string): Outcome | undefined {
  const [field = '', codes] = openCodes[element] ?? [];
  if (codes === undefined) return undefined;
  const meaning = codes.get(code);
  if (meaning !== undefined) return `${element === 'PER01' ? partyOf(path, text) : ownerOf(path)}${field} = ${meaning}`;
  return `keeps ${element === 'SCH05' ? path.replace(/05$/, '01') : path}`;
}

function partyNumber(path: string, code: string, text: string): Outcome | undefined {
  const scheme = partyNumbers.get(code);
  if (scheme === undefined) return 'qualifier-unknown';
  const number = elementAt(text, path.replace(/03$/, '04')) ?? '';
  const digits = { '1': 9, '9': 13 }[code];
  if (digits !== undefined && !new RegExp(`^\\d{${digits}}$`).test(number)) return 'value-unmappable';
  return `${partyOf(path, text)}ids.scheme = ${scheme}`;
}

/** `parties.shipTo.` of a place inside the N1 whose element 1 is `ST`; the buyer for what stands beside BEG. */
function partyOf(path: string, text: string): string {
  const loop = /^(.*N1\[\d+\])/.exec(path)?.[1];
  const role = loop === undefined ? 'buyer' : partyRoles.get(elementAt(text, `${loop}.01`) ?? '');
  return `${loop === undefined ? '' : ownerOf(loop)}parties.${role}.`;
}

function itemNumber(path: string, element: string, code: string, text: string): Outcome | undefined {
  const scheme = itemNumbers.get(code);
  const place = Number(element.slice(-2)) + 1;
  const number = elementAt(text, path.replace(/\d\d$/, String(place).padStart(2, '0'))) ?? '';
  const digits = { UP: 12, EN: 13, UK: 14 }[code];
  if (digits !== undefined && !(number.length === digits && sumOfDigits(number) % 10 === 0)) return 'value-unmappable';
  return `${ownerOf(path)}${itemQualifiers[element]}.scheme = ${scheme}`;
}

/** GS1: from the right every second digit counts three times, the check digit once. */
function sumOfDigits(number: string): number {
  return [...number].reverse().reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
}

function contactNumber(path: string, element: string, code: string, text: string): Outcome | undefined {
  const field = contactNumbers.get(code);
  if (field === undefined) return `keeps ${path}`;
  const others = ['03', '05', '07'].filter((place) => `PER${place}` !== element);
  const repeated = others.some((place) => elementAt(text, path.replace(/\d\d$/, place)) === code);
  if (repeated) return 'value-conflict';
  const number = elementAt(text, path.replace(/\d\d$/, String(Number(element.slice(-2)) + 1).padStart(2, '0')));
  return `${partyOf(path, text)}contacts.${field} = ${number}`;
}

function dateAt(path: string, text: string): string {
  return (elementAt(text, path.replace(/04$/, '05')) ?? '').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

/** Canonical fields that an X12 document cannot do without. */
const requiredFields =
  words(`purpose number date total status orderNumber orderDate shipmentId createdAt shippedOn net ordered
  acknowledgedOn amount code kind category value unit`);
/** Canonical fields that say nothing when the first is absent, so that they are not written. */
const fieldDependents = table(`freight.payment:freight.place freight.place:freight.description carrier.mode:carrier.name
  carrier.name:carrier.mode equipment.number:equipment.type packageCount:packaging
  discountAmounts.discountable:discountAmounts.discounted grossWeight.value:grossWeight.unit volume.value:volume.unit
  unitsShipped.value:unitsShipped.unit pricedQuantity.value:pricedQuantity.unit weight.value:weight.unit
  dimensions.length:dimensions.width contacts.role:contacts.name references.type:references.value
  orderReferences.type:orderReferences.value`);

function writtenOutcome(set: string, { path, value }: AlteredCase): Outcome | readonly Outcome[] | undefined {
  const field = path.replaceAll(/\[\d+\]/g, '');
  const lastTwo = field.split('.').slice(-2).join('.');
  if (value === undefined) return withoutField(path, field, lastTwo);
  if (/(?:lines|components)$/.test(field)) return writtenPrice(set, path, value);
  const owner = nativeOwner(set, path);
  const code = String(value);
  const basis = `${owner}${basisElement(set, path)}`;
  if (lastTwo === 'price.basis') return `${basis} = ${code}`;
  if (lastTwo === 'price.per') return 'const-differs';
  if (lastTwo === 'quantity.unit') {
    const unit = x12OfUnit(code);
    const own = unit === undefined ? 'value-unmappable' : `${owner}${set === '810' ? 'IT103' : 'PO103'} = ${unit}`;
    // A price for another unit than pieces cannot be told of a quantity of pieces.
    return pieces.includes(code) ? [own, `keeps ${path.replace('quantity', 'price')}`] : own;
  }
  const [element, codes] = writtenCodes[lastTwo] ?? [];
  if (element !== undefined) return codes?.has(code) ? `${owner}${element} = ${codes.get(code)}` : `keeps ${path}`;
  if (field === 'type') return set === '850' ? `BEG02 = ${code}` : 'value-unmappable';
  return lastTwo === 'schedules.type' ? 'value-unmappable' : undefined;
}

function withoutField(path: string, field: string, lastTwo: string): Outcome | undefined {
  if (/allocations/.test(field)) return 'value-unmappable';
  const other = fieldDependents.get(lastTwo) ?? fieldDependents.get(field);
  if (other !== undefined) return `keeps ${path.slice(0, path.lastIndexOf('.') + 1)}${other.split('.').at(-1)}`;
  const isRequired = requiredFields.includes(field.split('.').at(-1) ?? '') || lastTwo === 'price.amount';
  return isRequired ? 'value-required' : undefined;
}

/** Canonical field, the element that tells it, and its codes by meaning; another meaning is not written. */
const writtenCodes: Readonly<Record<string, readonly [element: string, codes: ReadonlyMap<string, string>]>> = {
  status: ['BAK02', table('rejected:RD acceptedWithChange:AC accepted:AD')],
  'responses.status': ['ACK01', table('acceptedWithChange:IC rejected:IR accepted:IA')],
  'responses.reason': ['ACK01', table('price:IP date:DR notOnContract:IC outOfStock:IC')],
  'taxes.included': ['TXI.07', table('true:I false:A')],
  'contacts.role': ['N1/PER.01', table('buyer:BD delivery:DC accountsPayable:AP information:IC')],
  'references.type': [
    'REF.01',
    new Map([...(openCodes['REF01']?.[1] ?? [])].map(([code, type]): [string, string] => [type, code])),
  ],
  'orderReferences.type': ['', new Map()],
};

/** What element 639 says of a price: the count that it is for, of pieces; nothing where the price says another unit. */
function writtenPrice(set: string, path: string, value: unknown): Outcome {
  const { quantity, price } = value as { quantity: { unit: string }; price: Record<string, string> };
  const { basis, per, unit } = price;
  const isOfPieces = pieces.includes(unit ?? quantity.unit);
  const written = (code: string) => `${nativeOwner(set, path)}${basisElement(set, path)} = ${code}`;
  if (basis !== undefined) {
    if ((counts.get(basis) ?? '1') !== (per ?? '1')) return 'const-differs';
    if (!isOfPieces) return pieces.includes(quantity.unit) ? `keeps ${path}.price.unit` : 'const-differs';
    return written(basis);
  }
  const code = [...counts].find(([, count]) => count === per)?.[0];
  if (code !== undefined) return isOfPieces ? written(code) : `keeps ${path}.price.per`;
  return written(unit === undefined ? 'undefined' : 'PE');
}

function basisElement(set: string, path: string): string {
  if (path.includes('components')) return 'SLN07';
  return set === '810' ? 'IT105' : 'PO105';
}

/** `PO1[0]/SLN[1]/` of a place inside the second component of the first line. */
function nativeOwner(set: string, path: string): string {
  const ids = { lines: set === '810' ? 'IT1' : 'PO1', components: 'SLN', responses: 'ACK' };
  return [...path.matchAll(/(lines|components|responses)\[(\d+)\]/g)]
    .map(([, list, at]) => `${ids[list as keyof typeof ids]}[${at}]/`)
    .join('');
}

/** `SLN05-1` of `PO1[0]/SLN[0]/SLN05-1`, `REF01` of `REF[0].01`. */
function elementName(path: string): string {
  const last = path.split('/').at(-1) ?? '';
  return last.replace(/\[[^\]]*\]/, '').replace('.', '');
}

/** `lines[0].components[1].` of a place inside the second SLN of the first PO1. */
function ownerOf(path: string): string {
  const names = { PO1: 'lines', IT1: 'lines', SLN: 'components', ACK: 'responses' };
  return [...path.matchAll(/(PO1|IT1|SLN|ACK)\[(\d+)\]/g)]
    .map(([, id, at]) => `${names[id as keyof typeof names]}[${at}].`)
    .join('');
}

/** Places in other lists are left out: which comes first there is not what the table is about. */
function plain(path: string): string {
  return path.replaceAll(/(?<!lines|components|responses|PO1|IT1|SLN|ACK)\[\d+\]/g, '');
}
