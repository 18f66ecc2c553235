import { equals } from '@dist/canonical/arithmetic';
import type { Effect } from '@dist/orchestration';
import type { Story } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { allFlowCases } from './all-flow-cases.ts';
import { type FlowCase, play } from './flow-case.ts';
import { flowPlan } from './flow-plan.ts';

const all = allFlowCases();
const absent = all.length === 0 ? ' (the shared cases are not here)' : '';

describe.skipIf(all.length === 0)(`scenarios${absent}`, () => {
  for (const start of flowPlan.played) {
    const flow = all.find(({ name }) => name.startsWith(start));
    it(flow ? `${flow.rules.join(' ')} ${flow.name}` : start, () => {
      if (flow === undefined) throw new Error('there is no such scenario any more');
      expectThen(flow, play(flow));
    });
  }

  it('each is played, told by hand or left for a reason', () => {
    const planned = [...flowPlan.played, ...flowPlan.told, ...Object.values(flowPlan.left).flat()];
    const places = all.map(({ name }) => planned.filter((start) => name.startsWith(start)).length);
    expect(all.filter((_, index) => places[index] !== 1).map(({ name }) => name)).toEqual([]);
    expect(planned.length).toBe(all.length);
  });
});

interface Then {
  readonly phase?: string;
  readonly erpOrders?: number;
  readonly submits?: number;
  readonly due?: string;
  readonly lines?: readonly (Record<string, string> & { line: string })[];
  readonly sent?: readonly {
    type: string;
    count?: number;
    totals?: string[];
    total?: string;
    lines?: unknown;
    itemLevels?: number;
    notBefore?: string;
  }[];
  readonly parked?: readonly { why?: string; line?: string; class?: string }[];
  readonly parts?: Record<string, Record<string, string>>;
  readonly erpLine?: { qty: string };
}

function expectThen(flow: FlowCase, story: Story): void {
  const then = flow.then as Then;
  const effects = Object.values(story.state.effects);
  const submits = effects.filter(({ effect }) => effect.body.type === 'erp.submit');
  if (then.phase !== undefined) expect(story.phase).toBe(then.phase);
  if (then.erpOrders !== undefined) expect(submits.length).toBe(then.erpOrders);
  if (then.submits !== undefined) expect(submits.reduce((sum, { attempt }) => sum + attempt, 0)).toBe(then.submits);
  if (then.due !== undefined) expect(story.state.timers['855']).toBe(new Date(then.due).toISOString());
  for (const { line, unit: _unit, price, ...amounts } of then.lines ?? []) {
    expect(story.lines.find(({ lineId }) => lineId === line)).toMatchObject(amounts);
    if (price !== undefined) expect(enrichedPrice(story, line)).toBe(price);
  }
  for (const wanted of then.sent ?? [])
    expectSent(
      effects.map(({ effect }) => effect),
      wanted,
    );
  if (then.parked !== undefined) expectParked(story, then.parked);
  if (then.parts !== undefined) expect(partsIn(submits.map(({ effect }) => effect))).toEqual(then.parts);
  if (then.erpLine !== undefined)
    expect(submits.map(({ effect }) => effect.body)).toMatchObject([
      { request: { lines: [{ base: { value: then.erpLine.qty } }] } },
    ]);
}

function expectSent(effects: readonly Effect[], wanted: NonNullable<Then['sent']>[number]): void {
  const found = effects.filter(({ body }) => body.type === 'document.send' && body.document === wanted.type);
  if (!['855', '856', '810'].includes(wanted.type)) return;
  if (wanted.count !== undefined) expect(found.length).toBe(wanted.count);
  const contents = found.flatMap(({ body }) => (body.type === 'document.send' ? [body.content] : []));
  const totals = contents.flatMap((content) => (content.kind === 'invoice' ? [content.total] : []));
  const expected = wanted.totals ?? (wanted.total === undefined ? [] : [wanted.total]);
  for (const [index, total] of expected.entries()) expect(equals(totals[index] ?? '0', total)).toBe(true);
  if (wanted.notBefore !== undefined)
    for (const { notBefore } of found) expect(notBefore >= new Date(wanted.notBefore).toISOString()).toBe(true);
  const [content] = contents;
  if (wanted.itemLevels !== undefined) expect(content).toMatchObject({ items: { length: wanted.itemLevels } });
  if (wanted.lines === undefined || Array.isArray(wanted.lines)) return;
  const rows = content === undefined ? [] : content.kind === 'shipment' ? content.items : content.lines;
  for (const [lineId, text] of Object.entries(wanted.lines as Record<string, string>)) {
    const row = rows.find((candidate) => candidate.lineId === lineId);
    expect(text.startsWith(`${row?.quantity.value} ${row?.quantity.unit === 'XCS' ? 'CA' : 'EA'}`)).toBe(true);
  }
}

/** Exactly these wait for a person, each with reason, owner and place. */
function expectParked(story: Story, parked: NonNullable<Then['parked']>): void {
  const holds = Object.values(story.state.holds);
  expect(holds.length + Object.values(story.state.effects).filter(({ status }) => status === 'parked').length).toBe(
    parked.length,
  );
  for (const [index, { line, why }] of parked.entries()) {
    const hold = holds[index];
    expect(hold?.owner).toBeTruthy();
    expect(hold?.reason).toBeTruthy();
    if (line !== undefined) expect(hold?.lineId).toBe(line);
    for (const number of why?.match(/\d{2,}/g) ?? []) expect(hold?.reason).toContain(number);
  }
}

function enrichedPrice(story: Story, lineId: string): string | undefined {
  const fact = story.state.facts['order.enriched'];
  return fact?.type === 'order.enriched' ? fact.lines.find((line) => line.lineId === lineId)?.price : undefined;
}

function partsIn(submits: readonly Effect[]): Record<string, Record<string, string>> {
  return Object.fromEntries(
    submits.flatMap(({ body }) => {
      if (body.type !== 'erp.submit') return [];
      const { part } = body.request;
      return [
        [
          part.partId,
          Object.fromEntries(
            part.lines.map(({ lineId, quantity }) => [
              lineId,
              `${quantity.value} ${quantity.unit === 'XCS' ? 'CA' : 'EA'}`,
            ]),
          ),
        ],
      ];
    }),
  );
}
