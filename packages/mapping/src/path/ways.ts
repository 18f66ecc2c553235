import type { Step } from './path.ts';

/** Ways from an object down, each of them one list however many paths take it: who went one way finds its end again. */
export class Ways {
  private readonly known = new Map<string, (readonly Step[])[]>();

  /** The list of these steps that all paths share. */
  shared(steps: readonly Step[]): readonly Step[] {
    if (steps.length === 0) return none;
    const name = JSON.stringify(steps.map(({ shape: _, ...step }) => step));
    const alike = this.known.get(name) ?? [];
    const found = alike.find((other) => other.every(({ shape }, at) => shape === steps[at]?.shape));
    if (found !== undefined) return found;
    this.known.set(name, [...alike, steps]);
    return steps;
  }
}

const none: readonly Step[] = [];
