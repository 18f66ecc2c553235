import { archiveFaults } from './archive-faults.ts';
import type { Fault } from './fault.ts';
import { depthFaults, laneFaults } from './lane-faults.ts';
import { orderFaults } from './order-faults.ts';
import { outboxFaults } from './outbox-faults.ts';
import { recordFaults } from './record-faults.ts';

/** Faults that a journal may have, each of which the kit must see. */
export const faultyJournals: readonly Fault[] = [
  ...orderFaults,
  ...outboxFaults,
  ...laneFaults,
  ...depthFaults,
  ...archiveFaults,
  ...recordFaults,
];
