/**
 * One order that this process cannot move: the policy it is pinned to is not here, or what is stored of it cannot be read.
 * Nothing of it is lost and nothing of it is done; the other orders go on. `cause` is what was thrown.
 */
export class OrderFault extends Error {
  override readonly name = 'OrderFault';
  readonly order: string;

  constructor(order: string, cause: unknown) {
    super(`order ${order} stands still here: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.order = order;
  }
}

/** What a step over one order gives; what it throws is a fault of that order. */
export function ofOrder<T>(order: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new OrderFault(order, error);
  }
}
