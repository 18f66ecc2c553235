import { defaultPolicy, type OrderEvent, type OrderState } from '@dist/orchestration';
import {
  createRuntime,
  type Journal,
  loadOrder,
  memoryJournal,
  type Performers,
  type Runtime,
  type RuntimeOptions,
} from '@dist/orchestration/runtime';
import { given, type StoryEvent } from '@dist/orchestration/testing';
import { type Outside, outside } from './outside.ts';
import { captured } from './sample.ts';

export const id = 'northfield/PO-1';
export const submit = `${id}/erp.submit/1`;

/** A runtime on a journal in memory with a world around it; its clock stands still until it is moved. */
export interface Setting {
  readonly journal: Journal;
  readonly world: Outside;
  readonly runtime: Runtime;
  readonly notes: string[];
  readonly options: RuntimeOptions;
  later(seconds: number): void;
  state(): Promise<OrderState | undefined>;
  /** Works until nothing is due any more; time stands still. */
  settle(): Promise<void>;
}

export function setting(performers: Partial<Performers> = {}, more: Partial<RuntimeOptions> = {}): Setting {
  const journal = more.journal ?? memoryJournal();
  const world = outside(performers);
  const notes: string[] = [];
  let now = Date.parse('2026-03-02T08:00:00.000Z');
  const clock = () => new Date(now).toISOString();
  const onNote: RuntimeOptions['onNote'] = ({ type }) => notes.push(type);
  const policy = defaultPolicy;
  const options = { journal, policy, performers: world.performers, clock, worker: 'w', onNote, ...more };
  const runtime = createRuntime(options);
  return {
    journal,
    world,
    runtime,
    notes,
    options,
    later: (seconds) => {
      now += seconds * 1000;
    },
    state: async () => (await loadOrder(journal, id, options.policy))?.state,
    settle: async () => {
      for (let round = 0; round < 50 && (await runtime.work()) > 0; round++);
    },
  };
}

/** Events of a story with the keys and instants that `given` makes. */
export const events = (...told: StoryEvent[]): readonly OrderEvent[] => given(told).events;

export async function capture({ runtime }: Setting): Promise<void> {
  await runtime.dispatch({ id, events: events(captured()) });
}

export async function known(set: Setting): Promise<OrderState> {
  const state = await set.state();
  if (state === undefined) throw new Error('no such order');
  return state;
}

export async function entry(set: Setting, key: string) {
  const found = (await set.state())?.effects[key];
  return found && { status: found.status, attempt: found.attempt, class: found.class };
}
