import { afterEach, describe, expect, it, vi } from 'vitest';
import { readCertificate, writeIdentifier } from '../../src/as2/cms/certificate.ts';
import { hashes } from '../../src/as2/cms/hash-name.ts';
import { objectIdentifiers as oids } from '../../src/as2/cms/object-identifiers.ts';
import { octetsOf, readBer } from '../../src/as2/cms/read-ber.ts';
import { verifySignedData } from '../../src/as2/cms/verify-signed-data.ts';
import { der, derAlgorithm, derInteger, derOid, derSetOf, tags } from '../../src/as2/cms/write-der.ts';
import { canonicalLines } from '../../src/as2/mime/canonical-lines.ts';
import { attachmentNamed } from '../../src/as2/mime/file-name.ts';
import { splitMultipart } from '../../src/as2/mime/multipart.ts';
import { decodeBody } from '../../src/as2/mime/transfer-encoding.ts';
import { bytesOf, memoryReplies, noon, order, packed, pairOf, parties } from './parties.ts';

afterEach(() => vi.restoreAllMocks());

describe('a body that is made to take long', () => {
  it.each<[string, () => unknown]>([
    ['short lines in parts', () => splitMultipart(bytesOf('\n'.repeat(100_000)), 'b')],
    ['lines that begin like the boundary', () => splitMultipart(bytesOf('--b-\n'.repeat(100_000)), 'b')],
    ['strokes', () => splitMultipart(bytesOf('-'.repeat(100_000)), '-'.repeat(70))],
    ['spaces behind each boundary', () => splitMultipart(bytesOf(`--b${' '.repeat(1000)}x\n`.repeat(100)), 'b')],
    ['empty lines that were signed', () => canonicalLines(bytesOf('\n'.repeat(100_000)))],
    ['signs that are all encoded', () => quotedPrintable('=41'.repeat(100_000))],
  ])('of %s is read without a step of more than a byte for each', (_, read) => {
    const calls = callsIn(read);
    expect(calls.count).toBeLessThan(50);
  });

  it('of octets in octets in octets is copied once', () => {
    const content = new Uint8Array(100_000).fill(7);
    let nested = der(tags.octetString, content);
    for (let depth = 0; depth < 30; depth++) nested = der(tags.octetString | 0x20, nested);
    const node = readBer(nested);
    const copied = callsIn(() => expect(octetsOf(node)?.length).toBe(content.length)).bytes;
    expect(copied).toBe(content.length);
  });

  it('of signers that each want another hash is not verified', async () => {
    const { seller } = await parties();
    const certificate = readCertificate(seller.certificate);
    const algorithm = derAlgorithm(hashes['sha-256'].oid);
    const signature = der(tags.octetString, new Uint8Array(256));
    const parts = [writeIdentifier(certificate), algorithm, derAlgorithm(oids.rsaEncryption), signature];
    const signers = (count: number) =>
      readBer(
        der(
          tags.sequence,
          derInteger(1),
          derSetOf(tags.set, [algorithm]),
          der(tags.sequence, derOid(oids.data)),
          derSetOf(
            tags.set,
            Array.from({ length: count }, (_, one) => der(tags.sequence, derInteger(one), ...parts)),
          ),
        ),
      );
    const faults: string[] = [];
    for (const count of [16, 17]) {
      const node = signers(count);
      const verified = node && (await verifySignedData(node, [order], [certificate], noon));
      if (verified && !verified.ok) faults.push(`${verified.fault}: ${verified.detail}`);
    }
    expect(faults).toEqual(['altered: the signature does not fit the content', 'unreadable: more than 16 signers']);
  });
});

describe('R03 what is known of a Message-ID', () => {
  it.each([
    ['nothing that can be read', new Uint8Array([1])],
    ['another content', undefined],
  ])('stays when somebody sends %s under it', async (_, body) => {
    const replies = memoryReplies();
    const { seller, buyer } = await pairOf({ buyer: { replies } });
    const message = await packed(seller, order);
    // A commit that stores whatever came under the name that its reply has.
    const commit: Parameters<typeof buyer.receive>[1] = async (received, reply) => {
      statuses.push(received.status);
      replies.store.set(`${reply.from} ${reply.to} ${reply.messageId}`, reply);
      return reply;
    };
    const statuses: string[] = [];
    await buyer.receive(message, commit);
    const forged = body === undefined ? await packed(seller, bytesOf('another')) : { ...message, body };
    await buyer.receive(forged, commit);
    await buyer.receive(message, commit);
    expect(statuses).toEqual(['message', 'refused', 'repeated']);
  });
});

describe('a name of a file', () => {
  it('with half a character is written with a sign for it', () => {
    expect(attachmentNamed('a\ud800.edi')).toBe("attachment; filename*=UTF-8''a%EF%BF%BD.edi");
  });
});

function quotedPrintable(text: string): unknown {
  const body = bytesOf(text);
  const content = decodeBody({
    fields: new Map([['content-transfer-encoding', 'quoted-printable']]),
    body,
    bytes: body,
  });
  expect(content?.length).toBe(text.length / 3);
  return content;
}

/** How often something calls what costs more than a byte, and how many bytes it copies. */
function callsIn(work: () => unknown): { readonly count: number; readonly bytes: number } {
  const bytes = Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array;
  const set = vi.spyOn(bytes, 'set');
  const calls = (['indexOf', 'subarray', 'slice', 'every'] as const).map((name) => vi.spyOn(bytes, name));
  const texts = vi.spyOn(String, 'fromCharCode');
  work();
  const copied = set.mock.calls.reduce((sum, [piece]) => sum + piece.length, 0);
  const count = [set, texts, ...calls].reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  vi.restoreAllMocks();
  return { count, bytes: copied };
}
