import { useState } from 'preact/hooks';
import type { TryRequest } from '../../../src/acts/act.ts';
import { ActDialog } from './act-dialog.tsx';
import { nameOf } from './verbs.ts';

interface ActButtonProps {
  /** Undefined where nothing is chosen that it could be for. */
  readonly request: TryRequest | undefined;
  readonly name?: string | undefined;
  readonly subject: string;
  readonly onDone?: (() => void) | undefined;
}

/** A button that opens the dialog of an act. */
export function ActButton({ request, name, subject, onDone }: ActButtonProps) {
  // What was asked stays what it was, while the list beneath goes on changing.
  const [asked, setAsked] = useState<{ readonly request: TryRequest; readonly subject: string }>();
  const close = () => {
    setAsked(undefined);
    onDone?.();
  };
  return (
    <>
      <button
        type="button"
        disabled={request === undefined}
        onClick={() => request !== undefined && setAsked({ request, subject })}
      >
        {name ?? (request === undefined ? '' : nameOf(request.act))}
      </button>
      {asked === undefined ? null : <ActDialog {...asked} onClose={close} />}
    </>
  );
}
