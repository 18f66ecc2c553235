import { type Fault, seeing, streaming } from './fault.ts';

/** Faults of archives. */
export const archiveFaults: readonly Fault[] = [
  ['tells of all that is closed', (journal) => ({ closed: (_, limit) => journal.closed('9', limit) }), 'closed tells'],
  ['tells of more than asked for', (journal) => ({ closed: (before) => journal.closed(before, 99) }), 'closed tells'],
  [
    'tells of what is open again',
    (journal) => {
      const closed = new Map<string, string>();
      return streaming((stream) => {
        const closedAt = stream.closedAt ?? closed.get(stream.id);
        if (closedAt !== undefined) closed.set(stream.id, closedAt);
        return { ...stream, closedAt };
      })(journal);
    },
    'closed tells',
  ],
  [
    'tells of what has a timer',
    streaming((stream) => ({ ...stream, timers: [] })),
    'no order is told of as closed that has a timer',
  ],
  [
    'does not see deliveries of an order',
    seeing((effect) => (effect.body.type === 'document.deliver' ? { ...effect, order: '' } : effect)),
    'no order is told of as closed that has a timer',
  ],
  [
    'compacts any version',
    (journal) => ({
      compact: async (id, _, snapshot) => journal.compact(id, (await journal.load(id))?.version ?? 0, snapshot),
    }),
    'R04 compact leaves',
  ],
  ['compacts nothing', () => ({ compact: async () => ({ status: 'appended' }) }), 'R04 compact leaves'],
  [
    'forgets what it has compacted',
    (journal) => {
      const gone = new Set<string>();
      return {
        load: async (id) => (gone.has(id) ? undefined : journal.load(id)),
        compact: async (id, version, snapshot) => {
          gone.add(id);
          return journal.compact(id, version, snapshot);
        },
      };
    },
    'R04 a compacted order goes on',
  ],
  [
    'forgets what an archived order has had',
    (journal) => ({
      compact: (id, version, snapshot) => journal.compact(id, version, { ...snapshot, facts: {}, effects: {} }),
    }),
    'R04 an archived order',
  ],
  [
    'drops effects that still have to be done',
    (journal) => {
      const gone = new Set<string>();
      return {
        claim: async (request) => (await journal.claim(request)).filter(({ effect }) => !gone.has(effect.order)),
        compact: (id, version, snapshot) => {
          gone.add(id);
          return journal.compact(id, version, snapshot);
        },
      };
    },
    'what lies in the outbox of a compacted order',
  ],
];
