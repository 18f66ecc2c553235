import type { TryRequest } from '../../../src/acts/act.ts';
import type { Ask } from './use-act-dialog.tsx';

interface ActButtonProps {
  readonly name: string;
  /** What it is for; who only hears the page is told it with the name. */
  readonly subject: string;
  /** Undefined where nothing is chosen that it could be for. */
  readonly request: TryRequest | undefined;
  readonly ask: Ask;
}

/** A button that asks for an act. */
export function ActButton({ name, subject, request, ask }: ActButtonProps) {
  return (
    <button
      type="button"
      aria-label={`${name} ${subject}`}
      disabled={request === undefined}
      onClick={() => request !== undefined && ask(request, subject)}
    >
      {name}
    </button>
  );
}
