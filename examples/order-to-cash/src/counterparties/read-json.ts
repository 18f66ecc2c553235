import type { IncomingMessage } from 'node:http';

/** A parsed body, or how to refuse it. */
export type ReadJson =
  | { readonly value: unknown }
  | { readonly fault: string; readonly status: number; readonly code: string };

const mostBytes = 1024 * 1024;
const mostDepth = 32;

/** Reads a JSON body (UTF-8) of at most 1 MiB, nested at most 32 deep. */
export async function readJson(request: IncomingMessage): Promise<ReadJson> {
  const bytes = await readBytes(request);
  if (bytes === undefined) return { fault: 'The body is larger than 1 MiB.', status: 413, code: 'too-large' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (isDeep(text)) return { fault: `The body is nested more than ${mostDepth} deep.`, ...invalid };
    return { value: JSON.parse(text) };
  } catch {
    return { fault: 'The body is not JSON in UTF-8.', ...invalid };
  }
}

const invalid = { status: 422, code: 'validation' } as const;

/** A larger body is read to some length and thrown away, so that the client gets to read why. */
async function readBytes(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= mostBytes) chunks.push(chunk);
    if (length > 16 * mostBytes) break;
  }
  return length > mostBytes ? undefined : Buffer.concat(chunks);
}

/** Counts brackets outside of strings before the parser is given the text. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index);
    if (quoted && character === 0x5c) index++;
    else if (character === 0x22) quoted = !quoted;
    else if (!quoted && (character === 0x7b || character === 0x5b)) depth++;
    else if (!quoted && (character === 0x7d || character === 0x5d)) depth--;
    if (depth > mostDepth) return true;
  }
  return false;
}
