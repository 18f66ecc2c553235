import { bodyLimit } from 'hono/body-limit';
import { every } from 'hono/combine';
import { createMiddleware } from 'hono/factory';
import type { TowerEnv } from '../user.ts';

/** Characters of an address, with what it asks. */
const longestAddress = 8192;
/** Bytes of a body: an act on thousands of orders names them all. */
const largestBody = 1024 * 1024;

/** Refuses addresses and bodies that no page sends, before anything reads them. */
export const withinBounds = every(
  createMiddleware<TowerEnv>(async (context, next) => {
    const { url } = context.req;
    if (url.length > longestAddress)
      return context.json({ fault: `An address has at most ${longestAddress} characters here.` }, 414);
    // No database has a name with it.
    if (url.includes('%00')) return context.json({ fault: 'An address has no NUL (%00) in it.' }, 400);
    return next();
  }),
  bodyLimit({
    maxSize: largestBody,
    onError: (context) => context.json({ fault: `A request has at most ${largestBody / 1024} KiB here.` }, 413),
  }),
);
