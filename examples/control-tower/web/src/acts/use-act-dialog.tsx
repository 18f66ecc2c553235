import { useState } from 'preact/hooks';
import type { TryRequest } from '../../../src/acts/act.ts';
import { ActDialog } from './act-dialog.tsx';

/** Asks for an act; the subject says what it is for, in a few words. */
export type Ask = (request: TryRequest, subject: string) => void;

/**
 * The dialog of an act, for a part of a page that stays: the button that was pressed may be gone once the act is done. What was
 * asked stays what it was, while the list beneath goes on changing.
 */
export function useActDialog(onDone?: () => void) {
  const [asked, setAsked] = useState<{ readonly request: TryRequest; readonly subject: string }>();
  const close = () => {
    setAsked(undefined);
    onDone?.();
  };
  const ask: Ask = (request, subject) => setAsked({ request, subject });
  return { ask, dialog: asked === undefined ? null : <ActDialog {...asked} onClose={close} /> };
}
