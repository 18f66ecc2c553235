import { type DecodeRules, decodeChildren } from './decode-element.ts';
import { envelopeNamespaces, envelopeScope, type Namespaces, type SoapVersion } from './namespaces.ts';
import { readElement, type XmlElement } from './read-element.ts';
import { readFault, type SoapFault } from './soap-fault.ts';
import { writeChildren } from './write-element.ts';
import { XmlFault, type XmlObject } from './xml-value.ts';

/** What an envelope is written from. */
export interface EnvelopeContent {
  readonly version: SoapVersion;
  readonly namespaces: Namespaces;
  /** What goes into the header; there is no header when it is empty or absent. */
  readonly headers?: XmlObject | undefined;
  readonly body: XmlObject;
}

/** How an envelope is read. */
export interface ReadRules {
  readonly namespaces: Namespaces;
  /** Paths of elements that are always lists, from a child of the body on: `o:Orders/o:Order`. */
  readonly lists?: readonly string[] | undefined;
  /** Elements inside one another, the envelope included; 64 when absent. */
  readonly maximumDepth?: number | undefined;
  /** Elements and attributes, all together, every `=` in a text counted too; 200,000 when absent. */
  readonly maximumElements?: number | undefined;
}

/** What an envelope holds. */
export type EnvelopeRead =
  | { readonly kind: 'body'; readonly version: SoapVersion; readonly headers: XmlObject; readonly body: XmlObject }
  | { readonly kind: 'fault'; readonly fault: SoapFault }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Writes an envelope of SOAP 1.1 or 1.2, in UTF-8. Everything that means something in XML is escaped.
 *
 * @throws XmlFault for what cannot be written: a name or prefix that is none, a character that XML does not have.
 * @throws TypeError for namespaces that cannot be declared.
 */
export function writeEnvelope({ version, namespaces, headers = {}, body }: EnvelopeContent): string {
  const prefixes = envelopeScope(namespaces, version);
  const scope = { prefixes, maximumDepth: deepest };
  const [header, content] = [writeChildren(headers, scope, 'Header'), writeChildren(body, scope, 'Body')];
  const isUsed = (prefix: string) => prefix === 'soap' || `${header}${content}`.includes(`${prefix}:`);
  const declared = [...prefixes]
    .filter(([prefix]) => prefix !== 'xml' && isUsed(prefix))
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`)
    .join('');
  const top = header === '' ? '' : `<soap:Header>${header}</soap:Header>`;
  return `<?xml version="1.0" encoding="utf-8"?><soap:Envelope${declared}>${top}<soap:Body>${content}</soap:Body></soap:Envelope>`;
}

const deepest = 64;

/**
 * Reads an envelope of either version. Names come with the caller's prefixes, whatever those of the document are; texts come as
 * they stand. What is wrong with it is a value.
 *
 * @throws TypeError for namespaces that cannot be declared.
 */
export function readEnvelope(xml: string, rules: ReadRules): EnvelopeRead {
  const { namespaces, lists = [], maximumDepth = deepest, maximumElements = 200_000 } = rules;
  const own = envelopeScope(namespaces, '1.1');
  try {
    const envelope = readElement(xml, { maximumDepth, maximumElements });
    const version = versionOf(envelope);
    const uri = envelopeNamespaces[version];
    const prefixOf = new Map([...own].map(([prefix, each]) => [each, prefix]));
    prefixOf.delete(envelopeNamespaces['1.1']);
    prefixOf.set(uri, 'soap');
    const part = (local: string) => envelope.children.filter(({ name }) => name.uri === uri && name.local === local);
    const [body, ...more] = part('Body');
    if (body === undefined || more.length > 0) throw new XmlFault('the envelope does not have exactly one Body');
    const bodyRules: DecodeRules = { prefixOf, lists: new Set(lists), strict: true };
    const fault = readFault(body, version, bodyRules);
    if (fault !== undefined) return { kind: 'fault', fault };
    const [header] = part('Header');
    const headerRules: DecodeRules = { prefixOf, lists: new Set(), strict: false };
    const headers = header === undefined ? {} : decodeChildren(header, headerRules);
    return { kind: 'body', version, headers, body: decodeChildren(body, bodyRules) };
  } catch (error) {
    if (error instanceof XmlFault) return { kind: 'unreadable', reason: error.message };
    throw error;
  }
}

function versionOf({ name: { uri, local } }: XmlElement): SoapVersion {
  if (local === 'Envelope' && uri === envelopeNamespaces['1.1']) return '1.1';
  if (local === 'Envelope' && uri === envelopeNamespaces['1.2']) return '1.2';
  throw new XmlFault('the document is no envelope of SOAP 1.1 or 1.2');
}
