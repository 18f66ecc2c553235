import type { Severity } from '../issue.ts';
import type { Guide, Violation } from './guide.ts';

const SEVERITIES: Readonly<Record<Violation, Severity>> = {
  reject: 'error',
  'accept-with-errors': 'warning',
  silent: 'information',
};

/** What an issue means by the guide's table (R10): data that only the guide forbids does not reject unless it says so. */
export function severityOf({ violations = {} }: Guide, code: string): Severity {
  return SEVERITIES[
    (Object.hasOwn(violations, code) ? violations[code] : violations['guide-*']) ?? 'accept-with-errors'
  ];
}
