import { createHash } from 'node:crypto';
import { passwordDigest, readEnvelope, securityHeader, writeEnvelope } from '@dist/connectors/soap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const at = Date.parse('2026-03-02T08:00:00.000Z');
const nonce = Uint8Array.from({ length: 16 }, (_, index) => index * 16);

describe('a digest of a password', () => {
  it('is that of the ONVIF Application Programmer’s Guide, section 6.1.1.3', async () => {
    const published = Uint8Array.from(Buffer.from('LKqI6G/AikKCQrN0zqZFlg==', 'base64'));
    expect(await passwordDigest(published, '2010-09-16T07:50:45Z', 'userpassword')).toBe(
      'tuOSpGlFlIXsozq4HFNeeGeFLEI=',
    );
  });

  it('is that of another implementation of SHA-1, for any password', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), fc.string({ unit: 'grapheme' }), async (bytes, password) => {
        const created = '2026-03-02T08:00:00.000Z';
        const expected = createHash('sha1').update(bytes).update(created).update(password).digest('base64');
        expect(await passwordDigest(bytes, created, password)).toBe(expected);
      }),
    );
  });
});

describe('the header wsse:Security', () => {
  const security = { username: 'erp', password: 'pa<ss', type: 'PasswordDigest' } as const;

  it('says who asks, and until when the message is good', async () => {
    const digest = await passwordDigest(nonce, '2026-03-02T08:00:00.000Z', 'pa<ss');
    expect(await securityHeader({ ...security, seconds: 60 }, at, nonce)).toEqual({
      'wsse:Security': {
        '@soap:mustUnderstand': '1',
        'wsu:Timestamp': { 'wsu:Created': '2026-03-02T08:00:00.000Z', 'wsu:Expires': '2026-03-02T08:01:00.000Z' },
        'wsse:UsernameToken': {
          'wsse:Username': 'erp',
          'wsse:Password': {
            '@Type': expect.stringMatching(/username-token-profile-1\.0#PasswordDigest$/),
            '#text': digest,
          },
          'wsse:Nonce': {
            '@EncodingType': expect.stringMatching(/#Base64Binary$/),
            '#text': 'ABAgMEBQYHCAkKCwwNDg8A==',
          },
          'wsu:Created': '2026-03-02T08:00:00.000Z',
        },
      },
    });
  });

  it('has no Timestamp when it is not wanted, and the password itself when that is', async () => {
    const headers = await securityHeader({ ...security, type: 'PasswordText', seconds: 0 }, at, nonce);
    const xml = writeEnvelope({ version: '1.1', namespaces: {}, headers, body: {} });
    expect(xml).toContain('#PasswordText">pa&#60;ss</wsse:Password>');
    expect(xml).not.toContain('Timestamp');
    expect(readEnvelope(xml, { namespaces: {} }).kind).toBe('body');
  });
});
