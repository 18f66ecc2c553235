import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpensslFolder, opensslFolder, opensslVersion } from './openssl.ts';
import { bytesOf, order, packed, pairOf, parties } from './parties.ts';

const described =
  opensslVersion === undefined ? 'with openssl (skipped: no openssl program of version 3)' : 'with openssl';

describe.skipIf(opensslVersion === undefined)(described, () => {
  let openssl: OpensslFolder;
  let lines: string[];
  const says = (...more: readonly string[]) => lines.push(...more);
  /** A command and what the program answers, as at a prompt. */
  const run = (command: string) => {
    const said = openssl.run(command).trim();
    says(`$ openssl ${command}`, ...(said === '' ? [] : [said]));
  };
  beforeAll(async () => {
    openssl = opensslFolder();
    for (const [name, { certificate, privateKey }] of Object.entries(await parties())) {
      openssl.write(`${name}.crt`, certificate);
      openssl.write(`${name}.key`, privateKey);
    }
  });
  afterAll(() => openssl.remove());

  it('edge 15 a document that goes, its receipt, and one that comes, are as recorded', async () => {
    lines = [];
    const { seller, buyer } = await pairOf();
    const content = bytesOf(new TextDecoder().decode(order).replaceAll('\n', '\r\n'));
    const message = await packed(seller, content);
    says('# What the seller posts (body: the enveloped data, DER)', ...fields(message.headers), '');
    openssl.write('in.der', message.body);
    run('cms -decrypt -inform DER -in in.der -recip buyer.crt -inkey buyer.key -binary -out inner.eml');
    run('cms -verify -in inner.eml -CAfile seller.crt -purpose any -no_check_time -out part.mime');
    run('dgst -sha256 -binary -out digest part.mime');
    const [header = ''] = new TextDecoder().decode(openssl.read('part.mime')).split('\r\n\r\n');
    says('# What was signed begins with', header.replaceAll('\r', ''));
    says('# Its digest by openssl, in Base64', Buffer.from(openssl.read('digest')).toString('base64'), '');

    const opened = await buyer.open(message);
    if (opened.status !== 'message') throw new Error(`not opened: ${opened.status}`);
    const { response } = await buyer.reply(opened);
    openssl.write('mdn.eml', `Content-Type: ${response.headers['content-type']}\r\n\r\n${response.body}`);
    says('# The receipt of the buyer', `${response.status}`);
    run('cms -verify -in mdn.eml -CAfile buyer.crt -purpose any -no_check_time -out receipt.txt');
    says(new TextDecoder().decode(openssl.read('receipt.txt')).replaceAll('\r', '').trim(), '');

    says('# A document that openssl signs and encrypts, opened by the buyer');
    openssl.write('850.mime', Buffer.concat([bytesOf('Content-Type: application/edi-x12\r\n\r\n'), content]));
    run('cms -sign -signer seller.crt -inkey seller.key -binary -in 850.mime -md sha256 -out signed.eml');
    run('cms -encrypt -binary -aes256 -in signed.eml -outform DER -out enc.der buyer.crt');
    const headers = { 'as2-from': 'SELLER', 'as2-to': 'BUYER', 'message-id': '<1@seller.example>' };
    const type = 'application/pkcs7-mime; smime-type=enveloped-data';
    const came = await buyer.open({ headers: { ...headers, 'content-type': type }, body: openssl.read('enc.der') });
    if (came.status !== 'message') throw new Error(`not opened: ${came.status}`);
    says(`${came.status}, signed by certificate ${came.signedBy}, ${came.check.hash} ${came.check.digest}`);
    expect(came.content).toEqual(content);
    await expect(plain(lines.join('\n'))).toMatchFileSnapshot('../../docs/transcripts/as2.txt');
  });
});

function fields(headers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
}

/** Without what differs from run to run: boundaries of parts, which are random. */
function plain(text: string): string {
  const boundaries = [...new Set([...text.matchAll(/^--(\S{16,}?)(?:--)?$/gm)].map(([, one = '']) => one))];
  return `${boundaries.reduce((all, one, at) => all.replaceAll(one, `<boundary ${at + 1}>`), text)}\n`;
}
