import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import type { FoundOrder } from '../../../src/queries/find-orders.ts';
import { client } from '../client.ts';
import { orderPath } from './order-link.tsx';

interface Found {
  readonly rows: readonly FoundOrder[];
}

/** An order by any of its numbers; `/` goes here from anywhere. */
export function SearchBox() {
  const [number, setNumber] = useState('');
  const [found, setFound] = useState<Found>();
  const [, go] = useLocation();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      box.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  const open = (id: string) => {
    setFound(undefined);
    go(orderPath(id));
  };
  const search = async (event: Event) => {
    event.preventDefault();
    if (number.trim() === '') return;
    const answer = await client.find.$get({ query: { number } });
    const { rows } = answer.ok ? ((await answer.json()) as Found) : { rows: [] };
    const [only] = rows;
    if (only !== undefined && new Set(rows.map(({ id }) => id)).size === 1) open(only.id);
    else setFound({ rows });
  };
  return (
    <search>
      <form onSubmit={search}>
        <label for="number">Find an order</label>
        <input
          id="number"
          ref={box}
          type="search"
          autocomplete="off"
          placeholder="PO, ERP, shipment, invoice or control number ( / )"
          value={number}
          onInput={({ currentTarget }) => setNumber(currentTarget.value)}
        />
      </form>
      <div class="found" role="status">
        {found === undefined ? null : found.rows.length === 0 ? (
          <p>No order goes by {number}.</p>
        ) : (
          <ul>
            {found.rows.map(({ id, number: written, partner, kind, value }) => (
              <li key={`${id} ${kind} ${value}`}>
                <button type="button" onClick={() => open(id)}>
                  {written} of {partner} <small>{`${kind} ${value}`}</small>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </search>
  );
}
