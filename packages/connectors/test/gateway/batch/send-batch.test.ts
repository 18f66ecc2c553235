import { describe, expect, it } from 'vitest';
import { interchangeText } from '../sample-gateway.ts';
import { type BatchWorld, batchWorld, billed, hourly, numbers, windowEnds } from './batch-world.ts';

/** What one interchange holds: in the gate `whole`, which sets DIST_WHOLE, as many as a large partner takes. */
const most = process.env['DIST_WHOLE'] === undefined ? 100 : 500;
const last = String(most).padStart(4, '0');

/** What is rejected, by GS06. */
const rejected = new Map([
  ['3', '0007'],
  ['5', last],
  ['10', '0001'],
]);

describe(`R14 ${10 * most} invoices of a partner that wants them together`, () => {
  it(`are 10 interchanges of ${most}; three sets that are rejected park those three, and nothing is sent again`, async () => {
    const world = batchWorld({ batches: [{ ...hourly, maximumSets: most }] });
    const all = numbers(10 * most);
    await world.post(all);
    await world.settle();
    expect(world.mailbox.puts).toEqual([]);
    world.time.now = windowEnds;
    await world.settle();
    expect(world.mailbox.puts).toHaveLength(10);
    const interchanges = world.interchanges();
    expect(interchanges.flatMap(billed).map(({ length }) => length)).toEqual(Array.from({ length: 10 }, () => most));
    expect(new Set(interchanges.map(({ header }) => header.controlNumber)).size).toBe(10);
    expect(interchanges.flatMap((interchange) => billed(interchange).flat()).sort()).toEqual([...all].sort());
    const groups = interchanges.flatMap((interchange) => interchange.groups);
    expect(groups.map(({ sets }) => new Set(sets.map((set) => set.controlNumber)).size)).toEqual(Array(10).fill(most));
    expect(groups.flatMap(({ sets }) => sets.filter(({ status }) => status !== 'accepted'))).toEqual([]);

    await answerGroups(world, groups);
    const stands = await Promise.all(all.map((number) => world.status(number)));
    expect(stands.map(({ attempt }) => attempt)).toEqual(Array(10 * most).fill(1));
    const parked = all.filter((_, index) => stands[index]?.status === 'parked');
    const bad = groups.flatMap(({ header, sets }) =>
      sets.flatMap((set) => (rejected.get(header.controlNumber) === set.controlNumber ? [set] : [])),
    );
    expect(parked.sort()).toEqual(
      bad.map((set) => (set.type === '810' ? set.document?.BIG.purchaseOrderNumber : '')).sort(),
    );
    expect(stands.filter(({ status }) => status === 'done')).toHaveLength(10 * most - 3);
    await world.settle();
    expect(world.mailbox.puts).toHaveLength(10);
  });
});

type Groups = ReturnType<BatchWorld['interchanges']>[number]['groups'];

/** One 997 for each group, which names only the sets with faults. */
async function answerGroups(world: BatchWorld, groups: Groups): Promise<void> {
  for (const [index, { header }] of groups.entries()) {
    const bad = rejected.get(header.controlNumber);
    const faults = [`AK2*810*${bad}`, 'AK3*BIG*2**8', 'AK4*4*324*7*X', 'AK5*R*5', `AK9*P*${most}*${most}*${most - 1}`];
    const body = [
      `AK1*IN*${header.controlNumber}`,
      ...(bad === undefined ? [`AK9*A*${most}*${most}*${most}`] : faults),
    ];
    const control = String(900 + index).padStart(9, '0');
    const bytes = interchangeText({ identifier: 'FA', control, sets: [{ type: '997', body }] });
    const receipt = await world.gateway.receive({ name: `fa-${index}`, bytes }, world.runtime);
    expect(receipt.interchanges.map(({ issues }) => issues)).toEqual([[]]);
  }
}
