import { useState } from 'preact/hooks';
import type { OrderAct, TryRequest } from '../../../src/acts/act.ts';
import type { Actable } from '../../../src/acts/actable.ts';
import { client } from '../client.ts';
import { useAnswer } from '../use-answer.ts';
import { ActButton } from './act-button.tsx';
import { Correction } from './correction.tsx';
import { type Ask, useActDialog } from './use-act-dialog.tsx';
import { verbs } from './verbs.ts';

/** What an operator may do with an order. Who may only look sees none of it. */
export function OrderActs({ id }: { readonly id: string }) {
  const { value } = useAnswer(`actable ${id}`, () => client.acts.actable.$get({ query: { id } }));
  const { ask, dialog } = useActDialog();
  const [correcting, setCorrecting] = useState<Actable>();
  const items = value?.canAct === true ? (value.items as readonly Actable[]) : [];
  return (
    <>
      {items.length === 0 ? null : (
        <section aria-label="What can be done">
          <h2>What can be done</h2>
          <ul class="acts">
            {items.map((one) => (
              <ActableRow key={one.item ?? ''} order={id} actable={one} ask={ask} onCorrect={setCorrecting} />
            ))}
          </ul>
        </section>
      )}
      {dialog}
      {correcting === undefined ? null : (
        <Correction order={id} actable={correcting} onClose={() => setCorrecting(undefined)} />
      )}
    </>
  );
}

interface ActableRowProps {
  readonly order: string;
  readonly actable: Actable;
  readonly ask: Ask;
  readonly onCorrect: (actable: Actable) => void;
}

function ActableRow({ order, actable, ask, onCorrect }: ActableRowProps) {
  const { item, verbs: may, why } = actable;
  const name = item?.replace(`${order}/`, '') ?? order;
  return (
    <li>
      {item === undefined ? null : <b>{name} </b>}
      {why}{' '}
      <span class="buttons">
        {may.map((verb) =>
          verb === 'correct' ? (
            <button key={verb} type="button" aria-label={`Correct ${name}`} onClick={() => onCorrect(actable)}>
              {verbs.correct}
            </button>
          ) : (
            <ActButton key={verb} name={verbs[verb]} subject={name} request={requestOf(verb, order, item)} ask={ask} />
          ),
        )}
      </span>
    </li>
  );
}

function requestOf(verb: Exclude<OrderAct['verb'], 'correct'>, order: string, item: string | undefined): TryRequest {
  return { act: { verb }, items: [item === undefined ? { order } : { order, item }] };
}
