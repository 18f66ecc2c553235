import { useState } from 'preact/hooks';
import { ActBar } from '../acts/act-bar.tsx';
import { isChosen, nothing, type Selection, toggled } from '../acts/selection.ts';
import { WorkGroups } from '../acts/work-groups.tsx';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Instant } from '../parts/instant.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { Paged } from '../parts/paged.tsx';
import { useAnswer } from '../use-answer.ts';
import { useAsked } from '../use-asked.ts';

/** What waits for a person, the longest waiting first, and what can be done with it. */
export function WorkPage() {
  const asked = useAsked();
  const query = Object.fromEntries(
    ['cause', 'owner', 'after'].flatMap((name) => (asked.has(name) ? [[name, asked.get(name) ?? '']] : [])),
  );
  const answer = useAnswer(`work ${asked}`, () => client.work.$get({ query }));
  const [selection, setSelection] = useState<Selection>(nothing);
  return (
    <>
      <h1>Worklist</h1>
      <WorkGroups selection={selection} onSelect={(group) => setSelection({ ...nothing, group })} />
      <ActBar selection={selection} onDone={() => setSelection(nothing)} />
      <Answered answer={answer}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <p>Nobody has to do anything.</p>
          ) : (
            <Paged next={next} path="/work" asked={asked}>
              <table>
                <thead>
                  <tr>
                    <th>Select</th>
                    <th>Order</th>
                    <th>Partner</th>
                    <th>Cause</th>
                    <th>Owner</th>
                    <th>Since</th>
                    <th>Why</th>
                  </tr>
                </thead>
                <tbody>
                  {rows
                    .map((row) => ({ row, ...row }))
                    .map(({ row, order_id, item, kind, number, partner, cause, owner, since, reason }) => (
                      <tr key={`${order_id} ${kind} ${item}`}>
                        <td>
                          <input
                            type="checkbox"
                            aria-label={`Select ${item} of ${number}`}
                            checked={isChosen(selection, row)}
                            onChange={() => setSelection(toggled(selection, row))}
                          />
                        </td>
                        <td>
                          <OrderLink id={order_id} number={number} />
                        </td>
                        <td>{partner}</td>
                        <td>{`${kind === 'hold' ? 'held' : 'parked'}: ${cause}`}</td>
                        <td>{owner}</td>
                        <td>
                          <Instant at={since} />
                        </td>
                        <td>{reason}</td>
                      </tr>
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
