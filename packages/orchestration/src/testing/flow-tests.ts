import type { Flow } from './flow/flow.ts';
import { otherWays } from './flow/other-ways.ts';
import { type Arrival, playFlow } from './flow/play-flow.ts';
import { thenFaults } from './flow/then-faults.ts';

/** How thoroughly a scenario is tried. */
export interface FlowTestOptions {
  /** Most other orders of arrival that are tried; 24 when absent, which is all of four facts. */
  readonly orders?: number | undefined;
}

/** One test for any runner: `for (const { name, run } of tests) it(name, run)`. */
export interface FlowTest {
  readonly name: string;
  /** Throws an Error that says what does not hold, and on which way. */
  run(): void;
}

/**
 * A scenario as tests: as it is told, with its facts repeated and told again, and in other orders of arrival. Each time
 * `then` must hold in the end and `never` at no step on the way.
 */
export function flowTests(flow: Flow, { orders = 24 }: FlowTestOptions = {}): readonly FlowTest[] {
  const others = otherWays(flow, orders);
  return [
    { name: flow.name, run: () => tryWay(flow, 'as told') },
    {
      name: `${flow.name}, in ${others.length} other ways of arrival`,
      run: () => {
        for (const { what, arrivals } of others) tryWay(flow, what, arrivals);
      },
    },
  ];
}

function tryWay(flow: Flow, what: string, arrivals?: readonly Arrival[]): void {
  const faults = new Set<string>();
  const story = playFlow(
    flow,
    (step) => {
      for (const never of flow.never ?? []) {
        const fault = never(step);
        if (fault !== undefined) faults.add(`at ${step.at}: ${fault}`);
      }
    },
    arrivals,
  );
  for (const fault of thenFaults(flow, story)) faults.add(fault);
  if (faults.size > 0)
    throw new Error(`${flow.name}, ${what}:\n${[...faults].map((fault) => `- ${fault}`).join('\n')}`);
}
