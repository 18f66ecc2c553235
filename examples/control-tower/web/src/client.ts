import { hc } from 'hono/client';
import type { Api } from '../../src/server/api.ts';

/** The server, with the types of its own routes. */
export const client = hc<Api>(`${location.origin}/api`);
