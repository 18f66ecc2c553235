import type { EffectBody } from '../word/effect.ts';
import type { IssuedEffect } from '../word/state.ts';
import { effectKey } from './effect-key.ts';
import { changeEntry, issue, note, type Step } from './step.ts';

/** What the partner has seen is never repeated under its old numbers (R12): a new key makes new ones. */
export function sendAnew(step: Step, { effect }: IssuedEffect, body: EffectBody = effect.body): void {
  const key = effectKey.again(effect.key);
  changeEntry(step, effect.key, { status: 'superseded' });
  issue(step, { ...effect, key, body, attempt: 1, notBefore: step.event.at });
  note(step, 'effect.issued', `${key} takes the place of ${effect.key}`, { effect: key });
}
