import { acumatica } from '@dist/connectors/acumatica';
import { orderEncoder } from '@dist/connectors/authoring';
import { vendorCodecs } from '@dist/connectors/codecs';
import type { Codec, Overlay, PartnerMap } from '@dist/mapping';
import { describe, expect, it } from 'vitest';
import { application } from '../acumatica/subject.ts';
import { baseUrl } from '../acumatica/world.ts';
import { sampleOrder } from '../sample-order.ts';

const shout: Codec = {
  native: 'a text in capitals',
  canonical: 'a text',
  decode: (value) => value,
  encode: (value) => String(value).toUpperCase(),
};
const constant = (canonical: string, value: string) => ({ id: canonical, op: 'const', canonical, value }) as const;
const copied = (name: string) => ({ id: name, canonical: name, native: name });
const map: PartnerMap = {
  id: 'erp/sales-order',
  version: '1',
  native: 'json/erp/sales-order',
  canonical: 'order',
  rules: [
    constant('kind', 'order'),
    constant('version', '1'),
    constant('purpose', 'original'),
    { ...constant('channel', 'edi'), only: 'read' },
    { ...copied('number'), as: 'reference40' },
    copied('currency'),
    {
      id: 'lines',
      op: 'each',
      canonical: 'lines',
      native: 'lines',
      key: 'lineId',
      rules: ['lineId', 'quantity.value', 'quantity.unit'].map((name) => ({ ...copied(name), required: true })),
    },
  ],
};
const louder: Overlay = { id: 'louder', version: '1', base: map.id, patch: { number: { as: 'shout' } } };
const order = { ...sampleOrder, number: 'po-1' };

describe('the map of an order', () => {
  it.each([
    ['has the codecs of references', [], {}, 'po-1'],
    ['has a codec of its own for an overlay', [louder], { shout }, 'PO-1'],
  ] as const)('%s', (_, overlays, codecs, number) => {
    const made = orderEncoder(map, overlays, codecs).encode(order, 'ours', {});
    expect(made).toMatchObject({ ok: true, body: { number } });
  });

  it('is compiled anew for another codec of the same name', () => {
    const rules = map.rules.map((rule) => (rule.id === 'number' ? { ...copied('number'), as: 'shout' } : rule));
    const own = { ...map, rules };
    const bodyBy = (codec: Codec) => orderEncoder(own, [], { shout: codec }).encode(order, 'ours', {});
    expect(bodyBy(shout)).toMatchObject({ body: { number: 'PO-1' } });
    expect(bodyBy({ ...shout, encode: (value) => `${value}!` })).toMatchObject({ body: { number: 'po-1!' } });
  });

  it('of an adapter takes the codecs of another system from its settings, and none by itself', () => {
    const overlay: Overlay = {
      id: 'day-and-time',
      version: '1',
      base: 'acumatica/sales-order',
      patch: { ordered: { canonical: 'placedAt', as: 'utcDateTime' } },
    };
    const settings = { baseUrl, credentials: application, overlays: [overlay] };
    expect(() => acumatica(settings)).toThrow(/utcDateTime/);
    expect(acumatica({ ...settings, codecs: vendorCodecs }).id).toBe('acumatica');
  });
});
