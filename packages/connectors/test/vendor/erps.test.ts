import type { Order } from '@dist/canonical';
import type { Facts } from '@dist/mapping';
import { externalReference } from '@dist/orchestration';
import { describe, expect, it } from 'vitest';
import { golden, linesWith, erpMaps as maps, write } from './erp-orders.ts';

const both = [['netsuite'], ['sap-s4']] as const;
const fields = {
  netsuite: { ours: 'externalId', buyers: 'otherRefNum' },
  'sap-s4': { ours: 'PurchaseOrderByShipToParty', buyers: 'PurchaseOrderByCustomer' },
} as const;

describe('R19 two identifiers', () => {
  it.each(both)('%s: the buyer’s number as it is, and ours in a field of its own', (system) => {
    const { body } = write(system);
    expect(body?.[fields[system].buyers]).toBe('0004500012');
    expect(body?.[fields[system].ours]).toBe('northfield-0004500012');
  });

  it.each(both)('%s: ours, hashed where it would be longer, always fits', (system) => {
    const value = externalReference('northfield', 'A purchase order number of more than 35 characters');
    const { body, issues } = write(system, { references: [{ type: 'externalReference', value }] });
    expect(issues).toEqual([]);
    expect(body?.[fields[system].ours]).toBe(value);
  });

  it.each(both)('%s: a longer one is refused, never cut', (system) => {
    const { body, issues } = write(system, { references: [{ type: 'externalReference', value: 'x'.repeat(36) }] });
    expect(body).toBeUndefined();
    expect(issues).toMatchObject([{ rule: 'external-reference', expected: 'a text of at most 35 characters' }]);
  });

  it.each(both)('%s: without ours nothing is written', (system) => {
    expect(write(system, { references: [] }).issues).toMatchObject([
      { rule: 'external-reference', code: 'value-required' },
    ]);
  });

  it('SAP has no room for a purchase order number of 36 characters', () => {
    expect(write('sap-s4', { number: '9'.repeat(36) }).issues).toMatchObject([{ rule: 'number', severity: 'error' }]);
  });
});

describe('gotcha 11 a unit goes through its item', () => {
  it.each(both)('%s: the same item by the case and by the piece is two units of the ERP', (system) => {
    const byCase = JSON.stringify(write(system).body);
    const byPiece = JSON.stringify(
      write(system, { lines: linesWith(system, { quantity: { value: '6', unit: 'C62' } }) }).body,
    );
    expect([byCase, byPiece].map((body) => /"(?:units|RequestedQuantityUnit)":"(\w+)"/.exec(body)?.[1])).toEqual(
      system === 'netsuite' ? ['3', '1'] : ['CS', 'PC'],
    );
  });

  it.each(both)('%s: an item that is not known by the box is not ordered by the box', (system) => {
    const { body, issues } = write(system, { lines: linesWith(system, { quantity: { value: '6', unit: 'XBX' } }) });
    expect(body).toBeUndefined();
    expect(issues).toMatchObject([{ rule: 'item', code: 'value-unmappable' }]);
    expect(issues[0]?.message).toContain('XBX');
  });

  it.each(both)('%s: the map says which master data it needs', (system) => {
    const map = maps.get(system);
    const asked = map?.lookups(golden(system).canonical, 'write').map(({ lookup, key }) => `${lookup} ${key}`);
    expect(asked).toEqual(
      expect.arrayContaining(['customer 0614141000005', 'shipTo 0012', 'itemUnit AX-100|XCS', 'itemUnit AX-200|LBR']),
    );
  });
});

describe('customer and place are found by whichever number there is', () => {
  const facts: Facts = {
    ...golden('sap-s4').facts,
    currency: { '1': 'USD' },
    customer: { C1: '0614141000005', C2: '77', C3: '11' },
    shipTo: { S1: '0614141000012', S2: '0012', S3: '712' },
  };

  it.each<
    [scheme: 'erp' | 'gln' | 'buyer' | 'channel', buyer: string, place: string, customer: string, shipTo: string]
  >([
    ['erp', '206', '8812', '206', '8812'],
    ['gln', '0614141000005', '0614141000012', 'C1', 'S1'],
    ['buyer', '77', '0012', 'C2', 'S2'],
    ['channel', '11', '712', 'C3', 'S3'],
  ])('by %s: %s and %s are %s and %s', (scheme, buyer, place, customer, shipTo) => {
    const parties = { buyer: { ids: [{ scheme, value: buyer }] }, shipTo: { ids: [{ scheme, value: place }] } };
    const lines = linesWith('sap-s4', { parties: { shipTo: parties.shipTo } });
    const order = { ...golden('sap-s4').canonical, parties };
    const partner = { results: [{ PartnerFunction: 'SH', Customer: shipTo }] };
    const sap = maps.get('sap-s4')?.write({ ...order, lines }, { facts });
    expect(sap?.issues).toEqual([]);
    const found = { SoldToParty: customer, to_Partner: partner, to_Item: { results: [{ to_Partner: partner }, {}] } };
    expect(sap?.value).toMatchObject(found);
    const units = { '1|1': 'AX-100|XCS', '2|1': 'AX-200|LBR' };
    const dollars = { ...order, lines: golden('netsuite').canonical.lines };
    const netsuite = maps.get('netsuite')?.write(dollars, { facts: { ...facts, itemUnit: units } });
    expect(netsuite?.issues).toEqual([]);
    expect(netsuite?.value).toMatchObject({ entity: { id: customer }, shipAddressList: { id: shipTo } });
  });

  it('by the ERP’s own number first, then by GLN, and by one of them only', () => {
    const ids = (['channel', 'buyer', 'gln', 'erp'] as const).map((scheme) => ({ scheme, value: 'x' }));
    const known = { ...facts, customer: { G: 'x' }, shipTo: { G: 'x' } };
    const sold = (from: number) => {
      const parties = { buyer: { ids: ids.slice(0, from) }, shipTo: { ids: ids.slice(0, from) } };
      return maps.get('sap-s4')?.write({ ...golden('sap-s4').canonical, parties }, { facts: known });
    };
    expect(sold(4)).toMatchObject({ issues: [], value: { SoldToParty: 'x' } });
    expect(sold(3)).toMatchObject({ issues: [], value: { SoldToParty: 'G' } });
    expect(sold(2)).toMatchObject({ issues: [], value: { SoldToParty: 'G' } });
  });
});

describe('gotcha 25 no place is guessed', () => {
  it.each(both)('%s: a store that nobody knows is an error', (system) => {
    const parties = { ...golden(system).canonical.parties, shipTo: { ids: [{ scheme: 'buyer', value: '999' }] } };
    const { body, issues } = write(system, { parties } as Partial<Order>);
    expect(body).toBeUndefined();
    expect(issues).toMatchObject([{ rule: 'ship-to-of-number', found: '999' }]);
  });

  it.each(both)('%s: so is a buyer without any number', (system) => {
    const { issues } = write(system, { parties: { buyer: { ids: [] } } });
    expect(issues).toMatchObject([{ rule: 'customer', code: 'value-required' }]);
  });

  it('NetSuite takes an address of a person as it is; SAP would deliver elsewhere, so there it is an error', () => {
    const { canonical, native } = golden('netsuite', 'person');
    expect(native['shippingAddress']).toMatchObject({ addressee: 'A. Sample', country: { id: 'DE' } });
    const { shipTo } = canonical.parties;
    const parties = { ...golden('sap-s4').canonical.parties, shipTo };
    expect(write('sap-s4', { parties }).issues).toMatchObject([{ rule: 'ship-to-unknown', code: 'value-required' }]);
  });
});
