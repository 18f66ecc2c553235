import type { WorkRules } from '../../policy/work-rules.ts';

/** How far a trading partner is (R29): nothing is sent to it in production before it is live. */
export type PartnerState = 'draft' | 'testing' | 'certified' | 'live' | 'suspended';

/** `paused`: nothing starts. `draining`: what is begun goes to its end, nothing new begins. */
export type Flow = 'running' | 'paused' | 'draining';

/** What an operator sets, with who and why. */
export type SwitchChange = { readonly by: string; readonly reason: string; readonly at: string } & (
  | { readonly partner: string; readonly state: PartnerState }
  | { readonly what: 'partner' | 'lane' | 'erp'; readonly id: string; readonly flow: Flow }
);

/** All switches that are not as they were in the beginning, as plain JSON. */
export interface Switches {
  /** How many changes there were. */
  readonly changes: number;
  /** By partner. */
  readonly partners: Readonly<Record<string, PartnerState>>;
  /** By `partner/<id>`, `lane/<lane>`, `erp/<id>`. */
  readonly flows: Readonly<Record<string, Flow>>;
}

/** Everything as in the beginning: it runs. */
export const noSwitches: Switches = { changes: 0, partners: {}, flows: {} };

/** What a change comes to: it is set, or refused with the reason for the operator. */
export type SwitchResult =
  | { readonly status: 'set'; readonly switches: Switches }
  | { readonly status: 'refused'; readonly message: string };

/** From each state to those that may follow. Only who was certified goes live, and only who is live is suspended. */
const moves: Readonly<Record<PartnerState, readonly PartnerState[]>> = {
  draft: ['testing'],
  testing: ['draft', 'certified'],
  certified: ['testing', 'live'],
  live: ['suspended', 'testing'],
  suspended: ['live', 'testing'],
};

/** Sets one switch. `unknownPartner` is what a partner is before anyone has given it a state. */
export function setSwitch(
  before: Switches,
  change: SwitchChange,
  { unknownPartner }: Pick<WorkRules, 'unknownPartner'>,
): SwitchResult {
  const changes = before.changes + 1;
  if (!('partner' in change)) {
    const flows = { ...before.flows, [`${change.what}/${change.id}`]: change.flow };
    return { status: 'set', switches: { ...before, changes, flows } };
  }
  const { partner, state } = change;
  const from = partnerState(before, partner, { unknownPartner });
  if (!moves[from].includes(state)) {
    const next = moves[from].join(' or ');
    return { status: 'refused', message: `${partner} is ${from}: it can become ${next}, not ${state}` };
  }
  return { status: 'set', switches: { ...before, changes, partners: { ...before.partners, [partner]: state } } };
}

/** What a partner is. */
export function partnerState(
  { partners }: Switches,
  partner: string,
  { unknownPartner }: Pick<WorkRules, 'unknownPartner'>,
): PartnerState {
  return Object.hasOwn(partners, partner) ? (partners[partner] ?? unknownPartner) : unknownPartner;
}

/**
 * Whether new orders are taken in of a partner: not of one that is drained, nor before it tests. What is refused is for
 * the intake to keep and to answer; of a partner that is paused or suspended orders still come in.
 */
export function takesOrders(switches: Switches, partner: string, work: Pick<WorkRules, 'unknownPartner'>): boolean {
  return switches.flows[`partner/${partner}`] !== 'draining' && partnerState(switches, partner, work) !== 'draft';
}
