import { useEffect, useRef, useState } from 'preact/hooks';
import type { TryRequest } from '../../../src/acts/act.ts';
import type { DoneAct } from '../../../src/acts/do-act.ts';
import type { TriedAct } from '../../../src/acts/try-act.ts';
import { client } from '../client.ts';
import { useAnswer } from '../use-answer.ts';
import { type Sent, sent } from './sent.ts';
import { TrialTable } from './trial-table.tsx';
import { nameOf } from './verbs.ts';
import './acts.css';

interface ActDialogProps {
  readonly request: TryRequest;
  /** What it is for: `23 items`. */
  readonly subject: string;
  readonly onClose: () => void;
}

/** Shows what an act would do, asks why, does it, and shows what came of it. */
export function ActDialog({ request, subject, onClose }: ActDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [tried, setTried] = useState<Sent<TriedAct>>();
  const [done, setDone] = useState<Sent<DoneAct>>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    let isWanted = true;
    sent<TriedAct>(client.acts['dry-run'].$post({ json: request })).then((answer) => isWanted && setTried(answer));
    return () => {
      isWanted = false;
    };
  }, [request]);
  const send = async (answer: Promise<Sent<DoneAct>>) => {
    setBusy(true);
    setDone(await answer);
    setBusy(false);
  };
  const act = (token: string, reason: string) => send(sent(client.acts.$post({ json: { token, reason } })));
  const approve = (id: string) => send(sent(client.acts.decide.$post({ json: { id, decision: 'approve' } })));
  const token = tried?.value?.token;
  return (
    <dialog ref={dialog} class="act" aria-labelledby="act" onClose={onClose}>
      <h2 id="act">
        {nameOf(request.act)} <small>{subject}</small>
      </h2>
      {tried === undefined ? <p aria-busy="true">Trying it dry …</p> : null}
      <Fault text={tried?.fault ?? done?.fault} />
      {tried?.value === undefined || done?.value !== undefined ? null : <TrialTable tried={tried.value} />}
      {token === undefined || done?.value !== undefined ? null : (
        <ReasonForm isBusy={isBusy} onReason={(reason) => act(token, reason)} />
      )}
      {done?.value === undefined ? null : (
        <Outcome done={done.value} isBusy={isBusy} onApprove={() => approve(done.value.id)} />
      )}
      <p class="buttons">
        <button type="button" onClick={() => dialog.current?.close()}>
          {done?.value === undefined ? 'Cancel' : 'Close'}
        </button>
      </p>
    </dialog>
  );
}

function Fault({ text }: { readonly text: string | undefined }) {
  return text === undefined ? null : (
    <p role="alert" class="fault">
      {text}
    </p>
  );
}

interface ReasonFormProps {
  readonly isBusy: boolean;
  readonly onReason: (reason: string) => void;
}

function ReasonForm({ isBusy, onReason }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    if (reason.trim() !== '' && !isBusy) onReason(reason.trim());
  };
  return (
    <form onSubmit={submit}>
      <label>
        Reason
        <input
          required
          maxLength={500}
          autocomplete="off"
          value={reason}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <button type="submit" class="main" disabled={isBusy}>
        Do it
      </button>
    </form>
  );
}

interface OutcomeProps {
  readonly done: DoneAct;
  readonly isBusy: boolean;
  readonly onApprove: () => void;
}

function Outcome({ done: { id, status, outcome, mayApprove }, isBusy, onApprove }: OutcomeProps) {
  const phases = useAnswer(`phases ${id} ${status}`, () => client.acts.phases.$get({ query: { id } }));
  const rows = phases.value?.rows ?? [];
  return (
    <div role="status">
      <p>
        <b>{status}</b>: {outcome}
      </p>
      {status === 'proposed' && mayApprove === true ? (
        <button type="button" class="main" disabled={isBusy} onClick={onApprove}>
          Approve
        </button>
      ) : null}
      {rows.length === 0 ? null : (
        <p>Its orders are now: {rows.map(({ phase, orders }) => `${orders} ${phase}`).join(', ')}.</p>
      )}
    </div>
  );
}
