import type { ApplicationAdvice } from '../document/application-advice.ts';
import type { ShipmentStatus } from '../document/shipment-status.ts';
import type { Rule } from './rule.ts';

/** The rules of a ShipmentStatus (X12 214). */
export const shipmentStatusRules: readonly Rule<ShipmentStatus>[] = [
  {
    code: 'event-undated',
    severity: 'warning',
    meaning: 'what a carrier tells has an instant or a day',
    *find({ events }) {
      for (const [index, { code, at, on }] of events.entries()) {
        if (at !== undefined || on !== undefined) continue;
        const message = `Event ${code} has neither an instant nor a day`;
        yield { message, path: ['events', index, 'at'], expected: 'an instant, or a day in `on`' };
      }
    },
  },
];

/** The rules of an ApplicationAdvice (X12 824). */
export const adviceRules: readonly Rule<ApplicationAdvice>[] = [
  {
    code: 'advice-unexplained',
    severity: 'warning',
    meaning: 'a document that is rejected or accepted with errors has errors',
    *find({ documents }) {
      for (const [index, { status, reference, errors }] of documents.entries()) {
        if (errors.length > 0 || (status !== 'rejected' && status !== 'acceptedWithErrors')) continue;
        const message = `${reference.value} is ${status}, and why is not said`;
        yield { message, path: ['documents', index, 'errors'], expected: 'an error' };
      }
    },
  },
  {
    code: 'advice-status-disagrees',
    severity: 'warning',
    meaning: 'a document that is accepted has no errors',
    *find({ documents }) {
      for (const [index, { status, reference, errors }] of documents.entries()) {
        if (status !== 'accepted' || errors.length === 0) continue;
        const message = `${reference.value} is accepted, and has ${errors.length} errors`;
        yield { message, path: ['documents', index, 'status'], expected: 'acceptedWithErrors', found: status };
      }
    },
  },
];
