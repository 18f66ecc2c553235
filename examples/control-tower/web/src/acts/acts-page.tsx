import { useState } from 'preact/hooks';
import type { DoneAct } from '../../../src/acts/do-act.ts';
import type { ListedAct } from '../../../src/acts/list-acts.ts';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Instant } from '../parts/instant.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { Paged } from '../parts/paged.tsx';
import { useAnswer } from '../use-answer.ts';
import { useAsked } from '../use-asked.ts';
import { sent } from './sent.ts';
import { nameOf } from './verbs.ts';

/** What was done or proposed, by whom and why, and what came of it. */
export function ActsPage() {
  const asked = useAsked();
  const after = asked.get('after');
  const answer = useAnswer(`acts ${asked}`, () => client.acts.$get({ query: after === null ? {} : { after } }));
  const [told, setTold] = useState('');
  const decide = async (id: string, decision: 'approve' | 'decline') => {
    const { value, fault } = await sent<DoneAct>(client.acts.decide.$post({ json: { id, decision } }));
    setTold(fault ?? `${value?.status}: ${value?.outcome}`);
  };
  return (
    <>
      <h1>Acts</h1>
      <p role="status">{told}</p>
      <Answered answer={answer}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <p>Nobody has done anything yet.</p>
          ) : (
            <Paged next={next} path="/acts" asked={asked}>
              <table>
                <thead>
                  <tr>
                    <th>When</th>
                    <th>Who</th>
                    <th>What</th>
                    <th>Of</th>
                    <th>Why</th>
                    <th>Outcome</th>
                  </tr>
                </thead>
                <tbody>
                  {(rows as readonly ListedAct[]).map((row) => (
                    <ActRow key={row.id} row={row} onDecide={decide} />
                  ))}
                </tbody>
              </table>
            </Paged>
          )
        }
      </Answered>
    </>
  );
}

interface ActRowProps {
  readonly row: ListedAct;
  readonly onDecide: (id: string, decision: 'approve' | 'decline') => void;
}

function ActRow({ row, onDecide }: ActRowProps) {
  const { id, at, by_name, act, orders, items, first, reason, status, outcome, decided_by } = row;
  return (
    <tr>
      <td>
        <Instant at={at} />
      </td>
      <td>
        {by_name}
        {decided_by === '' ? '' : `, ${status === 'declined' ? 'declined' : 'approved'} by ${decided_by}`}
      </td>
      <td>{nameOf(act)}</td>
      <td>
        {first === undefined || first === '' ? null : <OrderLink id={first} number={first} />}
        {orders > 1 ? ` and ${orders - 1} more orders, ${items} items` : ''}
      </td>
      <td>{reason}</td>
      <td>
        <b>{status}</b>: {outcome}
        {status !== 'proposed' ? null : (
          <span class="buttons">
            <button type="button" onClick={() => onDecide(id, 'approve')}>
              Approve
            </button>
            <button type="button" onClick={() => onDecide(id, 'decline')}>
              Decline
            </button>
          </span>
        )}
      </td>
    </tr>
  );
}
