import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import {
  type As2Partner,
  expiring,
  makeAs2Key,
  type OpenedMessage,
  type OpenedRequest,
} from '@dist/connectors/node/as2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasLegacyCiphers, type OpensslFolder, opensslFolder, opensslVersion } from './openssl.ts';
import { asResponse, bytesOf, order, packed, pairOf, parties } from './parties.ts';

const described =
  opensslVersion === undefined ? 'openssl cms (skipped: there is no openssl program of version 3)' : 'openssl cms';

describe.skipIf(opensslVersion === undefined)(described, () => {
  let openssl: OpensslFolder;
  beforeAll(async () => {
    openssl = opensslFolder();
    for (const [name, { certificate, privateKey }] of Object.entries(await parties())) {
      openssl.write(`${name}.crt`, certificate);
      openssl.write(`${name}.key`, privateKey);
    }
  });
  afterAll(() => openssl.remove());

  const text = new TextDecoder().decode(order);
  // Reading S/MIME from a file, openssl ends each line of what was signed in CRLF.
  const lines = text.replaceAll('\n', '\r\n');

  describe('reads what we write', () => {
    const rows: readonly (readonly [string, Partial<As2Partner>])[] = [
      ['SHA-256 and AES-256-CBC', {}],
      ['SHA-1 and AES-128-CBC', { sign: 'sha-1', encrypt: 'aes-128-cbc' }],
      ['SHA-384 and AES-192-CBC', { sign: 'sha-384', encrypt: 'aes-192-cbc' }],
      ['SHA-512 and AES-256-GCM', { sign: 'sha-512', encrypt: 'aes-256-gcm' }],
      ['AES-128-GCM', { encrypt: 'aes-128-gcm' }],
      ['OAEP with SHA-256', { keyTransport: 'oaep-sha-256' }],
      ['OAEP with SHA-1', { keyTransport: 'oaep-sha-1' }],
      ['Base64', { transferEncoding: 'base64' }],
    ];
    it.each(rows)('signed and encrypted with %s', async (_, agreed) => {
      const { seller } = await pairOf({ agreed });
      const { headers, body } = await packed(seller, bytesOf(lines));
      const inBase64 = headers['content-transfer-encoding'] === 'base64';
      openssl.write('in.der', inBase64 ? Buffer.from(new TextDecoder().decode(body), 'base64') : body);
      openssl.run('cms -decrypt -inform DER -in in.der -recip buyer.crt -inkey buyer.key -binary -out inner.eml');
      const said = openssl.run(
        'cms -verify -in inner.eml -CAfile seller.crt -purpose any -no_check_time -out part.mime',
      );
      expect(said).toContain('Verification successful');
      const part = new TextDecoder().decode(openssl.read('part.mime'));
      const [header = '', content = ''] = part.split('\r\n\r\n');
      expect(header).toContain('Content-Type: application/edi-x12');
      expect(inBase64 ? Buffer.from(content, 'base64').toString() : content).toBe(lines);
    });

    it('signed bytes whose lines do not end in CRLF', async () => {
      const { seller } = await pairOf({ agreed: { encrypt: false } });
      const { headers, body } = await packed(seller, order);
      const [, boundary = ''] = /boundary="(.*?)"/.exec(headers['content-type'] ?? '') ?? [];
      const [, part = '', signature = ''] = new TextDecoder().decode(body).split(`--${boundary}\r\n`);
      openssl.write('part.mime', part.slice(0, -2));
      openssl.write('s.der', Buffer.from(signature.split('\r\n\r\n')[1] ?? '', 'base64'));
      const how = '-binary -inform DER -in s.der -content part.mime -CAfile seller.crt -purpose any -no_check_time';
      expect(openssl.run(`cms -verify ${how} -out out.mime`)).toContain('Verification successful');
      expect(new TextDecoder().decode(openssl.read('out.mime'))).toContain(text);
    });

    it('a signed receipt', async () => {
      const { seller, buyer } = await pairOf();
      const opened = await buyer.open(await packed(seller, order));
      const { response } = await buyer.reply(opened as OpenedMessage);
      openssl.write('mdn.eml', `Content-Type: ${response.headers['content-type']}\r\n\r\n${response.body}`);
      const said = openssl.run('cms -verify -in mdn.eml -CAfile buyer.crt -purpose any -no_check_time -out r.txt');
      expect(said).toContain('Verification successful');
      expect(new TextDecoder().decode(openssl.read('r.txt'))).toContain(
        'Original-Message-ID: <order-1@seller.example>',
      );
    });
  });

  describe('writes what we read', () => {
    const entity = (content = order, encoding = 'binary') => {
      const header = `Content-Type: application/edi-x12; name=850.edi\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
      return Buffer.concat([bytesOf(header), content]);
    };
    const open = async (type: string, body: Uint8Array, more: Record<string, string> = {}): Promise<OpenedRequest> => {
      const { buyer } = await pairOf({ back: { requires: { signature: false, encryption: false } } });
      const headers = { 'as2-from': 'SELLER', 'as2-to': 'BUYER', 'message-id': '<1@x>', 'content-type': type, ...more };
      return await buyer.open({ headers, body });
    };
    const openSmime = async (name: string): Promise<OpenedRequest> => {
      const text = Buffer.from(openssl.read(name)).toString('latin1');
      const at = /\r?\n\r?\n/.exec(text);
      const header = text.slice(0, at?.index).replace(/\r?\n[ \t]+/g, ' ');
      const fields = header.split(/\r?\n/).map((line) => line.split(/: (.*)/s) as [string, string]);
      const headers = Object.fromEntries(fields.map(([field, value]) => [field.toLowerCase(), value]));
      const body = openssl.read(name).slice((at?.index ?? 0) + (at?.[0].length ?? 0));
      return await open(headers['content-type'] ?? '', body, headers);
    };
    const sign = 'cms -sign -signer seller.crt -inkey seller.key';
    const enveloped = 'application/pkcs7-mime; smime-type=enveloped-data';

    const ciphers = ['aes128', 'aes192', 'aes256', 'des3', 'aes-128-gcm', 'aes-256-gcm'];
    it.each(ciphers)(
      'edge 14 signed and encrypted with %s, though Node refuses to take the padding off',
      async (cipher) => {
        openssl.write('in.mime', entity());
        openssl.run(`${sign} -binary -in in.mime -md sha256 -out signed.eml`);
        openssl.run(`cms -encrypt -binary -${cipher} -in signed.eml -outform DER -out enc.der buyer.crt`);
        const opened = await open(enveloped, openssl.read('enc.der'));
        expect(opened).toMatchObject({ status: 'message', content: order, signedBy: '0B', fileName: '850.edi' });
        const digest = createHash('sha256').update(entity()).digest('base64');
        expect(opened).toMatchObject({ check: { hash: 'sha-256', digest } });
      },
    );

    it.each([
      ['in pieces of indefinite length', '-stream -aes128 -outform DER', 'buyer.crt'],
      ['for a key identifier', '-aes128 -keyid -outform DER', 'buyer.crt'],
      ['by OAEP with SHA-1', '-aes128 -outform DER -recip buyer.crt -keyopt rsa_padding_mode:oaep', ''],
      [
        'by OAEP with SHA-256',
        '-aes128 -outform DER -recip buyer.crt -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256',
        '',
      ],
      ['for several recipients, the second of them ours', '-aes128 -outform DER', 'stranger.crt buyer.crt'],
    ])('encrypted %s', async (_, how, to) => {
      openssl.write('in.mime', entity());
      openssl.run(`cms -encrypt -binary -in in.mime ${how} -out enc.der ${to}`.trim());
      expect(await open(enveloped, openssl.read('enc.der'))).toMatchObject({ status: 'message', content: order });
    });

    it.each([
      ['SHA-1', '-binary -md sha1'],
      ['SHA-384', '-binary -md sha384'],
      ['SHA-512', '-binary -md sha512'],
      ['a signature over the content itself', '-binary -noattr'],
      ['a key identifier', '-binary -keyid'],
      ['PSS', '-binary -md sha256 -keyopt rsa_padding_mode:pss'],
      ['the content inside', '-binary -nodetach'],
      ['lines that end in CRLF', '-binary -crlfeol'],
    ])('signed with %s', async (_, how) => {
      openssl.write('in.mime', entity());
      openssl.run(`${sign} -in in.mime ${how} -out signed.eml`);
      const opened = await openSmime('signed.eml');
      expect(opened).toMatchObject({ status: 'message', content: order, signedBy: '0B', cipher: undefined });
    });

    it.each(['cms', 'smime'])('%s -sign of text, whose lines lose their CR on the way', async (command) => {
      const text = bytesOf('UNB+UNOA:1\nUNZ+1\n');
      openssl.write('in.mime', entity(text, '7bit'));
      openssl.run(`${command} -sign -signer seller.crt -inkey seller.key -in in.mime -out signed.eml`);
      const canonical = bytesOf('UNB+UNOA:1\r\nUNZ+1\r\n');
      expect(await openSmime('signed.eml')).toMatchObject({ status: 'message', content: canonical, signedBy: '0B' });
    });

    const legacy = [
      ['DES, which is too weak', '-des -provider legacy -provider default', 'buyer.crt'],
      ['RC2, which is too weak', '-rc2-40 -provider legacy -provider default', 'buyer.crt'],
    ] as const;
    const oaep = '-recip buyer.crt -keyopt rsa_padding_mode:oaep -keyopt rsa_oaep_md:sha256';
    const refusedOnes: readonly (readonly [string, string, string])[] = [
      ...(hasLegacyCiphers ? legacy : []),
      ['OAEP whose mask has another hash', `-aes128 ${oaep} -keyopt rsa_mgf1_md:sha1`, ''],
    ];
    it.each(refusedOnes)('but not %s', async (_, how, to) => {
      openssl.write('in.mime', entity());
      openssl.run(`cms -encrypt -binary -in in.mime -outform DER -out enc.der ${how} ${to}`.trim());
      const opened = await open(enveloped, openssl.read('enc.der'));
      expect(opened).toMatchObject({ status: 'refused', refusal: { reason: 'unreadable' } });
    });

    it('a receipt in the answer, by hand', async () => {
      const { seller } = await pairOf();
      const message = await packed(seller, order);
      const report = (digest: string) =>
        `Content-Type: multipart/report; report-type=disposition-notification; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nThank you.\r\n--b\r\nContent-Type: message/disposition-notification\r\n\r\nReporting-UA: openssl\r\nOriginal-Message-ID: ${message.messageId}\r\nDisposition: automatic-action/MDN-sent-automatically; processed\r\nReceived-Content-MIC: ${digest}, SHA256\r\n\r\n--b--\r\n`;
      const answer = async (digest: string) => {
        openssl.write('r.mime', report(digest));
        openssl.run('cms -sign -signer buyer.crt -inkey buyer.key -binary -in r.mime -out mdn.eml');
        const text = Buffer.from(openssl.read('mdn.eml')).toString('latin1');
        const [, type = ''] = /^Content-Type: (.*)$/m.exec(text) ?? [];
        const body = text.slice(text.indexOf('\n\n') + 2);
        const { seller: sender } = await pairOf({
          seller: { fetch: async () => new Response(body, { headers: { 'content-type': type } }) },
        });
        return await sender.send(message);
      };
      const right = message.checks.find(({ hash }) => hash === 'sha-256')?.digest ?? '';
      expect(await answer(right)).toMatchObject({
        status: 'delivered',
        receipt: { text: 'Thank you.', signedBy: '16' },
      });
      const wrong = createHash('sha256').update('something else').digest('base64');
      const { status, failure } = (await answer(wrong)) as { status: string; failure: { message: string } };
      expect(status).toBe('failed');
      expect(failure.message).toContain(`sent ${right}, received ${wrong}`);
    });
  });

  describe('knows our compressed data by its structure', () => {
    it('as openssl prints it', async () => {
      const agreed = { sign: false, encrypt: false, compress: 'before-signing' } as const;
      const { seller } = await pairOf({ agreed });
      const { body } = await packed(seller, order);
      openssl.write('z.der', body);
      const printed = openssl.run('asn1parse -inform DER -in z.der');
      expect(printed).toContain(':id-smime-ct-compressedData');
      expect(printed).toContain(':zlib compression');
      const [, hex = ''] = /OCTET STRING +\[HEX DUMP\]:([0-9A-F]+)/.exec(printed) ?? [];
      expect(inflateSync(Buffer.from(hex, 'hex')).subarray(-order.length)).toEqual(Buffer.from(order));
      expect(openssl.run('cms -cmsout -print -noout -inform DER -in z.der')).toContain('compressedData');
    });

    it('as openssl writes it from a description', async () => {
      const inner = Buffer.concat([bytesOf('Content-Type: application/edi-x12\r\n\r\n'), order]);
      openssl.write(
        'z.cnf',
        `asn1=SEQUENCE:info\n[info]\ntype=OID:1.2.840.113549.1.9.16.1.9\ncontent=EXPLICIT:0,SEQUENCE:compressed\n[compressed]\nversion=INTEGER:0\nalgorithm=SEQUENCE:zlib\ncontent=SEQUENCE:encapsulated\n[zlib]\noid=OID:1.2.840.113549.1.9.16.3.8\n[encapsulated]\ntype=OID:1.2.840.113549.1.7.1\ncontent=EXPLICIT:0,FORMAT:HEX,OCTETSTRING:${deflateSync(inner).toString('hex')}\n`,
      );
      openssl.run('asn1parse -genconf z.cnf -noout -out z.der');
      const { buyer } = await pairOf({ back: { requires: { signature: false, encryption: false } } });
      const headers = { 'as2-from': 'SELLER', 'as2-to': 'BUYER', 'message-id': '<1@x>' };
      const type = 'application/pkcs7-mime; smime-type=compressed-data';
      const opened = await buyer.open({ headers: { ...headers, 'content-type': type }, body: openssl.read('z.der') });
      expect(opened).toMatchObject({ status: 'message', content: order, compressed: true });
    });
  });

  it('takes the certificates that we make', async () => {
    const period = { from: '2020-01-01T00:00:00Z', until: '2049-12-31T23:59:59Z' };
    const { certificate, privateKey } = await makeAs2Key({ name: 'Made (sample)', ...period });
    openssl.write('made.crt', certificate);
    openssl.write('made.key', privateKey);
    const printed = openssl.run('x509 -in made.crt -noout -text');
    expect(printed).toContain('CN = Made (sample)');
    expect(printed).toContain('Digital Signature, Key Encipherment');
    expect(printed).toContain('Not After : Dec 31 23:59:59 2049 GMT');
    expect(openssl.run('verify -CAfile made.crt -no_check_time made.crt')).toContain('OK');
    openssl.run('cms -encrypt -aes128 -binary -in made.crt -outform DER -out made.der made.crt');
    openssl.run('cms -decrypt -inform DER -binary -in made.der -recip made.crt -inkey made.key -out made.txt');
    expect(new TextDecoder().decode(openssl.read('made.txt'))).toBe(certificate);
    const [warning] = expiring([certificate], Date.parse(period.until));
    expect(warning).toMatchObject({ subject: 'Made (sample)', daysLeft: 0 });
    expect(openssl.run('x509 -in made.crt -noout -serial').trim()).toBe(`serial=${warning?.serialNumber}`);
  });

  it('a receipt of ours is one that we read', async () => {
    const { seller, buyer } = await pairOf();
    const message = await packed(seller, order);
    const reply = await buyer.reply((await buyer.open(message)) as OpenedMessage);
    const { seller: sender } = await pairOf({ seller: { fetch: async () => asResponse(reply) } });
    expect(await sender.send(message)).toMatchObject({ status: 'delivered' });
  });
});
