/** One number that an answer was made of. All but the number on hand and what is inbound are taken away from it. */
export interface UsedNumber {
  /**
   * `allocated` is set apart for orders at the warehouse or the ERP, `reserved` is promised by us and not seen there yet,
   * `staleBuffer` is kept back because a number is old.
   */
  readonly name: 'onHand' | 'inbound' | 'allocated' | 'reserved' | 'safetyStock' | 'staleBuffer';
  readonly quantity: string;
  /** A source of the policy, `policy <version>`, or `reservations`. */
  readonly source: string;
  /** When it was true; absent for what we know ourselves. */
  readonly asOf?: string | undefined;
  readonly ageSeconds?: number | undefined;
  /** Older than the policy allows, or incomplete. */
  readonly stale: boolean;
  /** Calendar date from which it counts; from now on when absent. */
  readonly on?: string | undefined;
  /** External reference, reservation or receipt. */
  readonly reference?: string | undefined;
}
