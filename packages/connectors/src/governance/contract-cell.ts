/** The operations that every ERP and shop is asked for, by name. Some systems have more. */
export const coreOperations = [
  'orders.submit',
  'orders.list',
  'orders.find',
  'orders.status',
  'orders.cancel',
  'orders.change',
  'inventory.availability',
  'inventory.publish',
  'shipments.list',
  'shipments.publish',
  'invoices.list',
  'invoices.publish',
  'customers.find',
  'items.find',
  'webhooks.verify',
  'health.check',
] as const;

/**
 * How much is known of an operation: it was checked against the vendor's own machine-readable description; against one
 * derived from another official source; against what was transcribed from documentation; against nothing.
 */
export type Provenance = 'official' | 'derived' | 'transcribed' | 'none';

/** One cell of the table of systems and operations. */
export interface ContractCell {
  /** The entry: `netsuite`. */
  readonly system: string;
  /** `orders.submit`. */
  readonly operation: string;
  readonly implemented: boolean;
  /** What its requests and answers were checked against. */
  readonly specified: Provenance;
  /** The test that shows it, by its path from the package; absent where there is none. */
  readonly tested?: string | undefined;
  /** Whether it was run against the system itself. Nothing was, up to now. */
  readonly live: false;
  /** The vendor's page or description. */
  readonly source: string;
  /** Why it is not there, with the vendor's page that rules it out; or what a user must know. */
  readonly note?: string | undefined;
}
