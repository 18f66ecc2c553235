import { brokenLaws } from './broken-laws.ts';
import { type RunRequest, simulateRun } from './simulate-run.ts';

/** A failing run with as few faults as it takes. */
export interface Shrunk {
  readonly faults: readonly string[];
  readonly without: ReadonlySet<string>;
  readonly tries: number;
}

/**
 * Leaves faults out one by one while the run still breaks the same law. What is left is what it takes. Undefined when
 * the run breaks none.
 */
export async function shrinkRun(request: RunRequest): Promise<Shrunk | undefined> {
  const first = await simulateRun(request);
  const laws = new Set(brokenLaws(first).map(({ law }) => law));
  if (laws.size === 0) return undefined;
  let without: ReadonlySet<string> = request.without ?? new Set();
  let faults = first.faults;
  let tries = 1;
  for (let shrinks = true; shrinks; ) {
    shrinks = false;
    for (const fault of faults) {
      const fewer = new Set([...without, fault]);
      const end = await simulateRun({ ...request, without: fewer });
      tries++;
      if (!brokenLaws(end).some(({ law }) => laws.has(law))) continue;
      without = fewer;
      faults = end.faults;
      shrinks = true;
      break;
    }
  }
  return { faults, without, tries };
}
