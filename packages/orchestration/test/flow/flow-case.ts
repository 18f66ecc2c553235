import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Json = Record<string, unknown>;

/** A scenario in business terms, as the shared folder holds it. */
export interface FlowCase {
  readonly name: string;
  readonly rules: readonly string[];
  readonly given: Json;
  readonly when: readonly (Json & { readonly at: string; readonly event: string })[];
  readonly then: Json;
  readonly never: readonly string[];
}

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

/** The scenarios of all topics; none where the folder of shared cases is not. */
export function allFlowCases(): readonly FlowCase[] {
  const shared = process.env['DIST_SHARED'] ?? fileURLToPath(new URL('../../../../../shared', import.meta.url));
  return topics.flatMap((topic): readonly FlowCase[] => {
    const file = `${shared}/cases/flow/${topic}.json`;
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  });
}
