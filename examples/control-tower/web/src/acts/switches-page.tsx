import type { SwitchAct } from '../../../src/acts/act.ts';
import type { SwitchView } from '../../../src/acts/switch-view.ts';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Instant } from '../parts/instant.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useAnswer } from '../use-answer.ts';
import { ActButton } from './act-button.tsx';
import './acts.css';

/** To each flow, what a button says that sets it. */
const flows = [
  ['running', 'Resume'],
  ['paused', 'Pause'],
  ['draining', 'Drain'],
] as const;

/** From each state to those that may follow. */
const states = ['draft', 'testing', 'certified', 'live', 'suspended'] as const;

/** What runs, is paused or drained, and how far partners are. */
export function SwitchesPage() {
  const answer = useAnswer('switches', () => client.acts.switches.$get());
  return (
    <>
      <h1>Switches</h1>
      <p>Paused, nothing starts there; draining, what was begun goes to its end. Deadlines run on all the same.</p>
      <Answered answer={answer}>
        {(view) => (
          <>
            <Partners partners={view.partners} />
            <Lanes lanes={view.lanes} />
            <History history={view.history as SwitchView['history']} />
          </>
        )}
      </Answered>
    </>
  );
}

function Partners({ partners }: Pick<SwitchView, 'partners'>) {
  return (
    <section aria-label="Partners">
      <h2>Partners</h2>
      {partners.length === 0 ? <p>There is no partner yet.</p> : null}
      <Scroll label="Partners and their switches">
        <table>
          <tbody>
            {partners.map(({ partner, state, flow }) => (
              <tr key={partner}>
                <th scope="row">{partner}</th>
                <td>{state}</td>
                <td>{flow}</td>
                <td class="buttons">
                  <FlowButtons what="partner" id={partner} flow={flow} />
                  {states
                    .filter((next) => next !== state)
                    .map((next) => (
                      <SetButton
                        key={next}
                        act={{ verb: 'partnerState', partner, state: next }}
                        name={`Make ${next}`}
                      />
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Lanes({ lanes }: Pick<SwitchView, 'lanes'>) {
  return (
    <section aria-label="ERPs and lanes">
      <h2>ERPs and lanes</h2>
      {lanes.length === 0 ? <p>There is no lane yet.</p> : null}
      <Scroll label="Lanes and their switches">
        <table>
          <tbody>
            {lanes.map(({ what, id, flow }) => (
              <tr key={`${what} ${id}`}>
                <th scope="row">
                  {what} {id}
                </th>
                <td>{flow}</td>
                <td class="buttons">
                  <FlowButtons what={what} id={id} flow={flow} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

type FlowAct = Extract<SwitchAct, { readonly verb: 'flow' }>;

function FlowButtons({ what, id, flow: now }: Omit<FlowAct, 'verb'>) {
  return flows
    .filter(([flow]) => flow !== now)
    .map(([flow, name]) => <SetButton key={flow} act={{ verb: 'flow', what, id, flow }} name={name} />);
}

function SetButton({ act, name }: { readonly act: SwitchAct; readonly name: string }) {
  const subject = act.verb === 'flow' ? `${act.what} ${act.id}` : act.partner;
  return <ActButton name={`${name} ${subject}`} subject={subject} request={{ act }} />;
}

function History({ history }: Pick<SwitchView, 'history'>) {
  return (
    <section aria-label="Last changes">
      <h2>Last changes</h2>
      {history.length === 0 ? <p>No switch was ever set.</p> : null}
      <ul>
        {history.map((change, index) => (
          <li key={`${index} ${change.at}`}>
            <Instant at={change.at} /> {change.by}:{' '}
            {'partner' in change ? `${change.partner} ${change.state}` : `${change.what} ${change.id} ${change.flow}`},{' '}
            {change.reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
