import { type HostContractOptions, hostContract } from '@dist/orchestration/testing';
import { report } from './report.ts';

/** Runs the contract of hosts against an engine and tells of each test. */
export async function runContract(options: HostContractOptions): Promise<void> {
  for (const { name, excepted, run } of hostContract(options)) {
    if (excepted === undefined) await report.check(`contract: ${name}`, run);
    else report.skip(`contract: ${name}`, excepted);
  }
}
