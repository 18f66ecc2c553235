import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Live } from './live.ts';
import type { StreamsOfUsers } from './streams-of-users.ts';
import type { TowerEnv } from './user.ts';

/** Sends news until the viewer goes or the session ends; the latter is said first. */
export function sendNews(context: Context<TowerEnv>, live: Live, streams: StreamsOfUsers): Response {
  // Of the answer to HEAD nobody reads the stream, or ends it.
  if (context.req.method === 'HEAD') return context.body(null, 200, { 'Content-Type': 'text/event-stream' });
  if (live.isFull) return context.json({ fault: 'Too many viewers listen already.' }, 503);
  const leave = streams.enter(context.get('user').id);
  if (leave === undefined) {
    context.header('Retry-After', '30');
    return context.json({ fault: 'You have too many pages open. Close one.' }, 429);
  }
  const session = context.get('visitor')?.ended;
  return streamSSE(context, async (stream) => {
    const ended = new AbortController();
    const end = () => ended.abort();
    stream.onAbort(end);
    session?.addEventListener('abort', end);
    try {
      if (session?.aborted === true) end();
      for await (const news of live.listen(ended.signal)) await stream.writeSSE({ data: JSON.stringify(news) });
      if (session?.aborted === true) await stream.writeSSE({ event: 'ended', data: '' });
    } finally {
      session?.removeEventListener('abort', end);
      leave();
    }
  });
}
