import type { SwitchChange } from '@dist/orchestration/runtime';
import type { SwitchAct } from './act.ts';

/** An act on a switch as the journal takes it. */
export function switchChange(act: SwitchAct, told: Pick<SwitchChange, 'by' | 'reason' | 'at'>): SwitchChange {
  return act.verb === 'flow'
    ? { what: act.what, id: act.id, flow: act.flow, ...told }
    : { partner: act.partner, state: act.state, ...told };
}
