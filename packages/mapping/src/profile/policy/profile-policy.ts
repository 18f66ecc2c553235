import * as z from 'zod';
import { AcknowledgmentPolicy } from './acknowledgment-policy.ts';
import { AuthorityRule } from './authority-rule.ts';
import { BatchingPolicy } from './batching-policy.ts';
import { CatchWeightPolicy } from './catch-weight-policy.ts';
import { ChangePolicy } from './change-policy.ts';
import { CharacterPolicy } from './character-policy.ts';
import { FulfillmentPolicy } from './fulfillment-policy.ts';
import { MoneyPolicy } from './money-policy.ts';
import { OrderPolicy } from './order-policy.ts';
import { PricePolicy } from './price-policy.ts';
import { RemittancePolicy } from './remittance-policy.ts';
import { ReturnPolicy } from './return-policy.ts';
import { TimingRule } from './timing-rule.ts';
import { VersionPolicy } from './version-policy.ts';

/** What is agreed with a partner beside the form of its documents: data for whoever runs orders, deliveries and money. */
export interface ProfilePolicy {
  /** Identity of orders, purposes, shortages (R04). */
  order?: OrderPolicy | undefined;
  /** Changes of orders (R17). */
  change?: ChangePolicy | undefined;
  /** Rounding, tolerance, agreed codes, credits (R23). */
  money?: MoneyPolicy | undefined;
  /** Tolerance of prices (gotcha 18). */
  price?: PricePolicy | undefined;
  /** Form of acknowledgments, faults of guides (R09, R10). */
  acknowledgment?: AcknowledgmentPolicy | undefined;
  /** Source of shipments, correction of ship notices (R21, R22). */
  fulfillment?: FulfillmentPolicy | undefined;
  /** Outbound windows and sizes (R14). */
  batching?: BatchingPolicy | undefined;
  /** When documents are due (R26). */
  timing?: TimingRule[] | undefined;
  /** Which system owns which fields (R20). */
  authority?: AuthorityRule[] | undefined;
  /** Characters that the partner reads (gotcha 36). */
  characters?: CharacterPolicy | undefined;
  /** Items priced by weight (R18). */
  catchWeight?: CatchWeightPolicy | undefined;
  /** Payments (R24). */
  remittance?: RemittancePolicy | undefined;
  /** Returns (R25). */
  returns?: ReturnPolicy | undefined;
  /** Overlap of versions, unknown releases (R05, R27). */
  versions?: VersionPolicy | undefined;
}

/** The schema of a profile's policy. */
export const ProfilePolicy: z.ZodType<ProfilePolicy> = z.strictObject({
  order: OrderPolicy.optional(),
  change: ChangePolicy.optional(),
  money: MoneyPolicy.optional(),
  price: PricePolicy.optional(),
  acknowledgment: AcknowledgmentPolicy.optional(),
  fulfillment: FulfillmentPolicy.optional(),
  batching: BatchingPolicy.optional(),
  timing: z.array(TimingRule).optional(),
  authority: z.array(AuthorityRule).optional(),
  characters: CharacterPolicy.optional(),
  catchWeight: CatchWeightPolicy.optional(),
  remittance: RemittancePolicy.optional(),
  returns: ReturnPolicy.optional(),
  versions: VersionPolicy.optional(),
});
