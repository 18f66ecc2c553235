import type { Journal } from '@dist/orchestration/runtime';
import { writeSwitch } from '@dist/orchestration/runtime';
import { invoiced, shipped } from './sample-events.ts';
import { sampleHouse } from './sample-orders.ts';

/** Two partners over four days: orders that are shipped, short and too much, rejected, refused, and documents that are malformed. */
export async function insightStory(journal: Journal) {
  const house = sampleHouse(journal);
  const ids: string[] = [];
  for (let number = 1; number <= 6; number++) ids.push(await house.order('northfield', String(number)));
  await house.order('harborline', '7-refused');
  await house.order('harborline', '8-rejected');
  await house.pass(1);
  for (const [index, id] of ids.slice(0, 4).entries()) {
    await house.pass(index * 90);
    await house.tell(id, shipped(`S${index}`, index === 1 ? '20' : index === 2 ? '30' : '24'));
    await house.pass(10);
    await house.tell(id, invoiced(`I${index}`, 24));
    await house.pass(0);
  }
  const [first = '', second = ''] = ids;
  const answer = { type: 'acknowledgment.received', by: '997', codes: [] } as const;
  await house.tell(first, { ...answer, document: `${first}/855`, status: 'accepted' });
  await house.tell(second, { ...answer, document: `${second}/855`, status: 'rejected' });
  const lines = [{ lineId: '1', quantity: { value: '4', unit: 'C62' } }];
  await house.tell(second, { type: 'line.shortClosed', partId: '1', lines, closing: 'c1', reason: 'none left' });
  await house.tell(first, {
    type: 'deduction.decided',
    payment: 'P1',
    invoice: 'I0',
    decision: 'accepted',
    by: 'desk',
  });
  await house.tell('harborline/received:1', { ...malformed, reason: 'PO1 has no quantity' });
  for (let day = 0; day < 3; day++) await house.pass(24 * 60);
  await house.tell('harborline/received:2', { ...malformed, reason: '=cmd: PO1 has no price' });
  const change = { by: 'desk', reason: 'agreed', partner: 'harborline' } as const;
  for (const [at, state] of [
    ['2026-03-01T08:00:00.000Z', 'testing'],
    ['2026-03-03T08:00:00.000Z', 'certified'],
    ['2026-03-03T20:00:00.000Z', 'live'],
  ] as const) {
    const set = await writeSwitch(journal, { ...change, at, state }, { unknownPartner: 'draft' });
    if (set.status === 'refused') throw new Error(set.message);
  }
  return house;
}

const malformed = { type: 'hold.placed', hold: 'not-mapped', class: 'partnerFormat' } as const;
