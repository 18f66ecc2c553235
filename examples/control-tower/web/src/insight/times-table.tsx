import type { Outcomes } from '../../../src/insight/outcomes.ts';

const names = {
  toShip: 'received to shipped',
  toInvoice: 'shipped to invoiced',
  toEnd: 'received to invoiced',
} as const;

/** How long the steps of orders took. */
export function TimesTable({ times }: Pick<Outcomes, 'times'>) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">From, to</th>
          <th scope="col" class="number">
            Orders
          </th>
          <th scope="col" class="number">
            Median
          </th>
          <th scope="col" class="number">
            90 %
          </th>
        </tr>
      </thead>
      <tbody>
        {times.map(({ what, orders, median, p90 }) => (
          <tr key={what}>
            <th scope="row">{names[what]}</th>
            <td class="number">{orders}</td>
            <td class="number">{span(median)}</td>
            <td class="number">{span(p90)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Hours as people say them. */
function span(hours: number | undefined): string {
  if (hours === undefined) return '–';
  if (hours < 1) return `${Math.ceil(hours * 60)} min`;
  return hours < 48 ? `${hours.toFixed(1)} h` : `${(hours / 24).toFixed(1)} d`;
}
