import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Instant } from '../parts/instant.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { Paged } from '../parts/paged.tsx';
import { useAnswer } from '../use-answer.ts';
import { useAsked } from '../use-asked.ts';

/** Orders, the newest first. */
export function OrdersPage() {
  const asked = useAsked();
  const query = Object.fromEntries(
    ['phase', 'partner', 'after'].flatMap((name) => (asked.has(name) ? [[name, asked.get(name) ?? '']] : [])),
  );
  const answer = useAnswer(`orders ${asked}`, () => client.orders.$get({ query }));
  const phase = asked.get('phase');
  return (
    <>
      <h1>{phase === null ? 'Orders' : `Orders that are ${phase}`}</h1>
      <Answered answer={answer}>
        {({ rows, next }) =>
          rows.length === 0 ? (
            <p>There are no such orders.</p>
          ) : (
            <Paged next={next} path="/orders" asked={asked}>
              <table>
                <thead>
                  <tr>
                    <th>Order</th>
                    <th>Partner</th>
                    <th>Phase</th>
                    <th>Since</th>
                    <th>Received</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ id, number, partner, phase: is, since, captured_at }) => (
                    <tr key={id}>
                      <td>
                        <OrderLink id={id} number={number} />
                      </td>
                      <td>{partner}</td>
                      <td>{is}</td>
                      <td>
                        <Instant at={since} />
                      </td>
                      <td>
                        <Instant at={captured_at} />
                      </td>
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
