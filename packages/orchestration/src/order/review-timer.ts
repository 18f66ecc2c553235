/**
 * A timer that no deadline has: `timer.fired` with it has the machine look at all that is owed, and issue what is not in the
 * ledger. Where nothing is owed it changes nothing.
 */
export const reviewTimer = 'review';
