import type { ErrorClass } from '../port/error-class.ts';

/** What a system's own error says. */
export interface VendorError {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

/**
 * What one error of a system means (R31). It fits where all that it names fits: the status, the code, a part of the
 * message. The first that fits decides; where none does, the status does.
 */
export interface ErrorRule {
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  /** A part of the message, sign by sign. */
  readonly includes?: string | undefined;
  readonly class: ErrorClass;
}

/** A rule with what it stands on (R31). A connector that must be small keeps that beside its rules, not in them. */
export interface VendorErrorRule extends ErrorRule {
  /** What the system says, verbatim. */
  readonly sample: string;
  /** The page, with its heading, or the description's name, that has it. */
  readonly source: string;
}

/** The class of an error by a system's own rules; undefined where none of them fits. */
export function classOfError(
  rules: readonly ErrorRule[],
  { status, code, message }: VendorError & { readonly status: number },
): ErrorClass | undefined {
  const fits = (rule: ErrorRule) =>
    (rule.status === undefined || rule.status === status) &&
    (rule.code === undefined || rule.code === code) &&
    (rule.includes === undefined || message?.includes(rule.includes) === true);
  return rules.find(fits)?.class;
}
