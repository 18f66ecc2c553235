import { appending, claimed, claiming, type Fault, seeing, streaming } from './fault.ts';

/** Faults of outboxs. */
export const outboxFaults: readonly Fault[] = [
  ['claims before the time', claiming((request) => ({ ...request, now: '9' })), 'no effect is claimed before'],
  ['gives all lanes', claiming(({ lanes: _lanes, ...request }) => request), 'a worker gets effects of the lanes'],
  ['gives more than asked for', claiming((request) => ({ ...request, limit: 100 })), 'lower priority goes first'],
  [
    'claims for ever',
    claiming((request) => ({ ...request, lease: 9e9 })),
    'an effect comes again as reclaimed when its claim ran out',
  ],
  [
    'forgets that a claim was lost',
    claimed((claim) => ({ ...claim, reclaimed: false })),
    'R19 a submit whose worker died',
  ],
  [
    'does not know the version of an order',
    claimed((claim) => ({ ...claim, version: 0 })),
    'a claim tells the version',
  ],
  ['gives what was not asked for', claiming(({ keys: _keys, ...request }) => request), 'a claim by key takes those'],
  ['claims by key past limits', claiming(({ limits: _limits, ...request }) => request), 'a claim by key keeps to'],
  [
    'takes what it is only asked for',
    (journal) => ({
      waiting: async (request) => {
        const notices = await journal.waiting(request);
        await journal.claim({ ...request, worker: 'nobody', lease: 1000 });
        return notices;
      },
    }),
    'what waits is told',
  ],
  ['releases nothing', () => ({ release: async () => undefined }), 'release gives the claims'],
  [
    'forgets that what it releases was begun',
    (journal) => {
      const leases: string[] = [];
      return {
        claim: async (request) => {
          const claims = await journal.claim(request);
          leases.push(...claims.map(({ lease }) => lease));
          return claims;
        },
        release: (worker) => journal.release(worker, leases),
      };
    },
    'release gives the claims',
  ],
  [
    'takes what was never begun for begun',
    (journal) => ({ release: (worker) => journal.release(worker) }),
    'a claim that was never begun',
  ],
  [
    'settles without a lease',
    (journal) => ({
      append: async (batch) => {
        const result = await journal.append(batch);
        return result.status === 'conflict' && result.what === 'lease' ? { status: 'appended' } : result;
      },
    }),
    'whoever lost the claim',
  ],
  ['never settles', appending(({ settle: _settle, ...batch }) => batch), 'a settled effect does not come again'],
  [
    'puts the first of two attempts in the outbox',
    streaming((stream) => ({ ...stream, log: [...stream.log].reverse() })),
    'of a key that one batch issues twice',
  ],
  [
    'keeps what is postponed in its queue',
    appending(({ postponed = [], effects = [], ...batch }) => ({
      ...batch,
      effects: [...effects, ...(postponed as typeof effects)],
    })),
    'what is postponed',
  ],
  ['loses what is postponed', appending(({ postponed: _postponed, ...batch }) => batch), 'what is postponed'],
  ['knows no queue', seeing((effect) => ({ ...effect, order: '' })), 'R23 effects of one order'],
  [
    'has a queue on every lane',
    seeing((effect) => ({ ...effect, lane: `partner:${effect.lane}` })),
    'effects of one order on a lane that is no partner',
  ],
  [
    'gives a new attempt the last place',
    (journal) => ({
      append: async ({ settle, ...batch }) => {
        if (settle !== undefined) await journal.append({ settle });
        return journal.append(batch);
      },
    }),
    'an effect that is tried again',
  ],
];
