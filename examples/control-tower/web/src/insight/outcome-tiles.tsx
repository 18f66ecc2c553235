import type { Outcomes } from '../../../src/insight/outcomes.ts';
import { money } from '../parts/money.ts';
import { share } from './share.ts';
import { TimesTable } from './times-table.tsx';

/** The figures of a period, each with how it is measured. */
export function OutcomeTiles({ found }: { readonly found: Outcomes }) {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
  const [ended, touchless] = [sum(found.ended), sum(found.touchless)];
  const { exact, short, over, differs } = found.stock;
  const left = exact + short + over + differs;
  return (
    <div class="tiles">
      <section aria-label="How long orders take">
        <h2>How long orders take</h2>
        <TimesTable times={found.times} />
        <p class="note">Counted in buckets: what is shown is at most a fifth more than what was.</p>
      </section>
      <section aria-label="Without a person">
        <h2>Without a person</h2>
        <p>{`${touchless} of ${ended} (${share(touchless, ended)})`}</p>
        <p class="note">Orders that ended and were never held, parked or acted on by an operator.</p>
      </section>
      <section aria-label="Documents on time">
        <h2>Documents on time</h2>
        <dl>
          {found.onTime.map(({ document, met, missed }) => (
            <div key={document}>
              <dt>{document}</dt>
              <dd>{`${met} of ${met + missed} (${share(met, met + missed)})`}</dd>
            </div>
          ))}
        </dl>
        <p class="note">Each deadline once; one that was owed no more does not count.</p>
      </section>
      <section aria-label="Exposed to chargebacks">
        <h2>Exposed to chargebacks</h2>
        <p>{found.breachCost.length === 0 ? 'no stated cost' : found.breachCost.map(costOf).join(', ')}</p>
        <p class="note">
          {`What the policy says that missed deadlines cost. Decisions on deductions of payments: ${found.deductions}; notes do not hold their amounts.`}
        </p>
      </section>
      <section aria-label="Inventory accuracy">
        <h2>Inventory accuracy</h2>
        <p>{`${exact} of ${left} (${share(exact, left)})`}</p>
        <p class="note">
          {`Orders from which goods left, and nobody noted otherwise: ${short} with lines closed short or backordered, ${over} held for more than was ordered, ${differs} held for another difference. No stock was counted.`}
        </p>
      </section>
      <section aria-label="Onboarding of partners">
        <h2>Onboarding of partners</h2>
        {found.onboarded.length === 0 ? (
          <p>No partner became live for the first time in these days.</p>
        ) : (
          <ul>
            {found.onboarded.map(({ partner, days }) => (
              <li key={partner}>{`${partner}: ${days.toFixed(1)} days`}</li>
            ))}
          </ul>
        )}
        <p class="note">From the first change of a partner's state to the first one that makes it live.</p>
      </section>
    </div>
  );
}

function costOf({ currency, amount }: Outcomes['breachCost'][number]): string {
  return currency === '' ? `${amount} without a currency` : money(amount, currency);
}
