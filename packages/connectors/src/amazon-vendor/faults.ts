import type { Issue } from '@dist/canonical';

/** Gathers what keeps a document from being sent, so that all of it is told at once. */
export class Faults {
  readonly issues: Issue[] = [];

  /** The value, or undefined where it is a fault, which is kept. */
  take<Value extends object>(value: Value | Issue): Value | undefined {
    if (!('severity' in value)) return value;
    this.issues.push(value);
    return undefined;
  }
}
