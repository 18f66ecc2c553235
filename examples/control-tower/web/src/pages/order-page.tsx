import { OrderActs } from '../acts/order-acts.tsx';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Documents } from '../parts/documents.tsx';
import { LineLedger } from '../parts/line-ledger.tsx';
import { Owed } from '../parts/owed.tsx';
import { Timeline } from '../parts/timeline.tsx';
import { useAnswer } from '../use-answer.ts';
import { useAsked } from '../use-asked.ts';

/** One order across all systems. */
export function OrderPage() {
  const asked = useAsked();
  const id = asked.get('id') ?? '';
  const answer = useAnswer(`order ${id}`, () => client.order.$get({ query: { id } }));
  return (
    <Answered answer={answer}>
      {(order) => {
        const { explained, phase, names, lines, obligations, documents, timeline } = order;
        const number = names.find(({ kind }) => kind === 'purchaseOrder')?.value ?? id;
        return (
          <>
            <h1>
              Order {number} <small>{phase}</small>
            </h1>
            <p class="explained">{explained}</p>
            <OrderActs id={id} />
            <section aria-label="Numbers">
              <h2>Numbers</h2>
              <dl class="names">
                {names
                  .filter(({ kind }) => kind !== 'document')
                  .map(({ kind, value }) => (
                    <div key={`${kind} ${value}`}>
                      <dt>{kind}</dt>
                      <dd>{value}</dd>
                    </div>
                  ))}
              </dl>
            </section>
            <LineLedger lines={lines} />
            <Owed id={id} obligations={obligations} />
            <Documents id={id} documents={documents} opened={asked.get('document') ?? undefined} />
            <Timeline timeline={timeline} />
          </>
        );
      }}
    </Answered>
  );
}
