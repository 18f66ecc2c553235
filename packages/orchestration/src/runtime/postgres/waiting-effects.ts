import type { ClaimRequest, EffectNotice } from '../journal.ts';
import { pick } from '../lanes/pick.ts';
import { type LaneRow, type Turns, withStored } from './claim-effects.ts';
import { claimableEffects } from './claimable-effects.ts';
import type { Postgres } from './open-postgres.ts';

/** What a claim would take. Others may start something on the same lanes meanwhile: it is no promise. */
export async function waitingEffects(
  { rows }: Postgres,
  turns: Turns,
  request: Omit<ClaimRequest, 'worker' | 'lease'>,
): Promise<readonly EffectNotice[]> {
  const { now, limit, limits } = request;
  const { candidates, claimed } = await claimableEffects(rows, request, limit);
  const lanes = [...new Set(candidates.map(({ lane }) => lane))];
  const states = withStored(turns, limits === undefined ? [] : await rows<LaneRow>('lanes', lanesText, [lanes]));
  const { picks } = pick({ now, limit, limits, candidates, states, claimed });
  return picks.map(({ key, attempt, lane, class: group, since }) => {
    return { key, attempt, lane, class: group, notBefore: since };
  });
}

const lanesText = 'SELECT lane, state::text FROM @lanes WHERE lane = ANY ($1::text[])';
