import { afterTurn } from '../after-turn.ts';

/** How items become groups. */
export interface GroupOptions<Item, Answer> {
  /** Most items of one group. */
  readonly most: number;
  /** Groups under way at the same time; what comes meanwhile waits, and goes together then. */
  readonly atOnce: number;
  /**
   * Names of what an item touches, none when absent. Two items that share one are never under way together, and go in the
   * order in which they came.
   */
  readonly touches?: ((item: Item) => readonly string[]) | undefined;
  /** Does a group; answers for each of its items, in their order. When it rejects, each of them does. */
  readonly run: (items: readonly Item[]) => Promise<readonly Answer[]>;
  /**
   * The answer to one that waits, where what a group has just done tells it; asked for those that share a name with the
   * group. Undefined, as when absent: it goes with the next group.
   */
  readonly foreseen?:
    | ((item: Item, done: readonly Item[], answers: readonly Answer[]) => Answer | undefined)
    | undefined;
  /** After which failures nothing of a group was done, so that each of its items is tried alone; after none when absent. */
  readonly isUndone?: ((error: unknown) => boolean) | undefined;
}

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly names: readonly string[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does in groups what is asked for one by one: all of one turn of the event loop together, and all that comes while as many
 * groups as may be are under way. Who comes alone waits for nobody.
 */
export function inGroups<Item, Answer>(options: GroupOptions<Item, Answer>): (item: Item) => Promise<Answer> {
  const { most, atOnce, touches = () => [] } = options;
  let waiting: Waiting<Item, Answer>[] = [];
  const underWay = new Set<string>();
  let [groups, isPlanned] = [0, false];
  const plan = (): void => {
    if (isPlanned || groups === atOnce || waiting.length === 0) return;
    isPlanned = true;
    afterTurn(start);
  };
  const start = (): void => {
    isPlanned = false;
    const [group, rest] = nextGroup(waiting, underWay, most);
    if (group.length === 0) return;
    waiting = rest;
    groups++;
    const names = group.flatMap((one) => one.names);
    for (const name of names) underWay.add(name);
    void answer(group, options).then((answers) => {
      groups--;
      for (const name of names) underWay.delete(name);
      if (answers !== undefined) waiting = stillOpen(waiting, group, answers, options);
      plan();
    });
    plan();
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, names: touches(item), resolve, reject });
      plan();
    });
}

/** Never rejects; what it answers is undefined where the group has failed. */
async function answer<Item, Answer>(
  group: readonly Waiting<Item, Answer>[],
  options: GroupOptions<Item, Answer>,
): Promise<readonly Answer[] | undefined> {
  const { run, isUndone } = options;
  try {
    const answers = await run(group.map(({ item }) => item));
    for (const [index, { resolve }] of group.entries()) resolve(answers[index] as Answer);
    return answers;
  } catch (error) {
    if (group.length > 1 && isUndone?.(error)) await Promise.all(group.map((one) => answer([one], options)));
    else for (const { reject } of group) reject(error);
    return undefined;
  }
}

/** Those of the waiting whose answers are not known by what a group has done; the others are told theirs. */
function stillOpen<Item, Answer>(
  waiting: Waiting<Item, Answer>[],
  group: readonly Waiting<Item, Answer>[],
  answers: readonly Answer[],
  { foreseen }: GroupOptions<Item, Answer>,
): Waiting<Item, Answer>[] {
  if (foreseen === undefined) return waiting;
  const names = new Set(group.flatMap((one) => one.names));
  const done = group.map(({ item }) => item);
  return waiting.filter((one) => {
    const known = one.names.some((name) => names.has(name)) ? foreseen(one.item, done, answers) : undefined;
    if (known !== undefined) one.resolve(known);
    return known === undefined;
  });
}

/** So many times the size of a group is looked at: what touches the same as others may be far more than that. */
const farthest = 8;

/** The oldest that may go now, and those that stay: behind what is under way, or behind one that stays. */
function nextGroup<Item, Answer>(
  waiting: readonly Waiting<Item, Answer>[],
  underWay: ReadonlySet<string>,
  most: number,
): readonly [group: readonly Waiting<Item, Answer>[], rest: Waiting<Item, Answer>[]] {
  const group: Waiting<Item, Answer>[] = [];
  const rest: Waiting<Item, Answer>[] = [];
  const taken = new Set(underWay);
  for (const [index, one] of waiting.entries()) {
    if (group.length === most || rest.length === farthest * most) return [group, [...rest, ...waiting.slice(index)]];
    const fits = one.names.every((name) => !taken.has(name));
    (fits ? group : rest).push(one);
    for (const name of one.names) taken.add(name);
  }
  return [group, rest];
}
