import type { DocumentTransport } from '@dist/connectors/gateway';
import type { Journal } from '@dist/orchestration/runtime';

/** Where a process dies: before or after its n-th write or call, counted from 1. */
export interface Death {
  readonly step: number;
  readonly when: 'before' | 'after';
}

/** What a process reaches the world by; once it is dead, nothing that it does reaches anything. */
export interface Mortal {
  readonly journal: Journal;
  readonly transport: DocumentTransport;
  /** Whether it has died. */
  readonly isDead: () => boolean;
  /** What it died at, in words. */
  readonly last: () => string;
}

/** A process over a journal and a transport that outlive it. */
export function mortal(journal: Journal, transport: DocumentTransport, death: Death): Mortal {
  let steps = 0;
  let dead = false;
  let last = '';
  const die = (what: string): never => {
    dead = true;
    last = what;
    throw new Error('killed');
  };
  const step = async <Result>(what: string, act: () => Promise<Result>): Promise<Result> => {
    if (dead) throw new Error('killed');
    steps += 1;
    const isLast = steps === death.step;
    if (isLast && death.when === 'before') die(what);
    const result = await act();
    return isLast ? die(what) : result;
  };
  const alive = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    if (dead) throw new Error('killed');
    return act();
  };
  return {
    journal: {
      ...journal,
      append: (batch) => step('append', () => journal.append(batch)),
      claim: (request) => step('claim', () => journal.claim(request)),
      release: (worker, unstarted) => alive(() => journal.release(worker, unstarted)),
      load: (id) => alive(() => journal.load(id)),
      mark: (key) => alive(() => journal.mark(key)),
    },
    transport: { put: (name, bytes) => step(`put ${name}`, () => transport.put(name, bytes)) },
    isDead: () => dead,
    last: () => last,
  };
}
