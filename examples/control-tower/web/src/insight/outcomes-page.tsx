import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { useAnswer } from '../use-answer.ts';
import { useAsked } from '../use-asked.ts';
import { Chart } from './chart.tsx';
import { OutcomeTiles } from './outcome-tiles.tsx';
import { PeriodChoice, periodIn } from './period-choice.tsx';

/** What came of the orders of a period. */
export function OutcomesPage() {
  const asked = useAsked();
  const days = periodIn(asked);
  const answer = useAnswer(`outcomes ${days}`, () => client.insight.outcomes.$get({ query: { days } }));
  return (
    <>
      <h1>Outcomes</h1>
      <PeriodChoice path="/outcomes" asked={asked} />
      <p>
        <a href={`/api/insight/outcomes.csv?days=${days}`} download={`outcomes-${days}-days.csv`}>
          These figures as CSV
        </a>
      </p>
      <Answered answer={answer}>
        {(found) => (
          <>
            <OutcomeTiles found={found} />
            <h2>Orders that ended by day</h2>
            <Chart
              title="Orders that ended"
              none="No order ended in these days."
              days={found.days}
              lines={[
                { name: 'ended', values: found.ended },
                { name: 'without a person', values: found.touchless },
              ]}
            />
          </>
        )}
      </Answered>
    </>
  );
}
