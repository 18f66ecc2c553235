import type { Journal } from '@dist/orchestration/runtime';
import { Hono } from 'hono';
import { z } from 'zod';
import { asked } from '../server/asked.ts';
import type { TowerEnv } from '../server/user.ts';
import { documentView, mostBytes } from './document-view.ts';

/** One document with its text: for operators alone, since who is delivered to stands in it. */
export function documentRoutes(journal: Pick<Journal, 'document'>) {
  return new Hono<TowerEnv>().get('/', asked(z.object({ key: z.string().min(1).max(1000) })), async (context) => {
    if (context.get('user').role !== 'operator')
      return context.json({ fault: 'Documents are opened by operators alone.' }, 403);
    const { key } = context.req.valid('query');
    const document = await journal.document(key);
    if (document === undefined) return context.json({ fault: `There is no document ${key}.` }, 404);
    if (document.bytes.length > mostBytes)
      return context.json(
        { fault: `The document has ${document.bytes.length} bytes; up to ${mostBytes} are shown.` },
        413,
      );
    return context.json(documentView(document));
  });
}
