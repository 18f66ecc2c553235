import { createMiddleware } from 'hono/factory';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { TowerEnv } from '../user.ts';
import type { AddressOf } from './address-of.ts';
import { isWrite } from './is-write.ts';

/** How many requests of one user, or of one address where nobody is signed in, are answered within a minute. */
export interface Rates {
  readonly reads: number;
  readonly writes: number;
  /** From one address, before somebody is signed in. */
  readonly strangers: number;
}

/** A page that follows busy orders asks some hundred times a minute. */
export const usualRates: Rates = { reads: 3000, writes: 120, strangers: 300 };

/** Refuses who asks too often, and says when to ask again. Files of the pages are not counted: they are sent from memory. */
export function atARate(rates: Rates, addressOf: AddressOf) {
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: 60 });
  const [reads, writes, strangers] = [limiter(rates.reads), limiter(rates.writes), limiter(rates.strangers)];
  return createMiddleware<TowerEnv>(async (context, next) => {
    const user = context.get('visitor')?.user;
    const one = user === undefined ? strangers : isWrite(context.req.method) ? writes : reads;
    const refused = await one.consume(user?.id ?? addressOf(context)).catch((fault: unknown) => fault);
    // It rejects with a result where there were too many, and with an error where it could not count.
    if (refused instanceof Error) throw refused;
    if (!(refused instanceof RateLimiterRes) || refused.consumedPoints <= one.points) return next();
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    context.header('Retry-After', String(seconds));
    return context.json({ fault: `Too many requests. Ask again in ${seconds} seconds.` }, 429);
  });
}
