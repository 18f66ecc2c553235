import * as z from 'zod';

/** What a company runs on an ERP, each of which can move to another one on a day of its own. */
export type BusinessService = 'orders' | 'inventory' | 'shipments' | 'invoices';

/** Where one service goes. A rule fits where all that it names fits; the first that fits decides. */
export interface RouteRule {
  readonly service: BusinessService;
  /** Name of the system. */
  readonly to: string;
  /** From this instant on (ISO 8601): the cut-over. */
  readonly from?: string | undefined;
  /** The seller's numbers of customers; of orders only. */
  readonly customers?: readonly string[] | undefined;
  /** Warehouses: of an order the one it ships from, of an inquiry the place asked for. */
  readonly warehouses?: readonly string[] | undefined;
  /** The seller's item numbers; of inquiries only. */
  readonly items?: readonly string[] | undefined;
}

/** Which system does what, as data: a cut-over is a rule with a day, and going back is taking it away. */
export interface RoutePolicy {
  readonly version: string;
  readonly rules: readonly RouteRule[];
}

const names = z.array(z.string().min(1)).min(1).optional();

/** Checks a policy that comes from JSON: `RoutePolicy.safeParse(json)`. Unknown fields are errors. */
export const RoutePolicy: z.ZodType<RoutePolicy> = z.strictObject({
  version: z.string().min(1),
  rules: z.array(
    z.strictObject({
      service: z.enum(['orders', 'inventory', 'shipments', 'invoices']),
      to: z.string().min(1),
      from: z.iso.datetime({ offset: true }).optional(),
      customers: names,
      warehouses: names,
      items: names,
    }),
  ),
});
