import { compare } from '@dist/canonical/arithmetic';
import { enrich } from '../../enrichment/enrich.ts';
import type { MasterData } from '../../enrichment/master-data.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Effect, EffectOf } from '../../word/effect.ts';
import type { LineQuantity } from '../../word/event.ts';
import type { Story, StoryEvent } from '../given.ts';
import { partsIn } from './scene.ts';

/** What the outside of a scenario answers by itself. */
export interface Outside {
  readonly policy: Policy;
  readonly masterData: MasterData;
  /** Whether the scenario tells the ERP's answers to submits; without that the ERP takes everything at once. */
  readonly erpIsTold: boolean;
}

/** The answer to an effect that a scenario does not tell: enrichment, an ERP that takes what it is asked. None else. */
export function answerEffect(effect: Effect, story: Story, outside: Outside): readonly StoryEvent[] {
  const { body, key, attempt } = effect;
  const done: StoryEvent = { type: 'effect.done', effect: key, attempt, key: `done/${key}@${attempt}` };
  switch (body.type) {
    case 'order.enrich':
      return [enriched(body, key, outside), done];
    case 'erp.submit': {
      if (outside.erpIsTold) return [];
      const { partId } = body.request.part;
      const number = `SO-${partId}`;
      return [{ type: 'erp.accepted', partId, erp: body.erp, number, rejected: [], key: `answer/${key}` }, done];
    }
    case 'erp.cancel':
      return [cancelled(effect as EffectOf<'erp.cancel'>, story), done];
    case 'erp.change': {
      const { change, partId } = body;
      return [{ type: 'change.result', change, partId, accepted: true, key: `answer/${key}` }, done];
    }
    default:
      return [];
  }
}

function enriched(body: EffectOf<'order.enrich'>['body'], key: string, { masterData, policy }: Outside): StoryEvent {
  const result = enrich(body, masterData, policy);
  if (result.type === 'enriched') return { ...result, type: 'order.enriched', key: `answer/${key}` };
  if (result.type === 'invalid') return { ...result, type: 'order.invalid', key: `answer/${key}` };
  return { type: 'order.unresolved', round: body.round, failures: result.failures, key: `answer/${key}` };
}

/** All that is still open of the part. */
function cancelled({ key, body }: EffectOf<'erp.cancel'>, story: Story): StoryEvent {
  const { cancel, partId } = body;
  const part = partsIn(story).find((candidate) => candidate.partId === partId);
  const lines = (part?.lines ?? []).flatMap(({ lineId, quantity }): LineQuantity[] => {
    const open = story.lines.find((line) => line.lineId === lineId)?.open ?? '0';
    const value = compare(open, quantity.value) < 0 ? open : quantity.value;
    return compare(value, '0') > 0 ? [{ lineId, quantity: { ...quantity, value } }] : [];
  });
  return { type: 'cancel.result', cancel, partId, lines, key: `answer/${key}` };
}
