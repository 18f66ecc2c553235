import { hc } from 'hono/client';
import type { Api } from '../../src/server/api.ts';
import { ask } from './session/ask.ts';

/** The server, with the types of its own routes. */
export const client = hc<Api>(`${location.origin}/api`, { fetch: ask });
