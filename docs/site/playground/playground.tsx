import { useEffect, useRef, useState } from 'preact/hooks';
import { EnvelopeView } from './envelope-view.tsx';
import type { FileAnswer } from './file-answer.ts';
import type { Answer } from './messages.ts';
import { Options } from './options.tsx';
import { Panel } from './panel.tsx';
import { Reader } from './reader.ts';
import { samples } from './samples.ts';
import type { SetAnswer } from './set-answer.ts';
import { hashOf, type Settings, settingsOf } from './settings.ts';
import { TabList } from './tab-list.tsx';
import { type Given, givenOf, TextInput } from './text-input.tsx';

interface State {
  readonly settings: Settings;
  readonly given: Given;
  readonly file?: FileAnswer | undefined;
  readonly set?: SetAnswer | undefined;
  readonly index: number;
  readonly shown?: { readonly row: number } | undefined;
  readonly busy?: { readonly words: string; readonly done: number } | undefined;
  readonly said?: string | undefined;
}

/** The page: what is given to it is read by a worker, and nothing of it leaves the browser. */
export function Playground() {
  const [state, setState] = useState(firstState);
  const change = (changed: Partial<State>) => setState((before) => ({ ...before, ...changed }));
  const reader = useReader((answer) => change(changedBy(answer)));
  const { settings, given, file, index } = state;

  useEffect(() => {
    history.replaceState(history.state, '', location.pathname + hashOf(settings));
  }, [settings]);
  useEffect(() => followAddress(setState), []);
  useEffect(() => {
    change({ file: undefined, set: undefined, said: undefined, index: 0, shown: undefined, busy: undefined });
    if (given.bytes.length === 0) return reader.stop();
    change({ busy: { words: 'Starting', done: 0 } });
    // While somebody types, only what stands still is read.
    const timer = setTimeout(() => reader.readFile(given.bytes, settings), 150);
    return () => clearTimeout(timer);
  }, [given, settings.mask, settings.guide, settings.answer]);
  useEffect(() => {
    if (file === undefined || file.sets.starts.length === 0) return;
    change({ set: undefined });
    reader.readSet(index, settings);
  }, [file, index, settings.map]);

  const set = (changed: Partial<Settings>) =>
    setState((now) => ({ ...now, settings: { ...now.settings, ...changed } }));
  const give = (text: Given, sample: Settings['sample'] = 'none') => {
    change({ given: text });
    set({ sample });
  };
  const cancel = () => {
    reader.stop();
    change({ busy: undefined, said: 'Cancelled. Change the text or a choice to read it again.' });
  };
  return (
    <>
      <TextInput
        given={given}
        give={give}
        giveSample={(sample) => give(givenOf(sample === 'none' ? '' : samples[sample]), sample)}
        fail={(said) => change({ said })}
      />
      <Options settings={settings} set={set} />
      <Standing state={state} cancel={cancel} />
      {file !== undefined && (
        <>
          <EnvelopeView answer={file} chosen={index} choose={(chosen) => change({ index: chosen })} />
          <TabList tab={settings.tab} choose={(tab) => set({ tab })} />
          <Panel
            tab={settings.tab}
            answer={file}
            set={state.set}
            shown={state.shown}
            go={(row) => {
              change({ shown: { row } });
              set({ tab: 'text' });
            }}
          />
        </>
      )}
    </>
  );
}

/** What is going on, or what was found. */
function Standing({ state: { busy, said, file, given }, cancel }: { state: State; cancel: () => void }) {
  return (
    <div class="standing">
      <div role="status">
        {busy && <p>{busy.words} …</p>}
        {said !== undefined && <p class="said">{said}</p>}
        {file?.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {given.bytes.length === 0 && said === undefined && <p>Nothing to read yet: paste X12, or take a sample.</p>}
      </div>
      {busy && (
        <p>
          <progress aria-label="How much has been read" value={busy.done} max={1} />{' '}
          <button type="button" onClick={cancel}>
            Cancel
          </button>
        </p>
      )}
    </div>
  );
}

function firstState(): State {
  const settings = settingsOf(location.hash);
  return { settings, given: givenOf(settings.sample === 'none' ? '' : samples[settings.sample]), index: 0 };
}

/** Someone who changes the address, or follows a link to this page, sees what it says. */
function followAddress(setState: (next: (before: State) => State) => void): () => void {
  const follow = () => {
    const settings = settingsOf(location.hash);
    setState((before) => {
      const isNew = settings.sample !== 'none' && settings.sample !== before.settings.sample;
      return {
        ...before,
        settings,
        ...(isNew ? { given: givenOf(samples[settings.sample as 'order' | 'faults']) } : {}),
      };
    });
  };
  addEventListener('hashchange', follow);
  return () => removeEventListener('hashchange', follow);
}

function useReader(listen: (answer: Answer) => void): Reader {
  const reader = useRef<Reader | undefined>(undefined);
  reader.current ??= new Reader(listen);
  useEffect(() => () => reader.current?.stop(), []);
  return reader.current;
}

function changedBy(answer: Answer): Partial<State> {
  switch (answer.kind) {
    case 'progress':
      return { busy: answer };
    case 'file':
      return { busy: undefined, file: answer.answer };
    case 'set':
      return { set: answer.answer };
    case 'failed':
      return { busy: undefined, said: answer.words };
  }
}
