import type { Journal, Runtime } from '@dist/orchestration/runtime';
import type { TowerDatabase } from '../database/open-tower-database.ts';
import type { Agreement } from '../insight/agreement.ts';
import type { PolicyOf } from '../order/order-view.ts';
import type { Live } from './live.ts';

/** What a server of the tower reads, and by what it acts. */
export interface Tower {
  readonly journal: Journal;
  readonly database: TowerDatabase;
  readonly policyOf: PolicyOf;
  /** What was agreed with a partner; absent where no directory of partners is given. */
  readonly agreementOf?: ((partner: string) => Promise<Agreement | undefined>) | undefined;
  readonly live: Live;
  /** The instant it is, in UTC with milliseconds. */
  readonly clock: () => string;
  /** Brings what operators do to its order; without it the tower only looks. */
  readonly runtime?: Pick<Runtime, 'dispatch'> | undefined;
}
