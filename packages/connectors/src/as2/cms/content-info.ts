import { objectIdentifiers } from './object-identifiers.ts';
import { type AsnNode, hasTag, membersOf, oidOf, readBer, sequenceOf } from './read-ber.ts';
import { der, derOid, tags } from './write-der.ts';

/** What a CMS message holds (RFC 5652 §3). */
export interface ContentInfo {
  readonly kind: 'signedData' | 'envelopedData' | 'authEnvelopedData' | 'compressedData';
  readonly content: AsnNode;
}

/** Reads the outermost structure of a CMS message; undefined where the bytes are none, or of a kind that AS2 does not use. */
export function readContentInfo(bytes: Uint8Array): ContentInfo | undefined {
  const [type, wrapped] = sequenceOf(readBer(bytes)) ?? [];
  const kind = kinds.find((name) => objectIdentifiers[name] === oidOf(type));
  const [content, ...more] = membersOf(wrapped);
  if (kind === undefined || !hasTag(wrapped, 0) || content === undefined || more.length > 0) return undefined;
  return { kind, content };
}

const kinds = ['signedData', 'envelopedData', 'authEnvelopedData', 'compressedData'] as const;

/** A CMS message of one kind. */
export function writeContentInfo(kind: ContentInfo['kind'], content: Uint8Array): Uint8Array {
  return der(tags.sequence, derOid(objectIdentifiers[kind]), der(tags.explicit(0), content));
}
