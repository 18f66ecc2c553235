import { functionalAcknowledgment997 as functionalAcknowledgment004010 } from '../004010/functional-acknowledgment.ts';
import { functionalAcknowledgment997 as functionalAcknowledgment005010 } from '../005010/functional-acknowledgment.ts';
import { implementationAcknowledgment999 } from '../005010/implementation-acknowledgment.ts';
import type { Definition } from '../definition/definition.ts';

/** A functional acknowledgment (997) or an implementation acknowledgment (999). */
export type AcknowledgmentType = '997' | '999';

/** In which set and release an acknowledgment is written. */
export interface AcknowledgmentForm {
  readonly type: AcknowledgmentType;
  readonly definition: Definition<AcknowledgmentType, never>;
  /** GS08 of the answer. */
  readonly version: string;
}

const FIRST_999 = '005010';

/**
 * The form for a group by its GS08: the release that it came in (R05), in the tables of 004010 before 005010 and in those of
 * 005010 from there on. The 999 exists from 005010 on: an older group is answered with one of that release.
 */
export function acknowledgmentForm(type: AcknowledgmentType, received: string): AcknowledgmentForm {
  const isName = /^[A-Z0-9]{1,12}$/.test(received);
  const isLater = /^\d{6}/.test(received) && received.slice(0, 6) >= FIRST_999;
  if (type === '999')
    return { type, definition: implementationAcknowledgment999, version: isLater && isName ? received : FIRST_999 };
  const definition = isLater ? functionalAcknowledgment005010 : functionalAcknowledgment004010;
  // GS08 as received, or the release of the 997 where it is not even a name.
  return { type, definition, version: isName ? received : definition.release };
}
