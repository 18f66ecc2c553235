import { redactor } from '@dist/orchestration/telemetry';

/** Beyond what the redactor of the telemetry hides: where people live, what they are called, and who did something. */
const names = [
  ...['additionalName', 'contactName', 'firstName', 'lastName', 'givenName', 'familyName', 'fullName', 'recipient'],
  ...['address', 'addresses', 'addressLine1', 'addressLine2', 'street', 'streetAddress', 'city', 'postalCode', 'zip'],
  ...['attention', 'person', 'userName', 'by', 'byId', 'byName', 'decidedBy', 'approvedBy', 'releasedBy'],
];

/** Hides secrets and contacts by their look, and personal fields by their name. */
export const redact = redactor({ hide: names });

/** What stands in the place of what a viewer does not see; the redactor writes the same. */
export const hidden = '[redacted]';

/** Roles in which somebody is somebody: what has one of these names has a personal `name`. */
const people = new Set([
  ...['buyer', 'seller', 'billTo', 'shipTo', 'shipFrom', 'markFor', 'remitTo', 'party', 'parties'],
  ...['contact', 'customer', 'user', 'actor', 'operator', 'visitor'],
]);

/** Fields that only somebody has; a `name` beside them is personal. */
const beside = ['ids', 'address', 'contacts', 'taxIds', 'additionalName', 'phone', 'email'];

/** Whether a field is personal: `within` is the object that has it, and `at` the name of that one. */
export function isPersonal(name: string, within: object, at: string): boolean {
  if (name === 'name') return people.has(at) || beside.some((one) => Object.hasOwn(within, one));
  // What the redactor makes of a field of that name says whether it hides it.
  return (redact.data({ [name]: 0 }) as Readonly<Record<string, unknown>>)[name] === hidden;
}
