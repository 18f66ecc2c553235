import type { SegmentDefinition } from './definition/definition.ts';
import { defineRelease } from './definition/release.ts';
import type { Segment } from './envelope/interchange.ts';
import type { InterchangeAcknowledgment } from './envelope/outgoing.ts';
import type { Address, Issue } from './issue.ts';
import type { Result } from './result.ts';
import { interchangeAcknowledgmentSegment } from './standard/interchange-acknowledgment.ts';
import { checkSegment } from './validate/check-segment.ts';

const release = /* @__PURE__ */ defineRelease({
  release: '',
  segments: [interchangeAcknowledgmentSegment],
  composites: '',
  codes: 'I17 A E R',
});

/**
 * A TA1 that was received, checked and as an object: `interchange.acknowledgments` holds the segments. Not `ok` where TA104 or
 * TA105 do not say anything. What repeats the answered interchange (TA101 to 103) repeats its faults too: that is a warning.
 * `address` is that of the interchange around.
 */
export function decodeAcknowledgment(segment: Segment, address: Address = {}): Result<InterchangeAcknowledgment> {
  const issues: Issue[] = [];
  const report = (issue: Issue): void => {
    issues.push(isEcho(issue) ? { ...issue, severity: 'warning' } : issue);
  };
  const definition = release.segments['TA1'] as SegmentDefinition;
  checkSegment(definition, segment, { address, path: ['TA1'], report });
  const [controlNumber = '', date = '', time = '', code = '', note = ''] = segment.elements.map(
    ({ repeats }) => repeats[0]?.[0] ?? '',
  );
  if (issues.some(({ severity }) => severity === 'error')) return { ok: false, issues };
  return {
    ok: true,
    value: { controlNumber, date, time, code: code as InterchangeAcknowledgment['code'], note },
    issues,
  };
}

const isEcho = ({ at, code }: Issue): boolean => (at.element ?? 9) <= 3 && code !== 'element-missing';
