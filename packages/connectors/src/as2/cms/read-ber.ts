import { joinBytes } from '../bytes.ts';
import { tags } from './write-der.ts';

/** One value of ASN.1 in BER (X.690 §8). */
export interface AsnNode {
  /** The identifier octet: class, whether it is constructed, and number. */
  readonly tag: number;
  /** The value as it stands, tag and length included. */
  readonly encoded: Uint8Array;
  readonly content: Uint8Array;
  /** What a constructed value holds. */
  readonly members?: readonly AsnNode[] | undefined;
}

/**
 * Deepest and most values that are read. A content of 64 MiB in pieces of 1000 bytes, as some write it, has 67,000; no structure
 * that AS2 uses nests deeper than a dozen.
 */
const deepest = 40;
const mostNodes = 300_000;

/**
 * The one value that the bytes are, indefinite lengths included; every value must fill its length exactly. Undefined for anything
 * else. Nothing is copied.
 */
export function readBer(bytes: Uint8Array): AsnNode | undefined {
  const read = readValue(bytes, 0, bytes.length, { nodes: 0 }, 0);
  return read?.end === bytes.length ? read.node : undefined;
}

interface Read {
  readonly node: AsnNode;
  readonly end: number;
}

function readValue(
  bytes: Uint8Array,
  start: number,
  limit: number,
  count: { nodes: number },
  depth: number,
): Read | undefined {
  const tag = bytes[start];
  // Numbers above 30 have more octets, and nothing here uses them.
  if (tag === undefined || (tag & 0x1f) === 0x1f || depth > deepest || ++count.nodes > mostNodes) return undefined;
  const length = readLength(bytes, start + 1, limit);
  if (length === undefined) return undefined;
  const { at, size } = length;
  const constructed = (tag & 0x20) !== 0;
  const end = size === undefined ? limit : at + size;
  if (end > limit || (size === undefined && !constructed)) return undefined;
  if (!constructed) {
    return { node: { tag, encoded: bytes.subarray(start, end), content: bytes.subarray(at, end) }, end };
  }
  const members: AsnNode[] = [];
  let next = at;
  while (next < end && !(size === undefined && isEnd(bytes, next))) {
    const member = readValue(bytes, next, end, count, depth + 1);
    if (member === undefined) return undefined;
    members.push(member.node);
    next = member.end;
  }
  if (size === undefined && !isEnd(bytes, next, end)) return undefined;
  const after = size === undefined ? next + 2 : next;
  return {
    node: { tag, encoded: bytes.subarray(start, after), content: bytes.subarray(at, next), members },
    end: after,
  };
}

/** Where the content begins and how long it is; without a size where its end is marked instead. */
function readLength(
  bytes: Uint8Array,
  start: number,
  limit: number,
): { at: number; size?: number | undefined } | undefined {
  const first = bytes[start];
  if (first === undefined || start >= limit) return undefined;
  if (first < 0x80) return { at: start + 1, size: first };
  if (first === 0x80) return { at: start + 1 };
  const octets = first & 0x7f;
  if (octets > 6 || start + octets >= limit) return undefined;
  let size = 0;
  for (let at = start + 1; at <= start + octets; at++) size = size * 256 + (bytes[at] ?? 0);
  return { at: start + 1 + octets, size };
}

/** The two octets that end a value of indefinite length. */
function isEnd(bytes: Uint8Array, at: number, limit = bytes.length): boolean {
  return at + 2 <= limit && bytes[at] === 0 && bytes[at + 1] === 0;
}

/** The values inside a constructed value; none for another. */
export function membersOf(node: AsnNode | undefined): readonly AsnNode[] {
  return node?.members ?? [];
}

/** The members of a SEQUENCE; undefined where the value is none. */
export function sequenceOf(node: AsnNode | undefined): readonly AsnNode[] | undefined {
  return node?.tag === tags.sequence ? node.members : undefined;
}

/** The members of a SET; undefined where the value is none. */
export function setOf(node: AsnNode | undefined): readonly AsnNode[] | undefined {
  return node?.tag === tags.set ? node.members : undefined;
}

/** Whether a value has a context-specific tag. */
export function hasTag(node: AsnNode | undefined, number: number): boolean {
  return node !== undefined && (node.tag & ~0x20) === (0x80 | number);
}

/** An object identifier as a text. */
export function oidOf(node: AsnNode | undefined): string | undefined {
  if (node?.tag !== tags.oid || node.content.length === 0 || node.content.length > 40) return undefined;
  const arcs: number[] = [];
  let arc = 0;
  for (const octet of node.content) {
    arc = arc * 128 + (octet & 0x7f);
    if (octet >= 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...rest] = arcs;
  const top = Math.min(Math.floor(first / 40), 2);
  return [top, first - top * 40, ...rest].join('.');
}

/** The octets of an OCTET STRING, in one piece or in several, or of one with an implicit context-specific tag. */
export function octetsOf(node: AsnNode | undefined): Uint8Array | undefined {
  if (node === undefined) return undefined;
  if ((node.tag & ~0x20) !== tags.octetString && (node.tag & 0xc0) !== 0x80) return undefined;
  if (node.members === undefined) return node.content;
  const pieces: Uint8Array[] = [];
  return gatherPieces(node.members, pieces) ? joinBytes(pieces) : undefined;
}

/** Pieces may be in pieces themselves (X.690 §8.7.3): joined at the end, so that nested ones are not copied at each level. */
function gatherPieces(members: readonly AsnNode[], pieces: Uint8Array[]): boolean {
  return members.every((member) => {
    if ((member.tag & ~0x20) !== tags.octetString) return false;
    if (member.members !== undefined) return gatherPieces(member.members, pieces);
    pieces.push(member.content);
    return true;
  });
}

/** A number of at most four octets that is not negative. */
export function integerOf(node: AsnNode | undefined): number | undefined {
  const octets = node?.tag === tags.integer ? node.content : new Uint8Array();
  if (octets.length === 0 || octets.length > 4 || (octets[0] ?? 0) >= 0x80) return undefined;
  return octets.reduce((value, octet) => value * 256 + octet, 0);
}

/** An instant in milliseconds since 1970 (RFC 5280 §4.1.2.5). */
export function timeOf(node: AsnNode | undefined): number | undefined {
  if (node?.tag !== tags.utcTime && node?.tag !== tags.generalizedTime) return undefined;
  const text = new TextDecoder().decode(node.content.subarray(0, 20));
  const century = node.tag === tags.generalizedTime ? '' : Number(text.slice(0, 2)) < 50 ? '20' : '19';
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(`${century}${text}`) ?? [];
  const [year, month, day, hour, minute, second] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** A text of any of the string types that names use (RFC 5280 §4.1.2.4). */
export function textOf(node: AsnNode | undefined): string | undefined {
  const encoding = stringTypes.get(node?.tag ?? 0);
  return encoding === undefined ? undefined : new TextDecoder(encoding).decode(node?.content);
}

/** Tags of UTF8String, PrintableString, TeletexString, IA5String and BMPString. */
const stringTypes: ReadonlyMap<number, string> = new Map([
  [0x0c, 'utf-8'],
  [0x13, 'utf-8'],
  [0x14, 'latin1'],
  [0x16, 'utf-8'],
  [0x1e, 'utf-16be'],
]);
