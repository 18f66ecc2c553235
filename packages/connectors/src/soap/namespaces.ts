import { localName } from './xml-value.ts';

/** Namespaces by the prefixes that the caller uses for them, whatever the other side calls them. */
export type Namespaces = Readonly<Record<string, string>>;

/** Of the envelope, by version. SOAP 1.1 section 3; SOAP 1.2 part 1 section 5.1. */
export const envelopeNamespaces = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
} as const;

/** A version of SOAP. */
export type SoapVersion = keyof typeof envelopeNamespaces;

/** Namespaces that mean the same everywhere. WS-Security: SOAP Message Security 1.0 section 2.2. */
export const knownNamespaces = {
  xml: 'http://www.w3.org/XML/1998/namespace',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
  wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  wsu: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd',
} as const;

/**
 * The namespaces of an envelope: the caller's own and those that every envelope may need.
 *
 * @throws TypeError for a prefix that cannot be one or means something else, and for a namespace with two prefixes.
 */
export function envelopeScope(own: Namespaces, version: SoapVersion): ReadonlyMap<string, string> {
  const scope = new Map<string, string>([...Object.entries(knownNamespaces), ['soap', envelopeNamespaces[version]]]);
  for (const [prefix, uri] of Object.entries(own)) {
    if (!localName.test(prefix) || /^xmlns$/i.test(prefix)) throw new TypeError(`"${prefix}" cannot be a prefix`);
    if (uri === '') throw new TypeError(`the prefix ${prefix} needs a namespace`);
    if ((scope.get(prefix) ?? uri) !== uri) throw new TypeError(`the prefix ${prefix} means ${scope.get(prefix)} here`);
    scope.set(prefix, uri);
  }
  const twice = [...scope].find(([prefix, uri]) =>
    [...scope].some(([other, same]) => same === uri && other !== prefix),
  );
  if (twice !== undefined) throw new TypeError(`the namespace ${twice[1]} has two prefixes, one of them ${twice[0]}`);
  return scope;
}
