import { claiming, type Fault, limiting, ofOnePartner, seeing } from './fault.ts';

/** Faults of lanes. */
export const laneFaults: readonly Fault[] = [
  ['knows no limits', claiming(({ limits: _limits, ...request }) => request), 'a lane never has more'],
  [
    'counts for one worker only',
    claiming((request) => (request.worker === 'w' ? request : { ...request, limits: [] })),
    'a lane never has more',
  ],
  ['has no rate', limiting(({ rate: _rate, ...limit }) => limit), 'a lane starts a burst'],
  [
    'fills its bucket beyond the burst',
    limiting((limit) => ({ ...limit, rate: limit.rate && { ...limit.rate, burst: limit.rate.burst + 1 } })),
    'a lane starts a burst',
  ],
  ['does not pause', limiting((limit) => ({ ...limit, paused: false })), 'nothing of a paused lane'],
  [
    'takes no limit for several lanes',
    claiming((request) => ({ ...request, limits: request.limits?.filter(({ lane }) => !lane.endsWith('*')) })),
    'nothing of a paused lane',
  ],
  ['withholds nothing', limiting(({ withheld: _withheld, ...limit }) => limit), 'what is withheld waits'],
  [
    'stops a lane for what it withholds',
    limiting((limit) => ({ ...limit, paused: limit.withheld !== undefined })),
    'what is withheld waits',
  ],
  ['has even shares', limiting(({ shares: _shares, ...limit }) => limit), 'classes get their shares'],
  [
    'keeps shares for who is absent',
    claiming((request) => ({ ...request, limit: Math.ceil(request.limit / 3) })),
    'a class without waiting work',
  ],
  ['does not see age', limiting(({ ageSeconds: _age, ...limit }) => limit), 'within a partner'],
  [
    'sees age where none is said',
    claiming((request) => ({ ...request, limits: request.limits ?? [{ lane: '*', ageSeconds: 1 }] })),
    'without an age',
  ],
  ['knows no partners', seeing((effect) => ofOnePartner(effect)), 'partners of a lane take turns'],
  [
    'serves one partner after the other',
    seeing((effect) => ({
      ...ofOnePartner(effect),
      priority: 'partner' in effect.body ? Number(/\d/.exec(effect.body.partner)) : 0,
    })),
    'partners take turns over many claims',
  ],
  [
    'goes lane by lane',
    seeing((effect) => ({ ...effect, lane: 'one', priority: effect.lane === 'erp:a' ? 0 : 1 })),
    'lanes take turns',
  ],
];

/** Faults of lanes. */
export const depthFaults: readonly Fault[] = [
  ['counts what is not due', (journal) => ({ depth: () => journal.depth('2026-03-02T09:00:00.000Z') }), 'depth counts'],
  [
    'counts only what could be claimed',
    (journal) => ({
      depth: async (now) => (await journal.depth(now)).map((row) => ({ ...row, waiting: Math.min(row.waiting, 1) })),
    }),
    'what waits behind another effect',
  ],
  [
    'counts the claimed as waiting',
    (journal) => ({
      depth: async (now) =>
        (await journal.depth(now)).map((row) => ({ ...row, waiting: row.waiting + row.claimed, claimed: 0 })),
    }),
    'depth counts',
  ],
];
