/** Gives a whole number from 0 up to, and without, the one asked for. */
export type Chance = (below: number) => number;

/** The generator of Lehmer with the multiplier of Park and Miller: plenty for choosing, and the same everywhere. */
export function chanceOf(seed: number): Chance {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
