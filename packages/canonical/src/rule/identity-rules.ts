import type { PartnerIdentity } from '../document/partner-identity.ts';
import { repeated } from './repeated.ts';
import type { Rule } from './rule.ts';

/** One address for two units would send one of them the other's documents. */
const addressesAreUnique: Rule<PartnerIdentity> = {
  code: 'interchange-address-repeated',
  severity: 'error',
  meaning: 'a qualifier, id and group id of one usage stand once',
  find: ({ interchanges = [] }) =>
    repeated(
      interchanges,
      ({ usage, qualifier, id, groupId }) => JSON.stringify([usage, qualifier, id, groupId ?? id]),
      ({ qualifier, id, usage }, index) => ({
        message: `The ${usage} address ${qualifier}/${id} stands more than once`,
        path: ['interchanges', index, 'id'],
        found: id,
      }),
    ),
};

const delimitersDiffer: Rule<PartnerIdentity> = {
  code: 'delimiters-equal',
  severity: 'error',
  meaning: 'the delimiters of an address differ from one another',
  *find({ interchanges = [] }) {
    for (const [index, { delimiters }] of interchanges.entries()) {
      const all = delimiters === undefined ? [] : Object.values(delimiters).filter((one) => one !== undefined);
      if (new Set(all).size === all.length) continue;
      const message = 'Two delimiters are the same character';
      yield {
        message,
        path: ['interchanges', index, 'delimiters'],
        expected: 'different characters',
        found: all.join(' '),
      };
    }
  },
};

const timeZoneIsKnown: Rule<PartnerIdentity> = {
  code: 'time-zone-unknown',
  severity: 'error',
  meaning: 'the time zone is one that this system knows by its IANA name',
  *find({ timeZone }) {
    if (timeZone === undefined || isTimeZone(timeZone)) return;
    const message = `${timeZone} is not a time zone`;
    yield { message, path: ['timeZone'], expected: 'an IANA name, for instance America/Chicago', found: timeZone };
  },
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const identityRules: readonly Rule<PartnerIdentity>[] = [addressesAreUnique, delimitersDiffer, timeZoneIsKnown];
