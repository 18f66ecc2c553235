/** What is used below a value, as a tree: the step to it, the arguments given there, and what is used below. */
export interface UsedPaths {
  readonly below: ReadonlyMap<string, UsedStep>;
  /** All that is below. */
  readonly all: boolean;
}

export interface UsedStep extends UsedPaths {
  /** GraphQL: those that are given. Undefined where none are told. */
  readonly arguments: readonly string[] | undefined;
}

const nothing: UsedPaths = { below: new Map(), all: false };
export const everything: UsedPaths = { below: new Map(), all: true };

/** Reads `items[].quantity`, `lines(first,after).nodes[].id`, and `shipping_address.*`. Throws a TypeError for another text. */
export function usedPaths(paths: readonly string[]): UsedPaths {
  return paths.map((path) => stepsOf(path)).reduce<UsedPaths>((tree, steps) => put(tree, steps), nothing);
}

function put(tree: UsedPaths, [step, ...rest]: readonly string[]): UsedPaths {
  if (step === undefined) return tree;
  if (step === '*') return { ...tree, all: true };
  const [, name = step, list] = /^([^(]+)\(([^)]*)\)$/.exec(step) ?? [];
  const known = tree.below.get(name);
  const given =
    list === undefined ? known?.arguments : [...(known?.arguments ?? []), ...list.split(',').map((one) => one.trim())];
  const inner = put(known ?? nothing, rest);
  return { ...tree, below: new Map([...tree.below, [name, { ...inner, arguments: given }]]) };
}

function stepsOf(path: string): readonly string[] {
  const steps = [...path.matchAll(/\[\]|[^.[\]()]+(?:\([^)]*\))?/g)].map(([step]) => step);
  if (steps.join('').length !== path.replaceAll('.', '').length)
    throw new TypeError(`${path} is no path like items[].quantity`);
  return steps;
}
