import { RoutePolicy, type RouteRule } from '@dist/connectors/router';
import { customersInShare } from './customers-in-share.ts';

/** One step of the move: what is routed where from then on, and whether the new ERP is asked beside the old one. */
export interface CutOverPhase {
  readonly title: string;
  readonly policy: RoutePolicy;
  readonly isShadowed: boolean;
}

const legacy: readonly RouteRule[] = [
  { service: 'orders', to: 'legacy' },
  { service: 'inventory', to: 'legacy' },
];

/** The phases of the move, in their order. The first rule that fits decides, so that each phase is a rule in front. */
export function phases(customers: readonly string[]): readonly CutOverPhase[] {
  const stock: RouteRule = { service: 'inventory', to: 'new', warehouses: ['1710'] };
  return [
    phase('everything in the legacy ERP, the new one is asked beside it', [], true),
    phase('stock of warehouse 1710 in the new ERP', [stock], false),
    phase('orders of a quarter of the customers too', [stock, ordersOf(customersInShare(customers, 25))], false),
    phase('orders of three quarters', [stock, ordersOf(customersInShare(customers, 75))], false),
    phase('back again: the rule of orders is taken away', [stock], false),
  ];
}

function phase(title: string, moved: readonly RouteRule[], isShadowed: boolean): CutOverPhase {
  return { title, policy: RoutePolicy.parse({ version: title, rules: [...moved, ...legacy] }), isShadowed };
}

function ordersOf(customers: readonly string[]): RouteRule {
  return { service: 'orders', to: 'new', customers };
}
