import type { OrderEvent } from '@dist/orchestration';
import type { Report, Runtime } from '@dist/orchestration/runtime';
import type { StoryEvent } from '@dist/orchestration/testing';
import type { Chance } from './chance.ts';
import { type Erp, erpOf } from './erp.ts';
import type { Life } from './mortal-process.ts';
import { type PartnerMailbox, partnerMailbox } from './partner-mailbox.ts';
import type { SettledEffects } from './settled-effects.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What outlives the processes of a run. */
export interface World {
  readonly id: string;
  readonly chance: Chance;
  readonly time: VirtualTime;
  readonly tell: (line: string) => void;
  readonly settled: SettledEffects;
  readonly erp: Erp;
  readonly mailbox: PartnerMailbox;
  /** What arrives at the process when it is next at work. */
  readonly inbox: Delivery[];
  /** Replays of a document by an operator, by its first key. */
  readonly replays: Map<string, number>;
  /** What an operator has taken in hand. */
  readonly handled: Set<string>;
  /** Whether messages of the ERP get lost and people edit orders there, for reconciliation to find. */
  readonly isReconciled: boolean;
  /** Facts of the ERP that nobody was told of, by name. */
  readonly missed: Map<string, Missed>;
}

/** A fact that no message has brought. */
export interface Missed {
  /** When it happened. */
  readonly at: number;
  /** Whether an order has it. */
  readonly isKnown: (facts: Readonly<Record<string, OrderEvent>>) => boolean;
  /** Whether the first reconciliation after it has found it; undefined before. */
  isFound: boolean | undefined;
}

export type Delivery = (process: Process) => Promise<void>;

/** One process at work. */
export interface Process {
  readonly number: number;
  readonly life: Life;
  readonly runtime: Runtime;
}

type Setting = Pick<World, 'id' | 'chance' | 'time' | 'tell' | 'settled' | 'isReconciled'>;

export function worldOf(setting: Setting): World {
  const { chance, time, isReconciled } = setting;
  const missed: World['missed'] = new Map();
  const miss = (name: string, isKnown: Missed['isKnown']): void =>
    void missed.set(name, { at: time.now(), isKnown, isFound: undefined });
  const news = (name: string, event: Report): void => send(world, name, event);
  const erp = erpOf({
    chance,
    time,
    isEdited: isReconciled,
    idempotent: chance.is('erp/idempotent', 0.4),
    edited: miss,
    tell: (name, event, fact) => {
      if (!isReconciled || !chance.goesWrong(`dropped/${name}`, 0.05)) news(name, event);
      else if (fact !== undefined) miss(name, (facts) => fact in facts);
    },
  });
  const answer = (name: string, seconds: number, event: Report): void =>
    time.after(seconds, async () => news(name, event));
  const mailbox = partnerMailbox({ chance, answer });
  const world: World = { ...setting, erp, mailbox, missed, inbox: [], replays: new Map(), handled: new Set() };
  return world;
}

/** A message to the process: once at least, in no order, now and then twice. */
export function send({ id, chance, time, tell, inbox }: World, name: string, event: Report | StoryEvent): void {
  const deliver: Delivery = async ({ runtime }) => {
    tell(`${time.clock()} arrives ${name}`);
    await runtime.dispatch({ id, events: [{ ...event, key: name, at: time.clock(), v: 2 } as OrderEvent] });
  };
  const arrive = (seconds: number): void => time.after(seconds, async () => void inbox.push(deliver));
  const late = chance.goesWrong(`delayed/${name}`, 0.08) ? 600 : 0;
  arrive(chance.between(`travels/${name}`, 0, 5) + late);
  if (chance.goesWrong(`repeated/${name}`, 0.12)) arrive(chance.between(`travels again/${name}`, 0, 400));
}
