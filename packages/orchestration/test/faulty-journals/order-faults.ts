import { type Fault, streaming } from './fault.ts';

/** Faults of orders. */
export const orderFaults: readonly Fault[] = [
  ['forgets orders', () => ({ load: async () => undefined }), 'load gives the log'],
  [
    'forgets what was issued',
    (journal) => ({
      load: async (id) => {
        const stored = await journal.load(id);
        return stored && { ...stored, log: stored.log.map(({ event }) => ({ event, issued: [] })) };
      },
    }),
    'load gives the log',
  ],
  [
    'forgets the policy of an entry',
    (journal) => ({
      load: async (id) => {
        const stored = await journal.load(id);
        return stored && { ...stored, log: stored.log.map(({ event, issued }) => ({ event, issued })) };
      },
    }),
    'an order keeps the policy that captured it',
  ],
  ['stores no snapshot', streaming((stream) => ({ ...stream, snapshot: undefined })), 'load gives the last snapshot'],
  [
    'forgets events before the snapshot',
    (journal) => ({
      async *events(id) {
        for (const { event } of (await journal.load(id))?.log ?? []) yield event;
      },
    }),
    'load gives the last snapshot',
  ],
  [
    'folds the log over a snapshot that has it already',
    (journal) => ({
      load: async (id) => {
        const stored = await journal.load(id);
        const log = [];
        for await (const event of journal.events(id)) log.push({ event, issued: [] });
        return stored && { ...stored, log: stored.snapshot === undefined ? stored.log : log };
      },
    }),
    'snapshot and log together',
  ],
  [
    'takes any version',
    (journal) => ({
      append: async (batch) => {
        const result = await journal.append(batch);
        return result.status === 'conflict' && result.what === 'version' ? { status: 'appended' } : result;
      },
    }),
    'an append to a version that is not the last',
  ],
  [
    'loses one of two first events',
    (journal) => ({
      append: async (batch) => {
        const result = await journal.append(batch);
        return result.status === 'conflict' && result.what === 'version' ? { status: 'appended' } : result;
      },
    }),
    'first events of one order',
  ],
  [
    'commits two appends to one version',
    (journal) => ({
      append: async (batch) => {
        const result = await journal.append(batch);
        if (result.status === 'appended' || result.what !== 'version') return result;
        const version = (await journal.load(result.key))?.version ?? 0;
        return journal.append({ streams: batch.streams?.map((one) => ({ ...one, expectedVersion: version })) });
      },
    }),
    'of appends at the same time',
  ],
  [
    'keeps timers that are gone',
    (journal) => {
      const timers = new Map<string, readonly { readonly timer: string; readonly due: string }[]>();
      const merged = streaming((stream) => {
        timers.set(stream.id, [...(timers.get(stream.id) ?? []), ...stream.timers]);
        return { ...stream, timers: timers.get(stream.id) ?? [] };
      });
      return merged(journal);
    },
    'the timers of an append replace',
  ],
  ['fires timers early', (journal) => ({ due: (_now, limit) => journal.due('9', limit) }), 'timers are due'],
  ['never fires a timer', () => ({ due: async () => [] }), 'R26 a timer fires once'],
  [
    'gives notes of all orders',
    (journal) => ({ notes: () => journal.notes() }),
    'events and notes come back in the order',
  ],
  [
    'tells of what waits behind another',
    (journal) => ({ next: async () => (await journal.next()) && '2026' }),
    'an effect whose',
  ],
];
