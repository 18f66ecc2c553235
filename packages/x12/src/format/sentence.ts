import { cut } from './cut.ts';
import { visible } from './visible.ts';

/** What an issue says, and what stands beside it. */
export interface Statement {
  readonly message: string;
  readonly expected?: string | undefined;
  readonly found?: string | undefined;
}

/** An issue in one sentence: the message, and what was expected and found where the message does not say it itself. */
export function sentence({ message, expected, found }: Statement): string {
  const details = [
    ...(expected === undefined || says(message, /\b(?:expected|must be|condition)\b/, expected)
      ? []
      : [`expected ${visible(cut(expected, 320))}`]),
    ...(found === undefined || says(message, /\b(?:found|received)\b/, found)
      ? []
      : [`found "${visible(cut(found))}"`]),
  ];
  return details.length === 0 ? visible(message) : `${visible(message)}; ${details.join(', ')}`;
}

/** Whether a message has a text behind one of these words, plain or as a JSON string; of a cut text, its beginning. */
function says(message: string, words: RegExp, text: string): boolean {
  const at = message.search(words);
  if (at < 0) return false;
  const [rest, whole] = [message.slice(at), text.replace(/…$/, '')];
  return rest.includes(whole) || rest.includes(JSON.stringify(whole).slice(1, -1));
}
