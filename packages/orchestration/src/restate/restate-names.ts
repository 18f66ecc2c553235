/** What the services are called in Restate. Two houses on one server have names of their own. */
export interface RestateNames {
  /** The virtual object: one for each order. */
  readonly orders: string;
  /** The service that performs effects. */
  readonly effects: string;
}

/** The names when none are given. */
export const restateNames: RestateNames = { orders: 'dist-orders', effects: 'dist-effects' };
