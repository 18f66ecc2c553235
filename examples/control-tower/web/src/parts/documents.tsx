import type { OrderView } from '../../../src/order/order-view.ts';
import { Instant } from './instant.tsx';

/** Documents whose bytes are kept. */
export function Documents({ documents }: { readonly documents: OrderView['documents'] }) {
  return (
    <section aria-label="Documents">
      <h2>Documents</h2>
      {documents.length === 0 ? <p>No bytes are kept of this order.</p> : null}
      <ul>
        {documents.map(({ key, direction, type, name, at, controlNumbers }) => (
          <li key={key}>
            <Instant at={at} /> {direction === 'in' ? 'received' : 'sent'} <b>{type}</b> {name}{' '}
            {controlNumbers.join(' ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
