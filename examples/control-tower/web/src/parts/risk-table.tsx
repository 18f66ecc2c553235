import type { RiskRow } from '../../../src/queries/at-risk.ts';
import { Instant } from './instant.tsx';
import { money } from './money.ts';
import { OrderLink } from './order-link.tsx';
import { Scroll } from './scroll.tsx';

/** Documents that are owed soon, with what it costs to miss them. */
export function RiskTable({ rows }: { readonly rows: readonly RiskRow[] }) {
  return (
    <Scroll label="Documents at risk">
      <table>
        <thead>
          <tr>
            <th>Order</th>
            <th>Partner</th>
            <th>Owed</th>
            <th>Due</th>
            <th class="number">A breach costs</th>
            <th>Owner</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ order, number, partner, timer, due, cost, currency, owner }) => (
            <tr key={`${order} ${timer}`}>
              <td>
                <OrderLink id={order} number={number} />
              </td>
              <td>{partner}</td>
              <td>{timer}</td>
              <td>
                <Instant at={due} />
              </td>
              <td class="number">{currency === '' ? '–' : money(cost, currency)}</td>
              <td>{owner}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
