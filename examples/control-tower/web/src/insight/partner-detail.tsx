import { Link } from 'wouter-preact';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Instant } from '../parts/instant.tsx';
import { OrderLink } from '../parts/order-link.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useAnswer } from '../use-answer.ts';
import { Chart } from './chart.tsx';
import { MapsInUse } from './maps-in-use.tsx';
import type { Period } from './period-choice.tsx';
import { share } from './share.ts';

/** How it goes with one partner. */
export function PartnerDetail({ id, days }: { readonly id: string; readonly days: Period }) {
  const answer = useAnswer(`partner ${id} ${days}`, () => client.insight.partner.$get({ query: { id, days } }));
  return (
    <Answered answer={answer}>
      {({ agreement, trend, malformedDocuments, causes, days: period, ...line }) => (
        <>
          <dl class="names">
            <div>
              <dt>our documents rejected</dt>
              <dd>{`${line.rejected} of ${line.answers} answers (${share(line.rejected, line.answers)})`}</dd>
            </div>
            <div>
              <dt>their documents malformed</dt>
              <dd>
                {`${line.malformed} of ${line.received} (${share(line.malformed, line.received)})`}
                {causes.map(({ cause, documents }) => `, ${cause} ${documents}`)}
              </dd>
            </div>
            <div>
              <dt>acknowledgments overdue now</dt>
              <dd>{line.overdue}</dd>
            </div>
            <div>
              <dt>orders</dt>
              <dd>
                <Link href={`/orders?${new URLSearchParams({ partner: id })}`}>its orders</Link>
              </dd>
            </div>
          </dl>
          <h2>Deadlines missed by day</h2>
          <Chart
            title="Deadlines missed"
            none="No deadline was missed in these days."
            days={period}
            lines={trend.map(({ document, missed }) => ({ name: document, values: missed }))}
          />
          <h2>Malformed documents</h2>
          {malformedDocuments.length === 0 ? (
            <p>No document was held because of how it is written.</p>
          ) : (
            <Scroll label="Malformed documents">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Waits as</th>
                    <th scope="col">Since</th>
                    <th scope="col">Why</th>
                    <th scope="col">What is wrong</th>
                  </tr>
                </thead>
                <tbody>
                  {malformedDocuments.map(({ order_id, hold, cause, at, reason }) => (
                    <tr key={`${order_id} ${hold}`}>
                      <td>
                        <OrderLink id={order_id} number={order_id} />
                      </td>
                      <td>
                        <Instant at={at} />
                      </td>
                      <td>{cause}</td>
                      <td>{reason}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )}
          <h2>Maps in use</h2>
          <MapsInUse agreement={agreement} />
        </>
      )}
    </Answered>
  );
}
