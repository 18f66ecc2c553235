import type { AnswerBody } from './exchange.ts';

/** The body of an answer as JSON or text, with at most so many bytes; what cannot be read is said, never thrown. */
export async function readBody(
  response: Response,
  maximumBytes: number,
  form: 'json' | 'text' = 'json',
): Promise<AnswerBody> {
  const bytes = await readBytes(response, maximumBytes);
  if ('reason' in bytes) return bytes;
  if (bytes.length === 0) return { kind: 'empty' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (form === 'text') return { kind: 'text', text };
    if (isDeeperThan(deepest, text)) return { kind: 'unreadable', reason: `the body nests deeper than ${deepest}` };
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'unreadable', reason: `the body is no ${form === 'json' ? 'JSON' : 'text'} in UTF-8` };
  }
}

/** What reads a value afterwards may call itself for each level. */
const deepest = 200;

async function readBytes(
  response: Response,
  maximumBytes: number,
): Promise<Uint8Array | { kind: 'unreadable'; reason: string; isCut?: true }> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return join(chunks, length);
      length += value.length;
      if (length > maximumBytes) {
        // Not awaited: a body that never ends may also never confirm.
        reader.cancel().catch(() => undefined);
        return { kind: 'unreadable', reason: `the body has more than ${maximumBytes} bytes` };
      }
      chunks.push(value);
    }
  } catch {
    return { kind: 'unreadable', reason: 'the body was cut short', isCut: true };
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** One pass over the characters; a pattern would start again at every quotation mark of a text that does not end. */
function isDeeperThan(limit: number, json: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (inText && sign === '\\') at++;
    else if (sign === '"') inText = !inText;
    else if (inText) continue;
    else if (sign === '[' || sign === '{') depth++;
    else if (sign === ']' || sign === '}') depth--;
    if (depth > limit) return true;
  }
  return false;
}
