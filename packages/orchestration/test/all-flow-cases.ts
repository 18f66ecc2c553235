import { type FlowCase, flowCases } from './flow-case.ts';

const topics = [
  'changes',
  'fulfilment',
  'load',
  'lost-and-late',
  'money',
  'price',
  'resent',
  'running',
  'split',
  'time',
];

/** The scenarios of all topics; none where the shared cases are not. */
export function allFlowCases(): readonly FlowCase[] {
  return topics.flatMap((topic) => flowCases(topic) ?? []);
}
