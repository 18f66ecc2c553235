import type { CutOver } from '../../../src/insight/cut-over.ts';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useAnswer } from '../use-answer.ts';
import { useAsked } from '../use-asked.ts';
import { Chart } from './chart.tsx';
import { PeriodChoice, periodIn } from './period-choice.tsx';
import { RouteTable } from './route-table.tsx';
import { ShadowTable } from './shadow-table.tsx';
import { share } from './share.ts';

/** Which ERP takes how much, how well, and what a shadow answers otherwise. */
export function CutOverPage() {
  const asked = useAsked();
  const days = periodIn(asked);
  const answer = useAnswer(`cut-over ${days}`, () => client.insight['cut-over'].$get({ query: { days } }));
  return (
    <>
      <h1>Cut-over</h1>
      <PeriodChoice path="/cut-over" asked={asked} />
      <Answered answer={answer}>
        {({ days: period, systems, routes, shadow }) => (
          <>
            {systems.length === 0 ? (
              <p>No part of an order was given to an ERP in these days. It is seen here once an order is submitted.</p>
            ) : (
              <Systems days={period} systems={systems} routes={routes} />
            )}
            <h2>Shadow</h2>
            <ShadowTable shadow={shadow} />
          </>
        )}
      </Answered>
    </>
  );
}

function Systems({ days, systems, routes }: Pick<CutOver, 'days' | 'systems' | 'routes'>) {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);
  const all = sum(systems.flatMap(({ taken }) => taken));
  return (
    <>
      <Scroll label="ERPs">
        <table>
          <thead>
            <tr>
              <th scope="col">ERP</th>
              <th scope="col" class="number">
                Taken
              </th>
              <th scope="col" class="number">
                Share
              </th>
              <th scope="col" class="number">
                Rejected
              </th>
              <th scope="col" class="number">
                Attempts failed
              </th>
            </tr>
          </thead>
          <tbody>
            {systems.map(({ erp, taken, rejected, failed }) => {
              const attempts = sum([...taken, ...rejected, ...failed]);
              return (
                <tr key={erp}>
                  <th scope="row">{erp}</th>
                  <td class="number">{sum(taken)}</td>
                  <td class="number">{share(sum(taken), all)}</td>
                  <td class="number">{sum(rejected)}</td>
                  <td class="number">{`${sum(failed)} of ${attempts} (${share(sum(failed), attempts)})`}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <p class="note">
        An ERP is what a policy's routing names. Where one name stands for two systems behind a router, notes do not
        tell them apart.
      </p>
      <h2>Parts taken by day</h2>
      <Chart
        title="Parts taken"
        none="No ERP took a part in these days."
        days={days}
        lines={systems.map(({ erp, taken }) => ({ name: erp, values: taken }))}
      />
      <h2>Attempts failed by day</h2>
      <Chart
        title="Attempts failed"
        none="No attempt failed in these days."
        days={days}
        lines={systems.map(({ erp, failed }) => ({ name: erp, values: failed }))}
      />
      <h2>By partner and part</h2>
      <RouteTable routes={routes} />
    </>
  );
}
