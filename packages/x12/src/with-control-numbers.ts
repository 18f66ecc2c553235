import type { InterchangeParty } from './envelope/interchange.ts';
import type {
  OutgoingGroup,
  OutgoingInterchange,
  OutgoingSet,
  UnnumberedGroup,
  UnnumberedInterchange,
} from './envelope/outgoing.ts';

/**
 * Whose numbers are counted (R12): ISA13 for each sender, receiver and usage, GS06 for each GS02 and GS03. Made anew each time,
 * without blanks at the end of an id and with its properties always in this order, so that `JSON.stringify(key)` tells
 * sequences apart and nothing else does: it may be the key of a map or of a row.
 */
export type ControlNumberKey =
  | {
      readonly kind: 'interchange';
      readonly sender: InterchangeParty;
      readonly receiver: InterchangeParty;
      readonly usage: 'T' | 'P';
    }
  | { readonly kind: 'group'; readonly sender: string; readonly receiver: string; readonly usage: 'T' | 'P' };

/**
 * Where control numbers come from: a counter that the caller keeps, for instance a row of a database. `next` gives a number that
 * it has not given for that key before, as a count from 1; it may go on beyond nine digits, and gaps are allowed.
 */
export interface ControlNumberSequence {
  next(key: ControlNumberKey): string | number | Promise<string | number>;
}

/**
 * The interchange with every number that it lacks, for `write`. ISA13 and GS06 are the next of their sequence, where 999999999
 * is followed by 1; sets are numbered from 0001 in their group. What has a number keeps it, and none comes twice in its
 * interchange or group. Numbers are taken before anything is written or sent: keep the bytes, and send them again as they are.
 * @throws RangeError when the sequence gives what is no whole number over 0, or only numbers that are taken.
 */
export async function withControlNumbers(
  outgoing: UnnumberedInterchange,
  sequence: ControlNumberSequence,
): Promise<OutgoingInterchange> {
  const { usage } = outgoing;
  const controlNumber = outgoing.controlNumber ?? padded(counted(await sequence.next(interchangeKey(outgoing))), 9);
  const taken = new Set(outgoing.groups.map((group) => Number(group.controlNumber)));
  const groups: OutgoingGroup[] = [];
  for (const group of outgoing.groups) {
    const number = group.controlNumber ?? String(await freeNumber(group, usage, taken, sequence));
    taken.add(Number(number));
    groups.push({ ...group, controlNumber: number, sets: numberedSets(group) });
  }
  return { ...outgoing, controlNumber, groups };
}

const interchangeKey = ({ sender, receiver, usage }: UnnumberedInterchange): ControlNumberKey => ({
  kind: 'interchange',
  sender: keyOf(sender),
  receiver: keyOf(receiver),
  usage,
});

/** A party that a caller gives may have more properties, or these in another order. */
const keyOf = ({ qualifier, id }: InterchangeParty): InterchangeParty => ({ qualifier, id: id.trimEnd() });

/** GS06 is unique in its interchange, but groups between other parties have a sequence of their own. */
async function freeNumber(
  { sender, receiver }: UnnumberedGroup,
  usage: 'T' | 'P',
  taken: ReadonlySet<number>,
  sequence: ControlNumberSequence,
): Promise<number> {
  const key = () => ({ kind: 'group', sender: sender.trimEnd(), receiver: receiver.trimEnd(), usage }) as const;
  // One number more than are taken must be free.
  for (let attempt = 0; attempt <= taken.size; attempt++) {
    const number = counted(await sequence.next(key()));
    if (!taken.has(number)) return number;
  }
  throw new RangeError('the sequence gives only group control numbers that are taken');
}

function numberedSets({ sets }: UnnumberedGroup): OutgoingSet[] {
  const taken = new Set(sets.map(({ controlNumber }) => controlNumber));
  let last = 0;
  const free = (): string => {
    do last++;
    while (taken.has(padded(last, 4)));
    return padded(last, 4);
  };
  return sets.map((set) => ({ ...set, controlNumber: set.controlNumber ?? free() }));
}

const MOST = 999_999_999;

function counted(given: string | number): number {
  const number = typeof given === 'string' && !/^\d+$/.test(given) ? Number.NaN : Number(given);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new RangeError(`a control number must be a whole number over 0, got ${given}`);
  return ((number - 1) % MOST) + 1;
}

const padded = (number: number, width: number): string => String(number).padStart(width, '0');
