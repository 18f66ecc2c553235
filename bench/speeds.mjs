import { own } from './contenders.mjs';
import { median } from './result-row.mjs';

/** Megabytes (10^6 bytes) a second of each contender in each round: `{ name: [12.5, …] }`. */
export function speedsOf(rounds, names, { bytes }) {
  return Object.fromEntries(names.map((name) => [name, rounds.map((round) => bytes / 1e6 / round[name].seconds)]));
}

/** Our speed over that of the fastest peer of the same round, and the peer that is the fastest in the median. */
export function ratiosOverBest(rounds, speeds) {
  const peers = Object.keys(speeds).filter((name) => name !== own);
  const best = peers.sort((one, other) => median(speeds[other]) - median(speeds[one])).at(0);
  if (best === undefined) return { best, ratios: [] };
  const ratios = rounds.map((_, round) => speeds[own][round] / Math.max(...peers.map((name) => speeds[name][round])));
  return { best, ratios };
}
