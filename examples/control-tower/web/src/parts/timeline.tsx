import type { OrderView } from '../../../src/order/order-view.ts';
import { Instant } from './instant.tsx';

/** Everything that happened, oldest first. */
export function Timeline({ timeline }: { readonly timeline: OrderView['timeline'] }) {
  return (
    <section aria-label="Timeline">
      <h2>Timeline</h2>
      <ol class="timeline">
        {timeline.map(({ at, type, message }, index) => (
          <li key={`${index} ${at}`} data-type={type}>
            <Instant at={at} /> {message}
          </li>
        ))}
      </ol>
    </section>
  );
}
