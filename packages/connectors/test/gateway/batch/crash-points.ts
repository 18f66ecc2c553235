import type { Journal } from '@dist/orchestration/runtime';
import type { Mailbox } from './batch-world.ts';

/** Where a process ends: at its so-many-th step that reaches the outside, before or after that has happened. */
export interface CrashPoint {
  readonly step: number;
  readonly when: 'before' | 'after';
}

/** A process on a journal and a mailbox that ends at a point; whatever it does then fails. */
export interface Mortal {
  readonly journal: Journal;
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly isDead: () => boolean;
}

export function mortal(journal: Journal, mailbox: Mailbox, { step, when }: CrashPoint): Mortal {
  let steps = 0;
  let dead = false;
  const end = (): never => {
    dead = true;
    throw new Error('the power is gone');
  };
  const through = async <Answer>(reach: () => Promise<Answer>): Promise<Answer> => {
    if (dead) end();
    const here = ++steps === step;
    if (here && when === 'before') end();
    const answer = await reach();
    // What was on its way when the power went reaches the outside, and nobody hears the answer.
    if (dead || here) end();
    return answer;
  };
  return {
    journal: {
      ...journal,
      append: (batch) => through(() => journal.append(batch)),
      claim: (request) => through(() => journal.claim(request)),
    },
    put: (name, bytes) =>
      through(async () => {
        const known = mailbox.files.get(name);
        if (known !== undefined && known.toString() !== bytes.toString()) throw new Error(`${name} has other bytes`);
        mailbox.puts.push(known === undefined ? name : `${name} again`);
        mailbox.files.set(name, bytes.slice());
      }),
    isDead: () => dead,
  };
}
