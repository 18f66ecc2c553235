import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Bars } from '../parts/bars.tsx';
import { money } from '../parts/money.ts';
import { RiskTable } from '../parts/risk-table.tsx';
import { useAnswer } from '../use-answer.ts';

/** What an operator looks at first. */
export function NowPage() {
  const from = startOfDay();
  const now = useAnswer(`now ${from}`, () => client.now.$get({ query: { from } }));
  const risk = useAnswer('risk', () => client.risk.$get());
  return (
    <>
      <h1>Now</h1>
      <Answered answer={now}>
        {({ phases, lanes, attempts, breaches, atRisk, work }) => (
          <div class="tiles">
            <section aria-label="Backlog by phase">
              <h2>Orders</h2>
              <Bars
                rows={phases.map(({ phase, orders }) => [phase, orders, `/orders?phase=${phase}`])}
                none="No order yet."
              />
            </section>
            <section aria-label="Outbox by lane">
              <h2>Outbox</h2>
              <Bars rows={lanes.map(({ lane, waiting }) => [lane, waiting])} none="Nothing waits to be done." />
            </section>
            <section aria-label="Work for a person">
              <h2>Worklist</h2>
              <Bars
                rows={work.map(({ cause, owner, items }) => [
                  `${cause}, ${owner}`,
                  items,
                  `/work?cause=${encodeURIComponent(cause)}`,
                ])}
                none="Nobody has to do anything."
              />
            </section>
            <section aria-label="Attempts today by outcome">
              <h2>Attempts today</h2>
              <Bars rows={attempts.map(({ class: name, attempts: times }) => [name, times])} none="None yet today." />
            </section>
            <section aria-label="Deadlines">
              <h2>Deadlines</h2>
              <dl>
                <dt>missed today</dt>
                <dd>
                  {breaches.missed} {costs(breaches.cost)}
                </dd>
                <dt>due within four hours</dt>
                <dd>
                  {atRisk.deadlines} {costs(atRisk.cost)}
                </dd>
              </dl>
            </section>
          </div>
        )}
      </Answered>
      <h2>At risk in the next four hours</h2>
      <Answered answer={risk}>
        {({ rows }) =>
          rows.length === 0 ? <p>Nothing falls due in the next four hours.</p> : <RiskTable rows={rows} />
        }
      </Answered>
    </>
  );
}

function startOfDay(): string {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  return day.toISOString();
}

function costs(amounts: readonly { readonly currency: string; readonly amount: number }[]): string {
  const known = amounts.filter(({ currency }) => currency !== '');
  return known.length === 0 ? '' : `(${known.map(({ currency, amount }) => money(amount, currency)).join(', ')})`;
}
