import type { FileAnswer } from './file-answer.ts';
import { lineAt } from './lines.ts';
import { WindowList } from './window-list.tsx';

/** What holds the sets, and the sets, of which one is looked into. */
export function EnvelopeView({
  answer,
  chosen,
  choose,
}: {
  answer: FileAnswer;
  chosen: number;
  choose: (set: number) => void;
}) {
  const { delimiters, envelope, sets } = answer;
  if (envelope.length === 0) return null;
  return (
    <details class="envelope" open={sets.starts.length > 1}>
      <summary>Envelope, separators and sets</summary>
      <ul class="delimiters">
        {delimiters.map(({ name, value }) => (
          <li key={name}>
            {name} <code>{value}</code>
          </li>
        ))}
      </ul>
      <ul>
        {envelope.slice(0, 20).map(({ kind, text, status }) => (
          <li key={text} class={kind}>
            {text}: {status.replaceAll('-', ' ')}
          </li>
        ))}
        {envelope.length > 20 && <li>and {envelope.length - 20} more</li>}
      </ul>
      <p>The set that is shown as tree, document and canonical document:</p>
      <WindowList
        label="Transaction sets"
        count={sets.starts.length}
        row={(index) => (
          <button type="button" class="set" aria-pressed={index === chosen} onClick={() => choose(index)}>
            {lineAt(sets, index)}
          </button>
        )}
      />
    </details>
  );
}
