import type { Machine } from './machine.ts';
import { race } from './race.ts';
import { seeded } from './seeded.ts';

/** What many races came to. */
export interface Races {
  readonly races: number;
  readonly granted: number;
  readonly refused: number;
  readonly oversold: number;
  readonly leftOver: number;
  readonly faults: readonly string[];
}

/** Races by the seeds `first` and up; the same seeds give the same races. Ends early after five faults. */
export async function runRaces(count: number, machine: Machine, first = 1): Promise<Races> {
  let [granted, refused, oversold, leftOver] = [0, 0, 0, 0];
  const faults: string[] = [];
  let races = 0;
  for (; races < count && faults.length < 5; races++) {
    const seed = first + races;
    const one = await race(seeded(seed), machine);
    granted += one.granted;
    refused += one.refused;
    oversold += one.oversold;
    leftOver += one.leftOver;
    for (const fault of one.faults) faults.push(`seed ${seed}: ${fault}`);
    if (one.oversold > 0) faults.push(`seed ${seed}: ${one.oversold} oversold`);
    if (one.leftOver > 0) faults.push(`seed ${seed}: ${one.leftOver} left over`);
  }
  return { races, granted, refused, oversold, leftOver, faults };
}
