import type { WebhookField, WebhookHeaders, WebhookRefusal } from '@dist/connectors/webhooks';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeFault } from '../../src/webhook/time-fault.ts';
import { now, type Signed, sender, senders } from './senders.ts';

const each = Object.entries(senders);
const ofSignedBody = each.filter(([, { policy }]) => policy.scheme !== 'secret');
const timed = each.filter(([, { policy }]) => policy.toleranceSeconds !== undefined);

/** A webhook with one bit of its body turned. */
function withBit({ body, headers }: Signed, bit: number): Signed {
  return { headers, body: body.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)) };
}

describe('what is signed', () => {
  it.each(ofSignedBody)('%s: a body of which any bit was turned is refused', async (_, { send, verify }) => {
    const sent = send();
    for (let bit = 0; bit < sent.body.length * 8; bit++) {
      expect(await verify(withBit(sent, bit))).toEqual({ ok: false, reason: 'signature-wrong' });
    }
  });

  it.each(ofSignedBody)('%s: so is one that is longer or shorter by a byte', async (_, { send, verify }) => {
    const { body, headers } = send();
    for (const other of [body.subarray(1), body.subarray(0, -1), Uint8Array.from([...body, 10])]) {
      expect(await verify({ body: other, headers })).toEqual({ ok: false, reason: 'signature-wrong' });
    }
  });

  it.each<[string, string]>([
    ['Standard Webhooks', 'webhook-id'],
    ['Standard Webhooks', 'webhook-timestamp'],
    ['BigCommerce', 'webhook-id'],
    ['BigCommerce', 'webhook-timestamp'],
    ['Stripe', 'Stripe-Signature'],
    ['ShipEngine', 'X-ShipEngine-Timestamp'],
    ['Business Central', 'clientState'],
    ['Acumatica', 'Authorization'],
  ])('%s: a webhook of which any character of %s was changed is refused', async (name, header) => {
    const { send, verify } = sender(name);
    const sent = send();
    const text = sent.headers[header] ?? '';
    const characters = fc.tuple(fc.nat(Math.max(0, text.length - 1)), fc.integer({ min: 32, max: 126 }));
    await fc.assert(
      fc.asyncProperty(characters, async ([at, code]) => {
        if (header === 'clientState') {
          const other = new TextDecoder()
            .decode(sent.body)
            .replace('a new', `a ${String.fromCharCode(97 + (code % 13))}ew`);
          const isSame = other === new TextDecoder().decode(sent.body);
          const verified = await verify({ headers: {}, body: new TextEncoder().encode(other) });
          expect(verified.ok).toBe(isSame);
          return;
        }
        const other = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
        const isUnread = other.trim() === text || isOfAnotherScheme(text, at);
        const verified = await verify({ body: sent.body, headers: { ...sent.headers, [header]: other } });
        expect([other, verified.ok]).toEqual([other, isUnread && verified.ok]);
      }),
      { numRuns: 300 },
    );
  });

  /** Stripe's `v0` counts for nothing, so that it may say anything. */
  function isOfAnotherScheme(text: string, at: number): boolean {
    return text.startsWith('t=') && at > text.indexOf(',v0') - 1;
  }

  it.each(each)(
    '%s: what its policy calls unsigned can be changed, and nothing else',
    async (name, { policy, send, verify }) => {
      const sent = send();
      const open: WebhookField[] = [];
      for (const field of ['id', 'topic', 'sender', 'triggeredAt'] as const) {
        const header = policy.headers[field];
        if (header === undefined) continue;
        const headers = { ...Object.fromEntries(new Headers(sent.headers)), [header]: 'another' };
        if ((await verify({ body: sent.body, headers })).ok) open.push(field);
      }
      expect(open).toEqual(name === 'Shopify' ? policy.unsigned : []);
      if (policy.scheme === 'secret') expect(policy.unsigned).toEqual(['id', 'topic', 'sender', 'triggeredAt']);
    },
  );
});

describe('clocks', () => {
  const reasonAt = (age: number, tolerance: number): WebhookRefusal | undefined =>
    age > tolerance ? 'too-old' : -age > tolerance ? 'from-the-future' : undefined;
  const ages = [0, 1, 299, 300, 301, 3600, 86_400, 10 * 365 * 86_400].flatMap((age) => [age, -age]);

  it.each(timed)('%s: five minutes either way are tolerated', async (_, { policy, send, verify }) => {
    expect(policy.toleranceSeconds).toBe(300);
    for (const age of ages) {
      const verified = await verify(send({ at: now - age * 1000 }), now);
      const reason = reasonAt(age, 300);
      expect([age, verified.ok ? undefined : verified.reason]).toEqual([age, reason]);
    }
  });

  it.each(timed)('%s: a webhook that is sent again later is too old, whatever it says', async (_, { send, verify }) => {
    const sent = send();
    expect(await verify(sent, now + 299_000)).toMatchObject({ ok: true });
    expect(await verify(sent, now + 301_000)).toEqual({ ok: false, reason: 'too-old' });
  });

  it.each(each.filter(([, { policy }]) => policy.toleranceSeconds === undefined))(
    '%s: no time is signed, so that a webhook can be sent again at any time',
    async (_, { send, verify }) => {
      expect(await verify(send(), now + 10 * 365 * 86_400_000)).toMatchObject({ ok: true });
    },
  );
});

describe('headers of any shape', () => {
  const known = each.flatMap(([, { send }]) => Object.keys(send().headers));
  const name = fc.oneof(fc.constantFrom(...known), fc.string(), fc.constantFrom('__proto__', 'constructor', ''));
  const value = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.base64String(),
    fc.constantFrom('v1,', 'v1a,AAAA', 't=1,v1=', 't=1', '1', '2026-03-02T08:00:00Z', ', , ', '='),
  );
  const shapes: fc.Arbitrary<WebhookHeaders> = fc.oneof(
    fc.dictionary(name, fc.oneof(value, fc.array(value), fc.constant(undefined))),
    fc.array(fc.tuple(name, value)),
    fc.array(fc.oneof(name, value)),
    fc.array(fc.tuple(name, value)).map((pairs) => new Map(pairs)),
  );

  it('10,000 of them with bodies of any bytes are refused, and nothing is thrown', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...each),
        shapes,
        fc.uint8Array({ maxLength: 60 }),
        async ([, one], headers, body) => {
          expect((await one.verify({ headers, body })).ok).toBe(false);
          refused++;
        },
      ),
      { numRuns: 10_000 },
    );
    expect(refused).toBe(10_000);
  });

  it('a header of a hundred thousand signatures costs no more than one of sixteen', async () => {
    const { send, verify } = sender('Standard Webhooks');
    const { body, headers } = send();
    const junk = `v1,${'A'.repeat(43)}=`;
    const many = (count: number) => `${`${junk} `.repeat(count)}${headers['webhook-signature']}`;
    expect(await verify({ body, headers: { ...headers, 'webhook-signature': many(15) } })).toMatchObject({ ok: true });
    const listed = { ...headers, 'webhook-signature': many(100_000) };
    expect(await verify({ body, headers: listed })).toEqual({ ok: false, reason: 'signature-wrong' });
  });
});

describe('a clock that is none', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, Date.now, '2026'])(
    'is a mistake of the program: %s',
    (now) => {
      // What a program without types may hand over.
      expect(() => timeFault(0, now as number, 300)).toThrow(TypeError);
    },
  );
});
