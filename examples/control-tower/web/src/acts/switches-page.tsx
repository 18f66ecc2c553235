import type { SwitchAct } from '../../../src/acts/act.ts';
import type { SwitchView } from '../../../src/acts/switch-view.ts';
import { client } from '../client.ts';
import { Answered } from '../parts/answered.tsx';
import { Instant } from '../parts/instant.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { useAnswer } from '../use-answer.ts';
import { ActButton } from './act-button.tsx';
import { type Ask, useActDialog } from './use-act-dialog.tsx';
import './acts.css';

/** To each flow, what a button says that sets it. */
const flows = [
  ['running', 'Resume'],
  ['paused', 'Pause'],
  ['draining', 'Drain'],
] as const;

/** From each state to those that may follow. */
const states = ['draft', 'testing', 'certified', 'live', 'suspended'] as const;

interface Asking {
  readonly ask: Ask;
}

/** What runs, is paused or drained, and how far partners are. */
export function SwitchesPage() {
  const answer = useAnswer('switches', () => client.acts.switches.$get());
  const { ask, dialog } = useActDialog();
  return (
    <>
      <h1>Switches</h1>
      <p>Paused, nothing starts there; draining, what was begun goes to its end. Deadlines run on all the same.</p>
      <Answered answer={answer}>
        {(view) => (
          <>
            <Partners partners={view.partners} ask={ask} />
            <Lanes lanes={view.lanes} ask={ask} />
            <History history={view.history as SwitchView['history']} />
          </>
        )}
      </Answered>
      {dialog}
    </>
  );
}

function Partners({ partners, ask }: Pick<SwitchView, 'partners'> & Asking) {
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
                  <FlowButtons what="partner" id={partner} flow={flow} ask={ask} />
                  {states
                    .filter((next) => next !== state)
                    .map((next) => (
                      <SetButton
                        key={next}
                        act={{ verb: 'partnerState', partner, state: next }}
                        name={`Make ${next}`}
                        ask={ask}
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

function Lanes({ lanes, ask }: Pick<SwitchView, 'lanes'> & Asking) {
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
                  <FlowButtons what={what} id={id} flow={flow} ask={ask} />
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

function FlowButtons({ what, id, flow: now, ask }: Omit<FlowAct, 'verb'> & Asking) {
  return flows
    .filter(([flow]) => flow !== now)
    .map(([flow, name]) => <SetButton key={flow} act={{ verb: 'flow', what, id, flow }} name={name} ask={ask} />);
}

function SetButton({ act, name, ask }: { readonly act: SwitchAct; readonly name: string } & Asking) {
  const subject = act.verb === 'flow' ? `${act.what} ${act.id}` : `partner ${act.partner}`;
  return <ActButton name={name} subject={subject} request={{ act }} ask={ask} />;
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
