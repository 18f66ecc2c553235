import { decodeEvent, decodeOrder } from '@dist/connectors/reference-erp';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('whatever an ERP answers', () => {
  it('is read or refused, and never thrown', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('shipped', 'invoiced', 'paid', 'allocated'), (json, type) => {
        const event = { sequence: 1, at: 'x', order: 'o', externalReference: 'r', type, shipment: json, invoice: json };
        expect(decodeEvent(event, '1').type).toBe('unreadable');
        expect(decodeOrder(json).ok).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('with keys of the prototype pollutes nothing', () => {
    const text =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"sequence":1,"type":"shipped"}';
    expect(decodeEvent(JSON.parse(text), '1').type).toBe('unreadable');
    expect(decodeOrder(JSON.parse(text)).ok).toBe(false);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
  });
});
