import { readFileSync } from 'node:fs';
import { rules } from '@dist/canonical';
import { describe, expect, it } from 'vitest';

const page = readFileSync(new URL('../docs/rules.md', import.meta.url), 'utf8');

const names: Record<(typeof rules)[number]['of'], string> = {
  order: 'Order (850)',
  orderChange: 'OrderChange (860)',
  orderAcknowledgment: 'OrderAcknowledgment (855, 865)',
  shipment: 'Shipment (856)',
  invoice: 'Invoice (810)',
  inventoryAvailability: 'InventoryAvailability (846)',
  return: 'Return (180)',
  remittance: 'Remittance (820)',
  fulfillmentRequest: 'FulfillmentRequest (940)',
  fulfillmentConfirmation: 'FulfillmentConfirmation (945)',
  shipmentStatus: 'ShipmentStatus (214)',
  applicationAdvice: 'ApplicationAdvice (824)',
  textMessage: 'TextMessage (864)',
  item: 'Item',
  customer: 'Customer',
  partnerIdentity: 'PartnerIdentity',
  any: 'Single values, wherever they stand',
};

const written = Object.entries(names)
  .map(([of, name]) => {
    const rows = rules
      .filter((rule) => rule.of === of)
      .map((rule) => `| \`${rule.code}\` | ${rule.severity} | ${rule.meaning} |`);
    return [
      `## ${name}`,
      '',
      ...(rows.length === 0 ? ['None.'] : ['| code | severity | asks that |', '|---|---|---|', ...rows]),
    ].join('\n');
  })
  .join('\n\n');

describe('the page of the rules', () => {
  it('says what the code says, in its order', () => {
    expect(page.slice(page.indexOf('## Order (850)'), page.indexOf('## Functions')).trim()).toBe(written);
  });

  it('a code stands once for a document, and has one severity everywhere but where it must differ', () => {
    const keys = rules.map(({ of, code }) => `${of} ${code}`);
    expect(new Set(keys).size).toBe(keys.length);
    const severities = new Map<string, Set<string>>();
    for (const { code, severity } of rules) severities.set(code, (severities.get(code) ?? new Set()).add(severity));
    expect([...severities].filter(([, found]) => found.size > 1)).toEqual([]);
  });
});
