import { type Flow, flowTests } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { allFlowCases, type FlowCase } from './flow-case.ts';
import { flowPlan } from './flow-plan.ts';
import { givenOf } from './given-of-case.ts';
import { neverOf } from './never-sentences.ts';
import { thenOf } from './then-of-case.ts';
import { toldCases } from './told-cases.ts';
import { waiting } from './waiting.ts';
import { whenOf } from './when-of-case.ts';

const all = allFlowCases();
const absent = all.length === 0 ? ' (the shared cases are not here)' : '';

/** Scenarios that are about the order of their events. */
const inOrder: Readonly<Record<string, string>> = {
  'A gap in the change sequence': 'the gap',
  'A cancellation after the pick': 'the pick comes before the cancellation',
  'A lost ERP reply is looked up': 'the answer is lost before it is looked up',
  'A lost reply whose look-up finds nothing': 'the answer is lost before it is looked up',
  'An original sent again under new': 'the first and the second copy',
  'An original sent again with another': 'the first and the second copy',
  'A confirmation order': 'the first and the second copy',
  'A replacement': 'what has shipped when it comes',
  'A shop webhook': 'the versions',
  'Cut-over by share': 'before and after the cut-over',
  'A store-allocated order': 'one part is in doubt meanwhile',
  'A return inspected short': 'a credit comes after the inspection',
};

describe.skipIf(all.length === 0)(`scenarios${absent}`, () => {
  for (const start of flowPlan.here) {
    const found = all.find(({ name }) => name.startsWith(start));
    const reason = waiting[start];
    const waits = reason !== undefined && process.env['WAITING'] !== '1';
    for (const { name, run } of found ? flowTests(flowOf(found, start), { orders: 11 }) : []) {
      it.skipIf(waits)(`${found?.rules.join(' ')} ${name}${waits ? ` (waits: ${reason})` : ''}`, run);
    }
  }

  it('each is played here, or is the gateway’s', () => {
    const planned = [...flowPlan.here, ...Object.keys(flowPlan.gateway)];
    const places = all.map(({ name }) => planned.filter((start) => name.startsWith(start)).length);
    expect(all.filter((_, index) => places[index] !== 1).map(({ name }) => name)).toEqual([]);
    expect(planned.length).toBe(all.length);
    const named = [...Object.keys(waiting), ...Object.keys(inOrder), ...Object.keys(toldCases)];
    expect(named.filter((start) => !flowPlan.here.includes(start))).toEqual([]);
  });

  it('each "never" of those played here is a check', () => {
    const played = all.filter(({ name }) => flowPlan.here.some((start) => name.startsWith(start)));
    expect(played.flatMap(({ never }) => never.filter((sentence) => neverOf(sentence) === undefined))).toEqual([]);
  });
});

function flowOf(flow: FlowCase, start: string): Flow {
  const told = toldCases[start];
  const reason = inOrder[start];
  return {
    name: flow.name,
    rules: flow.rules,
    given: { ...givenOf(flow), ...told?.given?.(flow) },
    when: told?.when?.(flow) ?? whenOf(flow),
    then: told?.then?.(flow) ?? thenOf(flow),
    never: flow.never.flatMap((sentence) => neverOf(sentence) ?? []),
    ...(reason !== undefined && { inOrder: reason }),
  };
}
