import type { OrderView } from '../../../src/order/order-view.ts';

/** What the order owes, and what came of it. */
export function Owed({ id, obligations }: { readonly id: string; readonly obligations: OrderView['obligations'] }) {
  return (
    <section aria-label="What is owed">
      <h2>What is owed</h2>
      <ul>
        {obligations.map(({ key, status, why }) => (
          <li key={key}>
            <b>{key.replace(`${id}/`, '')}</b> {status}
            {why === undefined ? null : `: ${why}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
