import { quarterOf } from '../projection/quarter-of.ts';
import type { Tower } from '../server/tower.ts';
import type { SwitchAct } from './act.ts';

/** What a switch bears on: deadlines run on while something is stopped (R29). */
export interface Risk {
  /** Effects that wait in the lanes that it is for. */
  readonly waiting: number;
  /** Documents that fall due within four hours: of the partner, or of all where it is no partner that is switched. */
  readonly due: number;
  readonly lanes: readonly string[];
}

const quarters = 16;

export async function riskOf({ database, clock }: Pick<Tower, 'database' | 'clock'>, act: SwitchAct): Promise<Risk> {
  const lanes = lanesOf(act);
  const partner = act.verb === 'partnerState' ? act.partner : act.what === 'partner' ? act.id : undefined;
  const now = clock();
  const { waiting } = await database
    .selectFrom('waiting')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('lane', 'in', lanes)
    .executeTakeFirstOrThrow();
  let owed = database
    .selectFrom('deadlines')
    .select(({ fn }) => fn.countAll<number>().as('due'))
    .where('quarter', '>=', quarterOf(now))
    .where('quarter', '<=', quarterOf(now) + quarters)
    .where('due', '>=', now);
  if (partner !== undefined) owed = owed.where('partner', '=', partner);
  const { due } = await owed.executeTakeFirstOrThrow();
  return { waiting: Number(waiting), due: Number(due), lanes };
}

function lanesOf(act: SwitchAct): string[] {
  if (act.verb === 'flow' && act.what === 'lane') return [act.id];
  if (act.verb === 'flow' && act.what === 'erp') return [`erp:${act.id}`];
  const partner = act.verb === 'flow' ? act.id : act.partner;
  return [`partner:${partner}`, `shop:${partner}`];
}
