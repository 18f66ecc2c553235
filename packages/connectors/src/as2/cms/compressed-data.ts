import { joinBytes, plainBytes } from '../bytes.ts';
import { writeContentInfo } from './content-info.ts';
import { objectIdentifiers as oids } from './object-identifiers.ts';
import { type AsnNode, membersOf, octetsOf, oidOf, sequenceOf } from './read-ber.ts';
import { der, derInteger, derOid, tags } from './write-der.ts';

/** A content compressed by zlib (RFC 3274 §1.1). */
export async function writeCompressedData(content: Uint8Array): Promise<Uint8Array> {
  const squeezed = await pipe(content, new CompressionStream('deflate'), Number.POSITIVE_INFINITY);
  if (!(squeezed instanceof Uint8Array)) throw new Error('the platform does not compress');
  const compressed = der(
    tags.sequence,
    derInteger(0),
    der(tags.sequence, derOid(oids.zlib)),
    der(tags.sequence, derOid(oids.data), der(tags.explicit(0), der(tags.octetString, squeezed))),
  );
  return writeContentInfo('compressedData', compressed);
}

/** The content, or why there is none: it is larger than allowed, or no such structure. */
export async function openCompressedData(
  node: AsnNode,
  maximumBytes: number,
): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  const [, algorithm, encapsulated] = sequenceOf(node) ?? [];
  const [type, wrapped] = sequenceOf(encapsulated) ?? [];
  const squeezed = octetsOf(membersOf(wrapped)[0]);
  if (oidOf(sequenceOf(algorithm)?.[0]) !== oids.zlib || oidOf(type) !== oids.data) return 'unreadable';
  if (squeezed === undefined) return 'unreadable';
  return await pipe(squeezed, new DecompressionStream('deflate'), maximumBytes);
}

/** What comes out of a stream; it is read no further than the limit, so that a few bytes can not become a flood. */
async function pipe(
  bytes: Uint8Array,
  stream: CompressionStream | DecompressionStream,
  maximumBytes: number,
): Promise<Uint8Array | 'too-large' | 'unreadable'> {
  const reader = new Blob([plainBytes(bytes)]).stream().pipeThrough(stream).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joinBytes(pieces);
      length += value.length;
      if (length > maximumBytes) {
        reader.cancel().catch(() => undefined);
        return 'too-large';
      }
      pieces.push(value);
    }
  } catch {
    return 'unreadable';
  }
}
