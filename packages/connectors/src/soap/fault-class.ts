import type { ErrorClass } from '../port/error-class.ts';
import { knownNamespaces } from './namespaces.ts';
import { codeName, type SoapFault } from './soap-fault.ts';

/**
 * What a fault means for a request that reads and for one that writes. After a fault of the receiver a write may have been
 * done. `classes` are the caller's own, by a code as it came or by its name without namespace, and go first.
 */
export function classOfFault(
  { code, codes }: SoapFault,
  kind: 'read' | 'write',
  classes: Readonly<Record<string, ErrorClass>> = {},
): ErrorClass {
  for (const each of codes.toReversed()) {
    const name = codeName(each);
    const own = [each, name].find((key) => Object.hasOwn(classes, key));
    if (own !== undefined) return classes[own] ?? 'contract-drift';
    const security = securityClasses.get(each) ?? (code === undefined ? securityClasses.get(name) : undefined);
    if (security !== undefined) return security;
  }
  switch (code) {
    case 'Sender':
      return 'validation';
    case 'Receiver':
      return kind === 'read' ? 'unavailable' : 'timeout-unknown';
    case undefined:
      return 'contract-drift';
    default:
      return 'config';
  }
}

/** WS-Security: SOAP Message Security 1.1 section 12, and wsu:MessageExpired of its section 10. */
const securityClasses: ReadonlyMap<string, ErrorClass> = new Map(
  (
    [
      ['FailedAuthentication', 'auth'],
      ['FailedCheck', 'auth'],
      ['InvalidSecurityToken', 'auth'],
      ['SecurityTokenUnavailable', 'auth'],
      ['MessageExpired', 'auth'],
      ['InvalidSecurity', 'config'],
      ['UnsupportedSecurityToken', 'config'],
      ['UnsupportedAlgorithm', 'config'],
    ] as const
  ).flatMap(([name, meaning]) =>
    ['', `{${knownNamespaces.wsse}}`, `{${knownNamespaces.wsu}}`].map((uri) => [`${uri}${name}`, meaning] as const),
  ),
);
