import { useState } from 'preact/hooks';
import type { CanonicalView, ShownStep } from './canonical-view.ts';
import { lineAt } from './lines.ts';
import { WindowList } from './window-list.tsx';

/** The canonical document; of the value under the pointer or the focus it says which rule made it, and of what. */
export function CanonicalPanel({ view }: { view: CanonicalView }) {
  const [chosen, choose] = useState<ShownStep | undefined>();
  const row = (index: number) => {
    const step = view.steps[view.stepOfLine[index] ?? -1];
    const text = lineAt(view.lines, index);
    if (step === undefined) return <code>{text}</code>;
    return (
      <button
        type="button"
        class={step === chosen ? 'traced chosen' : 'traced'}
        onMouseEnter={() => choose(step)}
        onFocus={() => choose(step)}
      >
        <code>{text}</code>
      </button>
    );
  };
  return (
    <>
      {view.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {view.lines.starts.length > 0 && (
        <>
          <p class="trace" role="status">
            {chosen === undefined ? (
              'Point at a value, or go to it with Tab: here stands the rule that made it.'
            ) : (
              <Step step={chosen} />
            )}
          </p>
          <WindowList label="Canonical document" count={view.lines.starts.length} row={row} />
        </>
      )}
    </>
  );
}

function Step({ step: { rule, to, from, as, found, value } }: { step: ShownStep }) {
  return (
    <>
      Rule <strong>{rule}</strong> made <code>{to}</code> = <code>{value}</code>
      {from === '' ? ', a value of the map itself' : null}
      {from !== '' && (
        <>
          {' '}
          of <code>{from}</code>
          {found !== '' && (
            <>
              {' '}
              = <code>{found}</code>
            </>
          )}
        </>
      )}
      {as !== '' && (
        <>
          {' '}
          as <code>{as}</code>
        </>
      )}
      .
    </>
  );
}
