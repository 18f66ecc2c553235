import type { Direction } from '../map/rule.ts';
import type { CompiledEnds } from './compiled-ends.ts';
import { endsOf, type MapName } from './ends-of.ts';
import { Failure } from './failure.ts';
import { issueSentence } from './issue-sentence.ts';
import type { System } from './system.ts';

/**
 * A map to run in a direction.
 * @throws Failure, with all its faults, when it can not be compiled, and when it does not run in this direction.
 */
export async function usableMap(named: MapName, direction: Direction, system: System): Promise<CompiledEnds> {
  const result = await endsOf(named, system);
  if (!result.ok)
    throw new Failure(
      [`${named.name} can not be used:`, ...result.issues.map((one) => `  ${issueSentence(one)}`)].join('\n'),
    );
  const { base } = result.value;
  if (base.direction === undefined || base.direction === direction) return result.value;
  const hint = direction === 'read' ? 'add --reverse' : 'leave --reverse out';
  throw new Failure(`map ${base.id} runs in direction ${base.direction} only: ${hint}`);
}
