import type { Context } from 'hono';
import type { PageFile } from './read-pages.ts';

/** Sends a file of the pages; every other path without a dot is a place within the page, which finds its way itself. */
export function sendPage(context: Context, pages: ReadonlyMap<string, PageFile>): Response | undefined {
  const { path } = context.req;
  const file = pages.get(path) ?? (/^\/[^.]*$/.test(path) ? pages.get('/index.html') : undefined);
  if (file === undefined) return undefined;
  const accepted = context.req.header('Accept-Encoding') ?? '';
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  context.header('Content-Type', file.type);
  context.header('Vary', 'Accept-Encoding');
  if (encoding !== undefined) context.header('Content-Encoding', encoding);
  context.header('Cache-Control', file.isHashed ? 'public, max-age=31536000, immutable' : 'no-store');
  return context.body(file[encoding ?? 'plain']);
}
