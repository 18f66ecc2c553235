import type { OrderView } from '../../../src/order/order-view.ts';
import { Scroll } from './scroll.tsx';

const quantities = [
  'ordered',
  'rejected',
  'cancelled',
  'allocated',
  'backordered',
  'shipped',
  'invoiced',
  'open',
] as const;

/** Where the quantity of each line is. */
export function LineLedger({ lines }: { readonly lines: OrderView['lines'] }) {
  return (
    <section aria-label="Lines">
      <h2>Lines</h2>
      <Scroll label="Quantities of each line">
        <table>
          <thead>
            <tr>
              <th>Line</th>
              {quantities.map((name) => (
                <th key={name} class="number">
                  {name}
                </th>
              ))}
              <th>Unit</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.lineId}>
                <th scope="row">{line.lineId}</th>
                {quantities.map((name) => (
                  <td key={name} class="number">
                    {line[name]}
                  </td>
                ))}
                <td>{line.unit}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
