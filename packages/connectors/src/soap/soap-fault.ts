import { type DecodeRules, decodeElement } from './decode-element.ts';
import { envelopeNamespaces, type SoapVersion } from './namespaces.ts';
import type { XmlElement } from './read-element.ts';
import type { XmlValue } from './xml-value.ts';

/** What a service answers instead of a result: SOAP 1.1 section 4.4, SOAP 1.2 part 1 section 5.4. */
export interface SoapFault {
  readonly version: SoapVersion;
  /** The code in the words of SOAP 1.2, whichever version it came in; undefined for a code of the service's own. */
  readonly code: 'Sender' | 'Receiver' | 'MustUnderstand' | 'VersionMismatch' | 'DataEncodingUnknown' | undefined;
  /** Code and subcodes as they came, the most general first: `{namespace}name`, or as written where the prefix is unknown. */
  readonly codes: readonly string[];
  /** The text for a person, as it came; in English where there are several. */
  readonly reason: string;
  /** What the service adds. Elements that come twice are lists, and text among elements stands under `#text`. */
  readonly detail: XmlValue | undefined;
}

/** The fault that a body holds; undefined when it holds none. */
export function readFault(body: XmlElement, version: SoapVersion, rules: DecodeRules): SoapFault | undefined {
  const fault = body.children.find(isFault);
  if (fault === undefined) return undefined;
  const codes = codesOf(fault);
  const reason = part(fault, 'faultstring') ?? reasonOf(part(fault, 'Reason'));
  const detail = part(fault, 'detail') ?? part(fault, 'Detail');
  const detailRules = { ...rules, lists: new Set<string>(), strict: false };
  return {
    version,
    code: standardCode(codes[0] ?? ''),
    codes,
    reason: reason?.text ?? '',
    detail: detail && decodeElement(detail, detailRules, 'detail'),
  };
}

/**
 * In the namespace of either version, since services answer in the other one too; in none where it has the code of a fault. Taken
 * for a result, it would make a success of what failed.
 */
function isFault(element: XmlElement): boolean {
  const { uri, local } = element.name;
  if (local !== 'Fault') return false;
  if (uri === '') return (part(element, 'faultcode') ?? part(element, 'Code')) !== undefined;
  return uri === envelopeNamespaces['1.1'] || uri === envelopeNamespaces['1.2'];
}

/**
 * By the local name alone, and by the form of either version: services send faults of the form of 1.2 in envelopes of 1.1, and
 * parts in a namespace that should be in none.
 */
function part(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find(({ name }) => name.local === local);
}

function codesOf(fault: XmlElement): readonly string[] {
  const single = part(fault, 'faultcode');
  if (single !== undefined) return [qualified(single)];
  const codes: string[] = [];
  for (let code = part(fault, 'Code'); code !== undefined; code = part(code, 'Subcode')) {
    const value = part(code, 'Value');
    if (value !== undefined) codes.push(qualified(value));
  }
  return codes;
}

function reasonOf(reason: XmlElement | undefined): XmlElement | undefined {
  const texts = reason?.children.filter(({ name }) => name.local === 'Text') ?? [];
  return texts.find(({ attributes }) => attributes.some(isEnglish)) ?? texts[0];
}

/** A text that is a name with a prefix of its place. */
function qualified({ text, scope }: XmlElement): string {
  const [prefix = '', local] = text.trim().split(':', 2);
  const uri = local === undefined ? scope.get('') : scope.get(prefix);
  return uri === undefined || uri === '' ? text.trim() : `{${uri}}${local ?? prefix}`;
}

/** The name of a code, without its namespace or a prefix that nobody declared. */
export function codeName(code: string): string {
  return code.replace(/^(?:\{[^}]*\}|[^:{}]*:)/, '');
}

/** SOAP 1.1 lets a code go on behind a point: `Client.Authentication` (section 4.4.1). */
function standardCode(code: string): SoapFault['code'] {
  const isOther = code.startsWith('{') && !Object.values(envelopeNamespaces).some((uri) => code.startsWith(`{${uri}}`));
  // Many services write `Client` without a prefix, or with one that they do not declare.
  return isOther ? undefined : standardCodes.get(codeName(code).split('.')[0] ?? '');
}

const standardCodes = new Map<string, NonNullable<SoapFault['code']>>([
  ['Client', 'Sender'],
  ['Sender', 'Sender'],
  ['Server', 'Receiver'],
  ['Receiver', 'Receiver'],
  ['MustUnderstand', 'MustUnderstand'],
  ['VersionMismatch', 'VersionMismatch'],
  ['DataEncodingUnknown', 'DataEncodingUnknown'],
]);

function isEnglish({ name, value }: XmlElement['attributes'][number]): boolean {
  return name.local === 'lang' && /^en\b/i.test(value);
}
