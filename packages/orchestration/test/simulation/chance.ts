/** Whether a thing goes wrong, and how long things take, by name: the same names give the same answers in every run. */
export interface Chance {
  /** True with a probability. What was true is a fault of the run, by its name, and can be left out when it runs again. */
  goesWrong(name: string, probability: number): boolean;
  /** True with a probability: a trait of the run that is no fault. */
  is(name: string, probability: number): boolean;
  /** From `least` to `most`. */
  between(name: string, least: number, most: number): number;
  /** Names of the faults that happened, in order. */
  readonly faults: readonly string[];
}

/**
 * Chance by hashing names rather than by a stream of numbers: a fault that is left out moves no other one, so that a
 * failing run can be made smaller fault by fault.
 */
export function chanceOf(seed: number, run: number, without: ReadonlySet<string> = new Set()): Chance {
  const start = mix(mix(0x811c9dc5 ^ seed) ^ run);
  const faults: string[] = [];
  const draw = (name: string) => mix(hash(name, start)) / 0x1_0000_0000;
  return {
    faults,
    is: (name, probability) => draw(name) < probability,
    between: (name, least, most) => least + draw(name) * (most - least),
    goesWrong: (name, probability) => {
      if (draw(name) >= probability || without.has(name)) return false;
      faults.push(name);
      return true;
    },
  };
}

/** FNV-1a over the characters of a name. */
function hash(name: string, start: number): number {
  let value = start;
  for (let index = 0; index < name.length; index++) value = Math.imul(value ^ name.charCodeAt(index), 0x01000193);
  return value;
}

/** The finalizer of MurmurHash3: each bit of the input moves each bit of the output. */
function mix(input: number): number {
  let value = input;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
