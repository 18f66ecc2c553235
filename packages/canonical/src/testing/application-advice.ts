import * as fc from 'fast-check';
import type { AdvisedDocument, ApplicationAdvice } from '../document/application-advice.ts';
import { calendarDate, code, party, text } from './values.ts';

/** A valid ApplicationAdvice: documents that are accepted, and some that are rejected with their errors. */
export function applicationAdvice(): fc.Arbitrary<ApplicationAdvice> {
  return fc.record({
    kind: fc.constant('applicationAdvice'),
    version: fc.constant('1'),
    purpose: fc.constant('original'),
    number: code(),
    issuedOn: calendarDate(),
    parties: fc.record({ buyer: party() }, { requiredKeys: [] }),
    documents: fc.array(advisedDocument(), { minLength: 1, maxLength: 3 }),
  });
}

function advisedDocument(): fc.Arbitrary<AdvisedDocument> {
  const fault = fc.record({ code: fc.constantFrom('007', '024', '848'), message: text(60), found: code() });
  return fc
    .record({
      status: fc.constantFrom('accepted', 'acceptedWithErrors', 'rejected'),
      number: code(),
      document: fc.constantFrom('856', '810'),
      faults: fc.array(fault, { minLength: 1, maxLength: 2 }),
    })
    .map(
      ({ status, number, document, faults }): AdvisedDocument => ({
        status,
        level: 'transactionSet',
        reference: { type: document === '856' ? 'shipment' : 'invoice', value: number },
        document,
        errors: status === 'accepted' ? [] : faults,
      }),
    );
}
