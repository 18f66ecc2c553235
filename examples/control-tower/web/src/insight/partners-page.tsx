import { Link } from 'wouter-preact';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useAnswer } from '../use-answer.ts';
import { useAsked } from '../use-asked.ts';
import { PartnerDetail } from './partner-detail.tsx';
import { PeriodChoice, periodIn } from './period-choice.tsx';
import { share } from './share.ts';

/** How it goes with trading partners, or with one of them. */
export function PartnersPage() {
  const asked = useAsked();
  const id = asked.get('id');
  return (
    <>
      <h1>{id === null ? 'Partners' : `Partner ${id}`}</h1>
      <PeriodChoice path="/partners" asked={asked} />
      {id === null ? <PartnerList asked={asked} /> : <PartnerDetail id={id} days={periodIn(asked)} />}
    </>
  );
}

function PartnerList({ asked }: { readonly asked: URLSearchParams }) {
  const days = periodIn(asked);
  const answer = useAnswer(`partners ${days}`, () => client.insight.partners.$get({ query: { days } }));
  return (
    <Answered answer={answer}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p>Nothing was exchanged with a partner in these days.</p>
        ) : (
          <>
            <Scroll label="Partners">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Partner</th>
                    <th scope="col" class="number">
                      Ours rejected
                    </th>
                    <th scope="col" class="number">
                      Theirs malformed
                    </th>
                    <th scope="col" class="number">
                      Acknowledgments overdue
                    </th>
                    <th scope="col" class="number">
                      Deadlines missed
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ partner, answers, rejected, received, malformed, overdue, breaches }) => (
                    <tr key={partner}>
                      <th scope="row">
                        <Link href={`/partners?${new URLSearchParams({ id: partner, days })}`}>{partner}</Link>
                      </th>
                      <td class="number">{`${rejected} of ${answers} (${share(rejected, answers)})`}</td>
                      <td class="number">{`${malformed} of ${received} (${share(malformed, received)})`}</td>
                      <td class="number">{overdue}</td>
                      <td class="number">{breaches}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
            <p class="note">
              Ours rejected: of the answers (997, 999, 824, TA1) that came, those that reject a document. Theirs
              malformed: of the orders, changes and unreadable documents that came, those that were held because of how
              they are written. An interchange that was refused with a 997 as a whole, or a document that was refused
              with an 824, leaves no note of an order and is not counted. Overdue is now; all else is in the period.
            </p>
          </>
        )
      }
    </Answered>
  );
}
