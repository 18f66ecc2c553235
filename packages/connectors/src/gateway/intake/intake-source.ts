import type { Switches } from '@dist/orchestration/runtime';
import type { Source } from '../capture-order.ts';
import type { GatewayOptions } from '../gateway-options.ts';
import type { GatewayPartner } from '../partner-directory.ts';

/** Where a document came from and what it is taken in with. */
export interface IntakeSource extends Source {
  readonly gateway: GatewayOptions;
  readonly partner: GatewayPartner;
  /** ST01. */
  readonly set: string;
  /** The operators' switches, read once for an interchange. */
  readonly switches: () => Promise<Switches>;
}
