import { Link } from 'wouter-preact';
import type { OrderView } from '../../../src/order/order-view.ts';
import { OpenedDocument } from '../document/opened-document.tsx';
import { Instant } from './instant.tsx';

interface DocumentsProps {
  readonly id: string;
  readonly documents: OrderView['documents'];
  /** Key of the one that is opened. */
  readonly opened: string | undefined;
}

/** Documents whose bytes are kept, and the one that is opened. */
export function Documents({ id, documents, opened }: DocumentsProps) {
  return (
    <section aria-label="Documents">
      <h2>Documents</h2>
      {documents.length === 0 ? <p>No bytes are kept of this order.</p> : null}
      <ul>
        {documents.map(({ key, direction, type, name, at, controlNumbers }) => (
          <li key={key}>
            <Instant at={at} /> {direction === 'in' ? 'received' : 'sent'}{' '}
            <Link
              href={`/order?${new URLSearchParams({ id, document: key })}`}
              aria-current={key === opened ? 'true' : undefined}
            >
              {type} {name}
            </Link>{' '}
            {controlNumbers.join(' ')}
          </li>
        ))}
      </ul>
      {opened === undefined ? null : <OpenedDocument documentKey={opened} />}
    </section>
  );
}
