import { defaultPolicy, type Policy } from '@dist/orchestration';
import type { StoryEvent } from '@dist/orchestration/testing';
import { captured, invoice, line, order, shipment } from '../sample.ts';

/** A small order of which every interleaving is tried. */
export interface SmallOrder {
  readonly name: string;
  readonly policy: Policy;
  /** Facts that come when they want, each once. */
  readonly facts: readonly StoryEvent[];
  /** What may go wrong with effects. */
  readonly failures: readonly ('transport' | 'inDoubt' | 'pricing')[];
  /** Whether the partner answers documents, and may refuse them. */
  readonly answers: readonly ('accepted' | 'rejected')[];
  /** Whether deadlines pass. */
  readonly timers: boolean;
}

/** Two attempts are all that there is to see of many. */
const policy: Policy = {
  ...defaultPolicy,
  retry: { maximumAttempts: 2, backoffSeconds: [0], lookUpAfterSeconds: 10 },
};
const quiet: Policy = {
  ...policy,
  channels: { ...policy.channels, edi: { ...policy.channels.edi, functionalAcknowledgment: false } },
};

const one = order([line('1', 'AX-100', '2')]);
const store = (value: string) => ({
  location: { scheme: 'buyer' as const, value },
  quantity: { value: '1', unit: 'C62' },
});
const split = order([line('1', 'AX-100', '2', 'C62', { allocations: [store('0012'), store('0013')] })]);
const cancel: StoryEvent = { type: 'cancel.requested', cancel: 'c1', reason: 'changed its mind' };
const hold: StoryEvent = { type: 'hold.placed', hold: 'credit', reason: 'limit' };

/** Each small enough that all of it is seen, together they meet every phase. */
export const smallOrders: readonly SmallOrder[] = [
  {
    name: 'a submit in doubt, a hold and a cancellation',
    policy: quiet,
    facts: [captured(one), hold, cancel],
    failures: ['transport', 'inDoubt', 'pricing'],
    answers: [],
    timers: false,
  },
  {
    name: 'goods, invoice and money in any order',
    policy: quiet,
    facts: [
      captured(one),
      shipment('S1', [['1', '1']]),
      shipment('S2', [['1', '1']]),
      invoice('I1', [['1', '2']]),
      { type: 'payment.applied', invoice: 'I1', amount: '6.5' },
    ],
    failures: [],
    answers: [],
    timers: false,
  },
  {
    name: 'documents that are refused',
    policy,
    facts: [captured(one), shipment('S1', [['1', '2']]), invoice('I1', [['1', '2']])],
    failures: [],
    answers: ['accepted', 'rejected'],
    timers: false,
  },
  {
    name: 'two parts, each with its own doubt',
    policy: quiet,
    facts: [captured(split), cancel],
    failures: ['inDoubt'],
    answers: [],
    timers: false,
  },
  {
    name: 'more goods than ordered',
    policy: quiet,
    facts: [captured(one), shipment('S1', [['1', '3']]), invoice('I1', [['1', '3']]), cancel],
    failures: [],
    answers: [],
    timers: true,
  },
];
