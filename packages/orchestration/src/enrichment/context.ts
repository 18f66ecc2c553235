import type { Order } from '@dist/canonical';
import type { Policy } from '../policy/policy.ts';
import type { Approval } from '../word/event.ts';
import type { Tables } from './tables.ts';

/** What every question of enrichment may look at. */
export interface Context {
  readonly partner: string;
  readonly order: Order;
  /** ISO instant. */
  readonly receivedAt?: string | undefined;
  readonly tables: Tables;
  readonly policy: Policy;
  readonly approvals: readonly Approval[];
}
