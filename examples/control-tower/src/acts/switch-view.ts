import {
  type Flow,
  type PartnerState,
  partnerState,
  readSwitches,
  type SwitchChange,
  switchHistory,
} from '@dist/orchestration/runtime';
import type { Tower } from '../server/tower.ts';

/** What may be switched, and how it stands. */
export interface SwitchView {
  readonly partners: readonly { readonly partner: string; readonly state: PartnerState; readonly flow: Flow }[];
  readonly lanes: readonly { readonly what: 'lane' | 'erp'; readonly id: string; readonly flow: Flow }[];
  /** The last changes, the newest first. */
  readonly history: readonly SwitchChange[];
}

const mostHistory = 20;

export async function switchView({ journal, database, policyOf }: Tower): Promise<SwitchView> {
  const switches = await readSwitches(journal);
  const { work } = policyOf(undefined);
  const flow = (name: string): Flow => switches.flows[name] ?? 'running';
  const known = (metric: string, column: 'a' | 'b') =>
    database
      .selectFrom('counts')
      .select(`${column} as name`)
      .distinct()
      .where('metric', '=', metric)
      .orderBy('name')
      .execute();
  const [partners, tried, waiting] = await Promise.all([
    known('phase', 'b'),
    known('attempt', 'b'),
    known('waiting', 'a'),
  ]);
  const flows = Object.keys(switches.flows);
  const named = (what: string) =>
    flows.flatMap((name) => (name.startsWith(`${what}/`) ? [name.slice(what.length + 1)] : []));
  const allPartners = new Set([
    ...partners.map(({ name }) => name),
    ...named('partner'),
    ...Object.keys(switches.partners),
  ]);
  const allLanes = new Set(
    [...tried, ...waiting]
      .map(({ name }) => name)
      .concat(named('lane'))
      .filter((lane) => lane !== ''),
  );
  const erps = new Set(
    [...allLanes].flatMap((lane) => (lane.startsWith('erp:') ? [lane.slice(4)] : [])).concat(named('erp')),
  );
  const history: SwitchChange[] = [];
  for await (const change of switchHistory(journal)) {
    history.unshift(change);
    history.splice(mostHistory);
  }
  return {
    partners: [...allPartners]
      .sort()
      .map((partner) => ({ partner, state: partnerState(switches, partner, work), flow: flow(`partner/${partner}`) })),
    lanes: [
      ...[...erps].sort().map((id) => ({ what: 'erp' as const, id, flow: flow(`erp/${id}`) })),
      ...[...allLanes].sort().map((id) => ({ what: 'lane' as const, id, flow: flow(`lane/${id}`) })),
    ],
    history,
  };
}
