import { useState } from 'preact/hooks';
import type { OrderAct, TryRequest } from '../../../src/acts/act.ts';
import type { Actable } from '../../../src/acts/actable.ts';
import { client } from '../client.ts';
import { useAnswer } from '../use-answer.ts';
import { ActButton } from './act-button.tsx';
import { Correction } from './correction.tsx';
import { verbs } from './verbs.ts';

/** What an operator may do with an order. Who may only look sees none of it. */
export function OrderActs({ id }: { readonly id: string }) {
  const { value } = useAnswer(`actable ${id}`, () => client.acts.actable.$get({ query: { id } }));
  const [correcting, setCorrecting] = useState<Actable>();
  if (value === undefined || !value.canAct || value.items.length === 0) return null;
  return (
    <section aria-label="What can be done">
      <h2>What can be done</h2>
      <ul class="acts">
        {value.items.map((one) => {
          const { item, verbs: may, why } = one as Actable;
          const name = item === undefined ? '' : item.replace(`${id}/`, '');
          return (
            <li key={item ?? ''}>
              <b>{name}</b> {why}{' '}
              {may.map((verb) =>
                verb === 'correct' ? (
                  <button
                    key={verb}
                    type="button"
                    aria-label={`Correct ${name}`}
                    onClick={() => setCorrecting(one as Actable)}
                  >
                    {verbs.correct}
                  </button>
                ) : (
                  <ActButton key={verb} subject={name === '' ? id : name} request={requestOf(verb, id, item)} />
                ),
              )}
            </li>
          );
        })}
      </ul>
      {correcting === undefined ? null : (
        <Correction order={id} actable={correcting} onClose={() => setCorrecting(undefined)} />
      )}
    </section>
  );
}

function requestOf(verb: Exclude<OrderAct['verb'], 'correct'>, order: string, item: string | undefined): TryRequest {
  return { act: { verb }, items: [item === undefined ? { order } : { order, item }] };
}
