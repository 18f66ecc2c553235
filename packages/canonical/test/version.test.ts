import { castDown, castUp, currentVersion, Order, type VersionStep, validate, versionSteps } from '@dist/canonical';
import { describe, expect, it } from 'vitest';
import { everyDocument } from './data/every-document.ts';
import { order } from './sample.ts';

// A made-up history: before version 1 the number was called `po` and the channel was not told; after it, it is `source`.
const steps: readonly VersionStep[] = [
  {
    kind: 'order',
    from: '0',
    to: '1',
    up: ({ po, ...rest }) => ({ ...rest, number: po, channel: 'edi' }),
    down: ({ number, channel: _lost, ...rest }) => ({ ...rest, po: number }),
  },
  {
    kind: 'order',
    from: '1',
    to: '2',
    up: ({ channel, ...rest }) => ({ ...rest, source: { channel } }),
    down: ({ source, ...rest }) => ({ ...rest, channel: (source as { channel?: unknown } | undefined)?.channel }),
  },
  { kind: 'invoice', from: '0', to: '1', up: (document) => document, down: (document) => document },
];

const { number, channel, ...unchanged } = order;
const older = { ...unchanged, version: '0', po: number };
const newer = { ...unchanged, version: '2', number, source: { channel } };

describe('casting', () => {
  it.each<[string, typeof castUp, object, string, object]>([
    ['an old order becomes one of today', castUp, older, '1', order],
    ['an old order becomes one of tomorrow, by every step between', castUp, older, '2', newer],
    ['an order of tomorrow becomes one of today', castDown, newer, '1', order],
    ['an order of tomorrow becomes an old one', castDown, newer, '0', older],
    ['an order that is there already stays as it is', castUp, order, '1', order],
  ])('%s', (_, cast, from, to, expected) => {
    const before = structuredClone(from);
    expect(cast(from, { to, steps })).toEqual({ ok: true, value: expected, issues: [] });
    expect(from).toEqual(before);
  });

  it('what was cast up is valid today, and what was cast down and up again is the same', () => {
    const cast = castUp(older, { steps });
    expect(cast.ok && validate(Order, cast.value).ok).toBe(true);
    const down = castDown(order, { to: '0', steps });
    expect(down.ok && castUp(down.value, { steps })).toMatchObject({ ok: true, value: order });
  });

  it('a step says no version: the document has that of the step', () => {
    expect(castUp({ kind: 'invoice', version: '0' }, { steps })).toMatchObject({ value: { version: '1' } });
  });
});

describe('what cannot be cast is an issue', () => {
  it.each<[string, unknown, string, string | undefined]>([
    ['no object', 'order', 'version-missing', undefined],
    ['nothing', null, 'version-missing', undefined],
    ['no kind', { version: '1' }, 'version-missing', undefined],
    ['no version', { kind: 'order' }, 'version-missing', undefined],
    ['a version that is no text', { kind: 'order', version: 1 }, 'version-missing', undefined],
    ['a version of a prototype', Object.create({ kind: 'order', version: '1' }), 'version-missing', undefined],
    ['a version that nobody knows', { kind: 'order', version: '9' }, 'version-unknown', '9'],
    ['a kind that nobody knows', { kind: '__proto__', version: '0' }, 'version-unknown', '0'],
    ['a kind without such a step', { kind: 'shipment', version: '0' }, 'version-unknown', '0'],
    ['a later version, upwards', newer, 'version-unknown', '2'],
    ['a very long version', { kind: 'order', version: '7'.repeat(99) }, 'version-unknown', `${'7'.repeat(39)}…`],
  ])('%s', (_, json, code, found) => {
    const result = castUp(json, { to: '1', steps });
    expect(result).toMatchObject({ ok: false, issues: [{ code, severity: 'error' }] });
    expect(result.issues[0]?.found).toBe(found);
  });

  it('says which step is missing in one sentence', () => {
    expect(castUp({ kind: 'shipment', version: '0' }).issues).toEqual([
      {
        code: 'version-unknown',
        severity: 'error',
        message: 'No steps lead from version 0 of shipment to version 1',
        path: ['version'],
        expected: '1',
        found: '0',
      },
    ]);
  });

  it('steps in a circle end', () => {
    const circle = ['a', 'b'].map((from, index): VersionStep => {
      const same = (document: object): Record<string, unknown> => ({ ...document });
      return { kind: 'order', from, to: index === 0 ? 'b' : 'a', up: same, down: same };
    });
    expect(castUp({ kind: 'order', version: 'a' }, { to: 'c', steps: circle }).ok).toBe(false);
    expect(castDown({ kind: 'order', version: 'a' }, { to: 'c', steps: circle }).ok).toBe(false);
  });
});

describe('the versions of this package', () => {
  it('are one so far, and every document is of it', () => {
    expect(currentVersion).toBe('1');
    expect(versionSteps).toEqual([]);
    for (const { sample } of Object.values(everyDocument)) {
      if ('kind' in sample) expect(castUp(sample)).toEqual({ ok: true, value: sample, issues: [] });
    }
  });

  it('form one chain for each kind, up to the current version', () => {
    for (const { kind, from } of versionSteps) {
      expect(castUp({ kind, version: from }), `${kind} ${from}`).toMatchObject({ ok: true });
    }
  });
});
