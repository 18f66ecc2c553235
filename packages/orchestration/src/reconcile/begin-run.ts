import { later } from '../kernel/instant.ts';
import type { Journal } from '../runtime/journal.ts';

/** The mark of a run: while it stands in the journal, no other run of the same system has begun. */
export interface Fence {
  readonly key: string;
  readonly value: string;
  /** Names the window: the same for a run that was broken off and the one that begins again. */
  readonly run: string;
}

interface Stored {
  /** Up to where everything was looked at. */
  readonly watermark: string;
  /** How many runs have begun. */
  readonly runs: number;
}

type Marks = Pick<Journal, 'mark' | 'append'>;

const beginning = '1970-01-01T00:00:00.000Z';
/** More runs than that at the same instant are a fault. */
const mostConflicts = 50;

/** Begins a run: from here on an earlier one that is still at work commits nothing. */
export async function beginRun(
  journal: Marks,
  { name, overlapSeconds, sweep }: { readonly name: string; readonly overlapSeconds: number; readonly sweep: boolean },
): Promise<{ readonly fence: Fence; readonly from: string }> {
  const key = `reconcile/${name}`;
  for (let conflicts = 0; conflicts < mostConflicts; conflicts++) {
    const expected = await journal.mark(key);
    const { watermark, runs } = parsed(expected);
    const value = JSON.stringify({ watermark, runs: runs + 1 });
    if ((await journal.append({ marks: [{ key, expected, value }] })).status !== 'appended') continue;
    const from = sweep || watermark === beginning ? beginning : later(watermark, -overlapSeconds);
    return { fence: { key, value, run: `${key}/${watermark}` }, from };
  }
  throw new Error(`runs of ${name} begin all the time`);
}

/** Moves the watermark, never back. False when another run has begun: that one does it. */
export async function endRun(journal: Marks, { key, value }: Fence, until: string): Promise<boolean> {
  const { watermark, runs } = parsed(value);
  const next = JSON.stringify({ watermark: until > watermark ? until : watermark, runs });
  return (await journal.append({ marks: [{ key, expected: value, value: next }] })).status === 'appended';
}

function parsed(stored: string | undefined): Stored {
  return stored === undefined ? { watermark: beginning, runs: 0 } : (JSON.parse(stored) as Stored);
}
