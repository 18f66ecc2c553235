import { dryRun, explain, obligations } from '@dist/orchestration';
import { type House, openHouse } from './house.ts';
import { housePolicy } from './made-up-house.ts';
import type { PartnerEndpoint } from './partner-endpoint.ts';
import { sampleEvents } from './sample-events.ts';

/** What the order is played on. */
export interface Stage {
  /** Path of the journal. */
  readonly file: string;
  readonly endpoint: PartnerEndpoint;
  readonly print: (line: string) => void;
}

/** One order: its ship notice is refused, a person looks, tries what would happen, and replays it. Each step is a new process. */
export async function demonstrate({ file, endpoint, print }: Stage): Promise<void> {
  const at = async (time: string, step: (house: House) => Promise<void>) => {
    const house = await openHouse(file, endpoint.url, () => `2026-03-${time}:00.000Z`);
    await step(house).finally(() => house.close());
  };
  const tell = async (what: string, house: House) =>
    print(`${what}: ${await house.phase()}; the partner has ${endpoint.taken.map(shortOf).join(', ')}`);

  await at('02T08:00', async (house) => {
    await house.take(house.event(sampleEvents.captured, 'in/4711'));
    await tell('captured', house);
  });
  endpoint.refuse(403);
  await at('03T10:00', async (house) => {
    await house.take(house.event(sampleEvents.shipped, 'erp/S1'));
    await tell('shipped', house);
  });
  await at('03T13:00', async (house) => {
    await house.take(house.event(sampleEvents.invoiced, 'erp/I1'));
    await tell('invoiced', house);
    for (const part of explain(await house.state(), housePolicy).split('; ')) print(`  ${part}`);
    for (const { key, status, why } of obligations(await house.state()))
      if (status === 'parked' || status === 'blocked') print(`  ${shortOf(key)} is ${status}: ${why}`);
  });
  endpoint.refuse();
  await at('03T14:00', async (house) => {
    const replayed = house.event(
      { type: 'operator.replayed', effect: 'northfield/4711/856/S1', by: 'integration', reason: 'certificate renewed' },
      'desk/1',
    );
    const would = dryRun(await house.state(), [replayed], housePolicy);
    print(`dry run: ${would.phases.before} to ${would.phases.after}`);
    for (const { key, body } of would.effects) print(`  would do: ${body.type} ${shortOf(key)}`);
    await tell('nothing has happened', house);
    await house.take(replayed);
    await tell('replayed', house);
    await house.take(replayed);
    await tell('replayed by mistake once more', house);
  });
  await at('31T09:00', async (house) => {
    await house.take(house.event(sampleEvents.paid, 'bank/1'));
    await tell('paid', house);
    print(`  ${explain(await house.state(), housePolicy)}`);
  });
}

function shortOf(key: string): string {
  return key.replace('northfield/4711/', '');
}
