import type { CartonLabel } from './carton-label.ts';
import { type ElementString, humanReadable, isElementString } from './element-string.ts';
import { gs1Characters, gs1Modules } from './gs1-characters.ts';

/** The printer that a label is for. */
export interface ZplOptions {
  /** Dots in an inch of the print head. */
  readonly dpi: 203 | 300;
}

/** What depends on the print head. Lengths are in dots. */
interface Head {
  /** The narrowest bar, about half a millimetre: GS1-128 on logistic units wants 0.495 mm or more (§5.9). */
  readonly moduleWidth: number;
  readonly width: number;
  readonly height: number;
  dots(millimetres: number): number;
}

const heads: Readonly<Record<ZplOptions['dpi'], Head>> = { 203: head(203, 4), 300: head(300, 6) };

function head(dpi: number, moduleWidth: number): Head {
  return {
    moduleWidth,
    width: 4 * dpi,
    height: 6 * dpi,
    dots: (millimetres) => Math.round((millimetres / 25.4) * dpi),
  };
}

/**
 * A label of 4 × 6 inches in ZPL II, for printers of 203 or 300 dpi: addresses at the top, then postal code, carrier and n of m,
 * order and store, and the SSCC lowest (GS1 General Specifications §6.6.4.1.1). Texts are UTF-8 (`^CI28`), and in hexadecimal
 * what could be taken for a command (`^FH`), so that no name or address is ever one. Bar codes are Code 128 with FNC1 and
 * subsets spelled out (`^BC`, mode N); one that is too wide for the label is left out, its text stays.
 *
 * @throws RangeError for a resolution that is neither 203 nor 300, an SSCC without its check digit, and an element string that
 *   is none: a label may be made, or kept as data, by others than `cartonLabels`.
 */
export function zplLabel(label: CartonLabel, { dpi }: ZplOptions): string {
  const known = Object.hasOwn(heads, dpi) ? heads[dpi] : undefined;
  if (known === undefined) throw new RangeError(`a label is for 203 or 300 dpi, not for ${dpi}`);
  checkBarCodes(label);
  return [
    '^XA',
    '^CI28',
    `^PW${known.width}`,
    `^LL${known.height}`,
    '^LH0,0',
    ...addresses(label, known),
    ...transport(label, known),
    ...order(label, known),
    ...serial(label, known),
    '^XZ',
    '',
  ].join('\n');
}

/** The labels of many units, one after the other: printers take them in one stream. */
export function zplLabels(labels: readonly CartonLabel[], options: ZplOptions): string {
  return labels.map((label) => zplLabel(label, options)).join('');
}

/** Bar codes are no texts: nothing in them is escaped, and goods are received by them. */
function checkBarCodes({ unitId, sscc, elements }: CartonLabel): void {
  for (const element of [...elements, { ai: '00', data: sscc } as const]) {
    if (isElementString(element)) continue;
    const found = `${JSON.stringify(element.data)?.slice(0, 60)} of AI ${JSON.stringify(element.ai)?.slice(0, 10)}`;
    throw new RangeError(`Unit ${JSON.stringify(unitId)} has a bar code that is no element string of GS1: ${found}`);
  }
}

function addresses({ shipFrom, shipTo, elements }: CartonLabel, head: Head): readonly string[] {
  const postal = elements.find(({ ai }) => ai === '420' || ai === '421');
  return [
    ...block(head, { left: 3, top: 3, title: 'SHIP FROM', lines: shipFrom, size: 2.6, width: 38 }),
    ...block(head, { left: 46, top: 3, title: 'SHIP TO', lines: shipTo, size: 3.4, width: 53 }),
    rule(head, 28),
    ...(postal === undefined ? [] : barcode(head, postal, { top: 29, height: 13, title: 'SHIP TO POST' })),
    rule(head, 51),
  ];
}

function transport({ carrier, number, of, unit }: CartonLabel, head: Head): readonly string[] {
  const { scac, name, proNumber, billOfLading } = carrier;
  const lines = [
    [name, scac].filter((part) => part !== undefined).join(' '),
    proNumber === undefined ? '' : `PRO ${proNumber}`,
    billOfLading === undefined ? '' : `B/L ${billOfLading}`,
  ];
  const title = unit === 'carton' ? 'CARTON' : 'PALLET';
  return [
    ...block(head, { left: 3, top: 52, title: 'CARRIER', lines, size: 2.8, width: 60 }),
    ...block(head, { left: 66, top: 52, title, lines: [`${number} of ${of}`], size: 6, width: 33 }),
    rule(head, 65),
  ];
}

function order(
  { purchaseOrder, severalOrders, department, store, markFor = [], elements }: CartonLabel,
  head: Head,
): readonly string[] {
  const places = [department === undefined ? '' : `DEPT: ${department}`, store === undefined ? '' : `STORE: ${store}`];
  const lines = [
    purchaseOrder === undefined ? (severalOrders ? 'PO: several' : '') : `PO: ${purchaseOrder}`,
    places.filter((part) => part !== '').join('   '),
  ];
  const customer = elements.find(({ ai }) => ai === '400');
  return [
    ...block(head, { left: 3, top: 66, title: '', lines, size: 3.6, width: 60 }),
    ...(markFor.length === 0
      ? []
      : block(head, { left: 66, top: 66, title: 'MARK FOR', lines: markFor.slice(0, 1), size: 2.6, width: 33 })),
    ...(customer === undefined ? [] : barcode(head, customer, { top: 75, height: 13, title: '' })),
    rule(head, 94),
  ];
}

function serial({ sscc }: CartonLabel, head: Head): readonly string[] {
  return barcode(head, { ai: '00', data: sscc }, { top: 97, height: 32, title: 'SSCC' });
}

interface Block {
  /** Millimetres from the left and the upper edge. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly title: string;
}

/** Most lines of one block: what comes after them would run into the next one. */
const mostLines = 5;

function block(
  head: Head,
  { left, top, title, lines, size, width }: Block & { readonly lines: readonly string[]; readonly size: number },
): readonly string[] {
  const shown = lines.filter((line) => line !== '').slice(0, mostLines);
  const first = title === '' ? top : top + 3.2;
  const most = Math.floor(width / (size * 0.55));
  return [
    ...(title === '' ? [] : [text(head, { left, top, size: 2.2 }, title)]),
    ...shown.map((line, index) =>
      text(head, { left, top: first + index * size * 1.15, size }, [...line].slice(0, most).join('')),
    ),
  ];
}

/** From the left edge, in millimetres. */
const margin = 3;

/**
 * A bar code with its text beneath (§6.6.4.1.2). Only the text where the symbol is wider than the label with its quiet zones of 10
 * modules on both sides (§5.4.4.2).
 */
function barcode(
  head: Head,
  element: ElementString,
  { top, height, title }: { readonly top: number; readonly height: number; readonly title: string },
): readonly string[] {
  const { moduleWidth, width, dots } = head;
  const quiet = 10 * moduleWidth;
  const left = Math.max(dots(margin), quiet);
  const bars = top + (title === '' ? 0 : 3.2);
  const words = text(head, { left: margin, top: bars + height + 1, size: 3.2 }, humanReadable(element));
  const titles = title === '' ? [] : [text(head, { left: margin, top, size: 2.2 }, title)];
  if (left + gs1Modules(element) * moduleWidth + quiet > width) return [...titles, words];
  // No ^FH here: the characters of GS1 data are no commands.
  const symbol = `^FO${left},${dots(bars)}^BY${moduleWidth}^BCN,${dots(height)},N,N,N,N^FD${symbolData(element)}^FS`;
  return [...titles, symbol, words];
}

/** Start and subset characters as ^BC has them: `>;` begins in subset C, `>:` in B, `>8` is FNC1, `>5` and `>6` change. */
function symbolData(element: ElementString): string {
  const { start, characters } = gs1Characters(element);
  const written = characters.map((one) =>
    'change' in one ? (one.change === 'C' ? '>5' : '>6') : one.text.replaceAll('>', '>0'),
  );
  return `${start === 'C' ? '>;' : '>:'}>8${written.join('')}`;
}

function rule({ width, dots }: Head, top: number): string {
  return `^FO0,${dots(top)}^GB${width},2,2^FS`;
}

function text(
  { dots }: Head,
  { left, top, size }: { readonly left: number; readonly top: number; readonly size: number },
  content: string,
): string {
  const height = dots(size);
  return `^FO${dots(left)},${dots(top)}^A0N,${height},${Math.round(height * 0.9)}^FH_^FD${inHexadecimal(content)}^FS`;
}

/** Letters, digits and a few signs are written as they are, all else byte by byte. */
function inHexadecimal(content: string): string {
  return [...new TextEncoder().encode(content)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9 .,:#/()-]/.test(character)
        ? character
        : `_${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
