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
    if (context.req.url.length <= longestAddress) return next();
    return context.json({ fault: `An address has at most ${longestAddress} characters here.` }, 414);
  }),
  bodyLimit({
    maxSize: largestBody,
    onError: (context) => context.json({ fault: `A request has at most ${largestBody / 1024} KiB here.` }, 413),
  }),
);
