import type { EffectBody } from '../effect.ts';
import type { OrderEvent } from '../event.ts';

/** What an operator does (R29); all of it is told with who and why. */
export type OperatorWords =
  /**
   * Tries a parked effect again. A document that the partner rejected, or that was sent already, goes out as a new one
   * (`<key>#2`) with the same content or with the corrected one.
   */
  | {
      readonly type: 'operator.replayed';
      readonly effect: string;
      readonly by: string;
      readonly reason: string;
      /** Replaces the body as issued; must be of the effect's type. */
      readonly correction?: EffectBody | undefined;
    }
  /** Puts a fact right: `event` takes the place of the fact of its name, also where the two contradict each other. */
  | {
      readonly type: 'operator.corrected';
      readonly event: OrderEvent;
      readonly by: string;
      readonly reason: string;
    }
  /** One effect is given up: nobody waits for it any more. */
  | { readonly type: 'operator.dismissed'; readonly effect: string; readonly by: string; readonly reason: string }
  /** A part that no ERP has yet goes to another one. */
  | {
      readonly type: 'operator.rerouted';
      readonly partId: string;
      readonly erp: string;
      readonly by: string;
      readonly reason: string;
    }
  | { readonly type: 'operator.abandoned'; readonly by: string; readonly reason: string };
