import { visible } from '../explain/visible.ts';
import type { ConformanceTest } from '../testing/conformance-test.ts';

/** A test of a partner that has run. */
export interface Tested {
  readonly name: string;
  readonly layer: string;
  readonly document: string;
  readonly ok: boolean;
  /** Why it failed. */
  readonly message?: string | undefined;
}

/** Runs a test. */
export function tested({ name, layer, document, run }: ConformanceTest): Tested {
  try {
    run();
    return { name, layer, document, ok: true };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { name, layer, document, ok: false, message };
  }
}

/** What a person reads of it. */
export function testedText({ name, ok, message = '' }: Tested): string {
  const reason = ok ? [] : message.split('\n').map((line) => `        ${line}`);
  return [`${ok ? 'passed' : 'FAILED'}  ${name}`, ...reason].map((line) => `${visible(line)}\n`).join('');
}
