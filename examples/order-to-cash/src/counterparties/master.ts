import { readFileSync } from 'node:fs';
import { Customer, DecimalString, Item } from '@dist/canonical';
import * as z from 'zod';

/** What the ERP knows before any order comes. */
export interface Master {
  readonly items: ReadonlyMap<string, Item>;
  readonly customers: ReadonlyMap<string, Customer>;
  /** Base units on hand at the start, by item. */
  readonly stock: ReadonlyMap<string, DecimalString>;
  /** The trading partner whose orders go to this place, where the order does not say. */
  partnerOf(customer: string, shipTo: string): string | undefined;
}

const File = z.object({
  items: z.array(Item),
  customers: z.array(Customer),
  shipToCrossReferences: z.array(
    z.object({ partner: z.string(), customerNumber: z.string(), shipToNumber: z.string() }),
  ),
  stock: z.record(z.string(), DecimalString),
});

/** Reads the master data. Throws an Error when the file is not there or not as it should be. */
export function readMaster(path: string): Master {
  const file = File.parse(JSON.parse(readFileSync(path, 'utf8')));
  const partners = new Map(
    file.shipToCrossReferences.map((row) => [place(row.customerNumber, row.shipToNumber), row.partner]),
  );
  return {
    items: new Map(file.items.map((item) => [item.sku, item])),
    customers: new Map(file.customers.map((customer) => [customer.customerNumber, customer])),
    stock: new Map(Object.entries(file.stock)),
    partnerOf: (customer, shipTo) => partners.get(place(customer, shipTo)),
  };
}

function place(customer: string, shipTo: string): string {
  return JSON.stringify([customer, shipTo]);
}
