import type { Journal } from '@dist/orchestration/runtime';
import type { Chance } from './chance.ts';

/** What a dead process meets wherever it goes on. */
export class Died {
  readonly place: string;
  constructor(place: string) {
    this.place = place;
  }
}

/** One life of a process: it may die before and after whatever it waits for, and does nothing afterwards. */
export interface Life {
  readonly journal: Journal;
  /** A place where it may die; throws `Died` when it does, or did before. */
  pass(place: string): void;
  readonly died: () => boolean;
}

/** Probability of dying at each place: there are some hundred of them in the life of an order. */
const risk = 0.012;

export function beginLife(store: Journal, chance: Chance, number: number, mortal: boolean): Life {
  let death: Died | undefined;
  const visits = new Map<string, number>();
  const pass = (place: string): void => {
    const visit = (visits.get(place) ?? 0) + 1;
    visits.set(place, visit);
    if (death === undefined && mortal && chance.goesWrong(`crash/${number}/${place}/${visit}`, risk))
      death = new Died(place);
    if (death !== undefined) throw death;
  };
  const around =
    <Given extends readonly unknown[], Answer>(name: string, call: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      pass(`${name}/before`);
      const answer = await call(...given);
      pass(`${name}/after`);
      return answer;
    };
  const journal: Journal = {
    ...store,
    load: around('load', store.load),
    append: around('append', store.append),
    claim: around('claim', store.claim),
    release: around('release', store.release),
    due: around('due', store.due),
    sequence: around('sequence', store.sequence),
    document: around('document', store.document),
    mark: around('mark', store.mark),
  };
  return { journal, pass, died: () => death !== undefined };
}
