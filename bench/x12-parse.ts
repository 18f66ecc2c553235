// How fast X12 is read, on the sources: npm run bench. Prints, asserts nothing.
import { purchaseOrder850 } from '../packages/x12/src/004010.ts';
import { parse, read } from '../packages/x12/src/index.ts';

const rounds = 5;
const files: readonly (readonly [name: string, sets: number, interchanges: number])[] = [
  ['one interchange', 5000, 1],
  ['many interchanges', 5, 1000],
];

for (const [name, sets, interchanges] of files) {
  const bytes = new TextEncoder().encode(interchange(sets).repeat(interchanges));
  const segments = bytes.reduce((count, byte) => count + (byte === 0x7e ? 1 : 0), 0);
  console.log(`${name}: ${(bytes.length / 1e6).toFixed(1)} MB, ${segments} segments`);
  report('parse', bytes.length, segments, () => parse(bytes).interchanges.length);
  report('read', bytes.length, segments, () => read(bytes, { sets: [purchaseOrder850] }).sets.length);
}

/** Prints the median of some rounds, after one that warms up. */
function report(name: string, bytes: number, segments: number, job: () => number): void {
  if (job() === 0) throw new Error(`${name} found nothing`);
  const times = Array.from({ length: rounds }, () => secondsOf(job)).sort((a, b) => a - b);
  const median = times[Math.floor(rounds / 2)] ?? Number.NaN;
  const speed = `${(bytes / 1e6 / median).toFixed(0).padStart(5)} MB/s`;
  console.log(`  ${name.padEnd(6)} ${speed} ${(segments / median / 1e6).toFixed(2).padStart(6)} million segments/s`);
}

function secondsOf(job: () => unknown): number {
  const from = performance.now();
  job();
  return (performance.now() - from) / 1000;
}

/** An interchange of purchase orders with ten lines each; all of it is made up. */
function interchange(sets: number): string {
  const isa =
    'ISA*00*          *00*          *ZZ*BUYER          *ZZ*SELLER         *260302*0800*U*00401*000000001*0*P*>~';
  const body = Array.from({ length: sets }, (_, index) => purchaseOrder(index + 1)).join('');
  return `${isa}GS*PO*BUYER*SELLER*20260302*0800*1*X*004010~${body}GE*${sets}*1~IEA*1*000000001~`;
}

function purchaseOrder(number: number): string {
  const control = String(number).padStart(4, '0');
  const lines = Array.from(
    { length: 10 },
    (_, index) => `PO1*${index + 1}*24*EA*12.5**UP*012345678905*VN*AX-${100 + index}~PID*F****HEX BOLT 10 MM, BOX~`,
  ).join('');
  const head = `ST*850*${control}~BEG*00*SA*PO${number}**20260302~REF*DP*0042~N1*ST*STORE*92*0012~N3*1 MAIN STREET~`;
  return `${head}${lines}CTT*10~SE*${head.split('~').length + 21}*${control}~`;
}
