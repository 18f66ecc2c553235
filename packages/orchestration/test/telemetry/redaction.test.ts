import type { OrderEvent } from '@dist/orchestration';
import { auditTrail, redactor, toCsv } from '@dist/orchestration/telemetry';
import { describe, expect, it } from 'vitest';

const redact = redactor();

/** Made up, and put together so that no scanner takes them for real ones. */
const secret = 'Ab9'.repeat(8);

describe('a text shows no secret', () => {
  it.each<[string, string, string]>([
    ['a password by its short names', 'pwd=hunter2, pass: hunter2; passcode = hunter2', 'hunter2'],
    ['a passphrase', 'passphrase=hunter2', 'hunter2'],
    ['a value in quotes, blanks and all', 'client_secret = "one two three" for the ERP', 'two'],
    ['a value in quotes with a quote in it', String.raw`{"password":"one\"two three"}`, 'two'],
    ['a value whose closing quote was cut off', 'client_secret = "one two', 'one'],
    ['JSON within JSON', String.raw`"body":"{\"token\":\"hunter2\"}"`, 'hunter2'],
    ['a key by its words', 'api key: hunter2', 'hunter2'],
    ['an authorization of any scheme', `Authorization: Token ${secret}`, secret],
    ['an authorization without a scheme', `authorization=${secret}`, secret],
    ['a signature in an address', `https://files.example/po.edi?se=2026&sig=${secret}%3D&sp=r`, secret],
    ['a password in an address without a user', 'redis://:hunter2@cache.example', 'hunter2'],
    ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${secret}\n-----END RSA PRIVATE KEY-----`, secret],
    ['a private key that was cut off', `-----BEGIN PRIVATE KEY-----\n${secret}`, secret],
    ['a key of Amazon Web Services', `signed by AKIA${'EXAMPLE0'.repeat(2)}`, 'EXAMPLE0'],
    ['a token of GitHub', `gh${'p_'}${secret}`, secret],
    ['a key of Stripe', `sk_${'live_'}${secret}`, secret],
    ['a token of Slack', `xox${'b-'}${secret}`, secret],
    ['an IBAN in small letters', 'de89 3704 0044 0532 0130 00', '0532'],
    ['an IBAN with hyphens', 'DE89-3704-0044-0532-0130-00', '0532'],
    ['a card number with dots', '4111.1111.1111.1111', '1111'],
  ])('%s', (_, text, hidden) => {
    expect(redact.text(text)).toContain('[redacted]');
    expect(redact.text(text)).not.toContain(hidden);
  });

  it('and keeps what stands around it', () => {
    expect(redact.text('login with client_secret = "one two", then retry')).toBe(
      'login with client_secret = [redacted], then retry',
    );
    expect(redact.text('PEM -----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY----- was read')).toBe(
      'PEM [redacted] was read',
    );
  });

  it.each([
    'compass: north',
    'passed: 12 of 12',
    'key: dock 4',
    'so12 with that part sent',
    'ship via 10.0.0.1, order 1234.5678',
    'https://shop.example/?signal=1',
  ])('but %j is left as it is', (text) => {
    expect(redact.text(text)).toBe(text);
  });
});

/** Texts of which each sign might be the beginning of something. */
const hostile: readonly [string, (length: number) => string][] = [
  ['schemes', (length) => 'a.'.repeat(length / 2)],
  ['an address that goes on', (length) => `a@${'a.'.repeat(length / 2)}`],
  ['JSON Web Tokens that do not end', (length) => 'eyJaaaaa-'.repeat(length / 9)],
  ['JSON Web Tokens of two parts', (length) => 'eyJaaaaa. '.repeat(length / 10)],
  ['passwords in addresses', (length) => 'a://b:'.repeat(length / 6)],
  ['words before signs', (length) => 'token   '.repeat(length / 8)],
  ['quotes that do not end', (length) => `token="token='`.repeat(length / 14)],
  ['quoted signs', (length) => `token="${String.raw`\"`.repeat(length / 2)}`],
  ['private keys that do not end', (length) => '-----BEGIN PRIVATE KEY----'.repeat(length / 26)],
  ['account numbers', (length) => 'AA00 AAAA'.repeat(length / 9)],
  ['digits', (length) => '1 '.repeat(length / 2)],
  ['telephones', (length) => '+1 '.repeat(length / 3)],
  ['separators of cells', (length) => '\t'.repeat(length)],
  ['blanks', (length) => `token${' '.repeat(length)}`],
];

async function csvOf(reason: string): Promise<number> {
  const base = { key: 'k', at: '2026-03-02T08:00:00.000Z', v: 2 } as const;
  const event: OrderEvent = { ...base, type: 'cancel.requested', cancel: 'c', reason };
  let length = 0;
  for await (const line of toCsv(auditTrail({ order: 'o', events: [event], notes: [] }))) length += line.length;
  return length;
}

/** Of this process alone, and the least of a few runs: what else the machine does is not counted. */
async function millisecondsFor(text: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    await csvOf(text);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

describe('a text of 16 times the length takes about as many times as long, not 256', () => {
  it.each(hostile)('%s', async (_, textOf) => {
    const [short, long] = [await millisecondsFor(textOf(10_000)), await millisecondsFor(textOf(160_000))];
    // Below a millisecond a clock measures itself.
    expect(long / Math.max(short, 1)).toBeLessThan(100);
  });
});

describe('data', () => {
  it('of any depth is written down to a hundred levels, and nothing is thrown', () => {
    let deep: unknown = { password: 'x' };
    for (let level = 0; level < 20_000; level++) deep = level % 2 === 0 ? { in: deep } : [deep];
    const text = JSON.stringify(redact.data(deep));
    expect(text).toContain('[deeper than 100 levels]');
    expect(text.length).toBeLessThan(1000);
  });

  it.each(['pwd', 'pass', 'sig', 'tokens', 'client_secrets'])('has a field %s hidden', (name) => {
    expect(redact.data({ a: { [name]: ['x'] } })).toEqual({ a: { [name]: '[redacted]' } });
  });
});
