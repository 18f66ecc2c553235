import type { TriedAct } from '../../../src/acts/try-act.ts';
import type { TriedOrder } from '../../../src/acts/try-order.ts';
import { OrderLink } from '../parts/order-link.tsx';
import { Scroll } from '../parts/scroll.tsx';

/** So many orders are listed; of more the sums tell enough. */
const mostListed = 25;

/** What an act would do. */
export function TrialTable({ tried: { orders, items, left, fourEyes, risk } }: { readonly tried: TriedAct }) {
  const refused = orders.reduce((sum, order) => sum + order.refused.length, 0);
  const effects = orders.reduce((sum, order) => sum + order.effects.length, 0);
  if (risk !== undefined)
    return (
      <p>
        {risk.waiting} effects wait in {risk.lanes.join(', ')}; {risk.due} documents fall due within four hours, and go
        on falling due.
      </p>
    );
  return (
    <>
      <p>
        Nothing is done yet. It would be done for {items} items of {orders.length} orders: {effects} effects would go
        out, {refused} items are refused.
        {left > 0 ? ` ${left} more are left for a next time.` : ''}
        {fourEyes === undefined ? '' : ` ${fourEyes}.`}
      </p>
      <Scroll label="What it would do">
        <table>
          <thead>
            <tr>
              <th>Order</th>
              <th>Phase</th>
              <th>Would go out</th>
              <th>Missed</th>
              <th>Refused</th>
            </tr>
          </thead>
          <tbody>
            {orders.slice(0, mostListed).map((order) => (
              <TrialRow key={order.order} order={order} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {orders.length > mostListed ? <p>And {orders.length - mostListed} more orders.</p> : null}
    </>
  );
}

function TrialRow({ order: { order, phases, effects, breaches, refused } }: { readonly order: TriedOrder }) {
  return (
    <tr>
      <td>
        <OrderLink id={order} number={order} />
      </td>
      <td>{phases.before === phases.after ? phases.before : `${phases.before} → ${phases.after}`}</td>
      <td>
        {effects.length === 0 ? 'nothing' : null}
        {effects.map(({ key, lane, document, content }) => (
          <div key={key}>
            {document === undefined ? '' : `${document} `}
            {key} on {lane}
            {content === undefined ? null : (
              <details>
                <summary>What the document says</summary>
                <pre>{JSON.stringify(content, undefined, 2)}</pre>
              </details>
            )}
          </div>
        ))}
      </td>
      <td>{breaches.join(', ')}</td>
      <td>{refused.map(({ item, why }) => `${item}: ${why}`).join('; ')}</td>
    </tr>
  );
}
