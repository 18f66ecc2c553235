// Made-up 850s of ten lines and about two kilobytes: the same bytes on every machine and in every run.
import { closeSync, openSync, writeSync } from 'node:fs';

const setsOfInterchange = 500;

/**
 * Writes a file of interchanges of 500 purchase orders, at least `bytes` long; `oneSet` makes it one purchase order with as
 * many lines as it takes. Gives what is in it: `{ bytes, segments, elements, sets, interchanges }`, elements without the
 * segment identifiers.
 */
export function writePurchaseOrders(path, { bytes, oneSet = false }) {
  const file = openSync(path, 'w');
  const total = { bytes: 0, segments: 0, elements: 0, sets: 0, interchanges: 0 };
  const put = (text) => {
    const block = Buffer.from(text, 'latin1');
    writeSync(file, block);
    total.bytes += block.length;
    for (const byte of block) {
      if (byte === 0x2a) total.elements++;
      else if (byte === 0x7e) total.segments++;
    }
  };
  const chance = new Chance(850);
  if (oneSet) putOneSet(put, chance, bytes, total);
  else while (total.bytes < bytes) putInterchange(put, chance, bytes - total.bytes, total);
  closeSync(file);
  return total;
}

function putInterchange(put, chance, wanted, total) {
  const number = ++total.interchanges;
  const sets = [];
  let length = 0;
  while (sets.length < setsOfInterchange && length < wanted) {
    const set = purchaseOrder(chance, sets.length + 1);
    sets.push(set);
    length += set.length;
  }
  total.sets += sets.length;
  put(`${headers(number)}${sets.join('')}${trailers(number, sets.length)}`);
}

function putOneSet(put, chance, wanted, total) {
  total.interchanges = 1;
  total.sets = 1;
  put(`${headers(1)}ST*850*0001~${head(chance)}`);
  let lines = 0;
  while (total.bytes < wanted) {
    let block = '';
    while (block.length < 1 << 16) block += line(chance, ++lines);
    put(block);
  }
  // ISA and GS were counted and do not belong to the set; CTT and SE do and are still to come.
  put(`CTT*${lines}~SE*${total.segments}*0001~${trailers(1, 1)}`);
}

function headers(number) {
  const control = String(number).padStart(9, '0');
  const isa = `ISA*00*          *00*          *ZZ*SAMPLEMERC     *ZZ*EXAMPLESUP     *260302*0800*U*00401*${control}*0*P*>~`;
  return `${isa}GS*PO*SAMPLEMERC*EXAMPLESUP*20260302*0800*${number}*X*004010~`;
}

function trailers(number, sets) {
  return `GE*${sets}*${number}~IEA*1*${String(number).padStart(9, '0')}~`;
}

function purchaseOrder(chance, number) {
  const control = String(number).padStart(4, '0');
  const top = head(chance);
  let lines = '';
  for (let index = 1; index <= 10; index++) lines += line(chance, index);
  const body = `${top}${lines}CTT*10~`;
  let segments = 2;
  for (let at = body.indexOf('~'); at >= 0; at = body.indexOf('~', at + 1)) segments++;
  return `ST*850*${control}~${body}SE*${segments}*${control}~`;
}

function head(chance) {
  const store = chance.digits(4);
  const place = chance.of(places);
  return (
    `BEG*00*SA*PO${chance.digits(8)}**202603${chance.day()}~CUR*BY*USD~REF*DP*${chance.digits(4)}~` +
    `REF*IA*${chance.digits(7)}~PER*BD*${chance.of(people)}*TE*555010${chance.digits(4)}~FOB*CC~` +
    `ITD*01*3*2**10**30*****NET 30 DAYS~DTM*002*202604${chance.day()}~DTM*010*202603${chance.day()}~` +
    `TD5*B*2*${chance.of(carriers)}*M*GROUND~` +
    `N1*ST*SAMPLE MERCHANT STORE ${store}*92*${store}~N3*${chance.digits(3)} ${chance.of(streets)}~N4*${place}*US~` +
    `N1*BT*SAMPLE MERCHANT PAYABLES*92*9000~N3*1 EXAMPLE PLAZA*SUITE ${chance.digits(3)}~N4*COLUMBUS*OH*43215*US~`
  );
}

function line(chance, number) {
  const cents = 100 + chance.below(99_900);
  const price = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  const isPacked = chance.below(3) === 0;
  return (
    `PO1*${number}*${1 + chance.below(480)}*${chance.of(units)}*${price}*PE*UP*0${chance.digits(5)}${chance.digits(6)}*VN*AX-${chance.digits(6)}~` +
    `CTP**RTL*${price}~PID*F*08***${chance.of(goods)}, ${chance.of(finishes)}~${isPacked ? 'PO4*12*1*EA~' : ''}`
  );
}

/** A small generator of numbers that depends on its seed alone (mulberry32). */
class Chance {
  #state;

  constructor(seed) {
    this.#state = seed;
  }

  /** A whole number from 0 up to, and without, `limit`. */
  below(limit) {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  }

  of(list) {
    return list[this.below(list.length)];
  }

  digits(count) {
    return String(this.below(10 ** Math.min(count, 9))).padStart(count, '0');
  }

  day() {
    return String(1 + this.below(28)).padStart(2, '0');
  }
}

const places = ['COLUMBUS*OH*43215', 'DULUTH*MN*55802', 'TULSA*OK*74103', 'RENO*NV*89501', 'MACON*GA*31201'];
const people = ['PURCHASING', 'A SAMPLE', 'B EXAMPLE', 'STORE ORDERS'];
const carriers = ['UPSN', 'FDEG', 'RDWY', 'ODFL'];
const streets = ['MAIN STREET', 'MARKET STREET', 'HARBOR ROAD', 'MILL LANE', 'STATION ROAD'];
const units = ['EA', 'CA', 'BX', 'PK'];
const goods = ['HEX BOLT 10 MM', 'WOOD SCREW 4X40', 'CABLE TIE 200 MM', 'WORK GLOVES LARGE', 'PAINT ROLLER 9 IN'];
const finishes = ['ZINC PLATED, BOX OF 100', 'STAINLESS, BAG OF 25', 'BLACK', 'BLUE, PAIR', 'TWIN PACK'];
