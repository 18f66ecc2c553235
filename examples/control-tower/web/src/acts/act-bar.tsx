import type { OrderAct, TryRequest } from '../../../src/acts/act.ts';
import { ActButton } from './act-button.tsx';
import type { Selection } from './selection.ts';
import { useActDialog } from './use-act-dialog.tsx';
import { verbs } from './verbs.ts';

/** What may be done with many at once, and which kind of item it is for. */
const bulk = [
  ['replay', 'parked'],
  ['dismiss', 'parked'],
  ['release', 'hold'],
  ['abandon', undefined],
] as const;

interface ActBarProps {
  readonly selection: Selection;
  readonly onDone: () => void;
}

/** How much is chosen, and what can be done with it. */
export function ActBar({ selection, onDone }: ActBarProps) {
  const { items, group } = selection;
  const { ask, dialog } = useActDialog(onDone);
  const count = group?.items ?? items.size;
  const subject = count === 1 ? '1 item' : `${count} items`;
  return (
    <fieldset class="act-bar">
      <legend>{count === 0 ? 'Nothing is selected' : `${subject} selected`}</legend>
      {bulk.map(([verb, kind]) => (
        <ActButton
          key={verb}
          name={verbs[verb]}
          subject={subject}
          request={requestOf(selection, { verb }, kind)}
          ask={ask}
        />
      ))}
      {dialog}
    </fieldset>
  );
}

function requestOf(
  { items, group }: Selection,
  act: OrderAct,
  kind: 'parked' | 'hold' | undefined,
): TryRequest | undefined {
  if (group !== undefined) {
    const { cause, owner } = group;
    return kind === undefined || group.kind === kind ? { act, filter: { cause, owner } } : undefined;
  }
  const chosen = [...items.values()];
  if (chosen.length === 0 || (kind !== undefined && chosen.some((one) => one.kind !== kind))) return undefined;
  const wanted = chosen.map(({ order_id: order, item }) => (act.verb === 'abandon' ? { order } : { order, item }));
  return { act, items: wanted };
}
