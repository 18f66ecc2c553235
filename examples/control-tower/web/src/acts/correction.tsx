import { useEffect, useRef, useState } from 'preact/hooks';
import type { TryRequest } from '../../../src/acts/act.ts';
import type { Actable } from '../../../src/acts/actable.ts';
import { ActDialog } from './act-dialog.tsx';

interface CorrectionProps {
  readonly order: string;
  readonly actable: Actable;
  readonly onClose: () => void;
}

/** Asks what something is to say instead; then it is tried, as every act. */
export function Correction({ order, actable: { item = '', content }, onClose }: CorrectionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(() => JSON.stringify(content, undefined, 2));
  const [fault, setFault] = useState<string>();
  const [request, setRequest] = useState<TryRequest>();
  useEffect(() => dialog.current?.showModal(), []);
  if (request !== undefined) return <ActDialog request={request} subject={item} onClose={onClose} />;
  const submit = (event: Event) => {
    event.preventDefault();
    const read = contentIn(text);
    if (typeof read === 'string') setFault(read);
    else setRequest({ act: { verb: 'correct', content: read }, items: [{ order, item }] });
  };
  return (
    <dialog ref={dialog} class="act" aria-labelledby="correction" onClose={onClose}>
      <h2 id="correction">
        Correct <small>{item}</small>
      </h2>
      <form onSubmit={submit}>
        <label>
          Content, as JSON
          <textarea
            rows={20}
            spellcheck={false}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        {fault === undefined ? null : (
          <p role="alert" class="fault">
            {fault}
          </p>
        )}
        <p class="buttons">
          <button type="submit" class="main">
            Try it dry
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
        </p>
      </form>
    </dialog>
  );
}

function contentIn(text: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    return 'The content is an object: it begins with { and ends with }.';
  } catch (error) {
    return `This is no JSON: ${(error as Error).message}.`;
  }
}
