import type { InterchangeAcknowledgment } from '../envelope/outgoing.ts';
import type { AcknowledgedInterchange } from './acknowledged.ts';

/** When a TA1 is sent: as the sender asks by ISA14, always, or never. */
export type InterchangeAcknowledgmentPolicy = 'requested' | 'always' | 'never';

/** The TA1 for an interchange, when one is due. An interchange of nothing but TA1s is never answered (R07). */
export function interchangeAcknowledgment(
  interchange: AcknowledgedInterchange,
  policy: InterchangeAcknowledgmentPolicy,
): InterchangeAcknowledgment | undefined {
  const { header, groups, acknowledgments } = interchange;
  const isDue = policy === 'always' || (policy === 'requested' && header.acknowledgmentRequested);
  const isAnswer = groups.length === 0 && acknowledgments.length > 0;
  const { controlNumber, date, time } = header;
  // TA101 repeats ISA13, which names the interchange: where it can not be written there is nothing to name.
  if (!isDue || isAnswer || !/^[ -~]{1,9}$/.test(controlNumber)) return undefined;
  return { controlNumber, date, time, ...verdict(interchange) };
}

const ACCEPTED = '000';
/** TA105 024: the content is not valid, for what has no note of its own. */
const INVALID_CONTENT = '024';

function verdict({ status, issues }: AcknowledgedInterchange): Pick<InterchangeAcknowledgment, 'code' | 'note'> {
  if (status === 'accepted') return { code: 'A', note: ACCEPTED };
  const severity = status === 'rejected' ? 'error' : 'warning';
  const notes = issues.filter((issue) => issue.severity === severity).map(({ acknowledgment }) => acknowledgment);
  const note = notes.find((acknowledgment) => acknowledgment?.startsWith('TA1-'))?.slice(4) ?? INVALID_CONTENT;
  return { code: status === 'rejected' ? 'R' : 'E', note };
}
