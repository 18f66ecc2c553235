export {
  type EnvelopeContent,
  type EnvelopeRead,
  type ReadRules,
  readEnvelope,
  writeEnvelope,
} from './soap/envelope.ts';
export type { Namespaces, SoapVersion } from './soap/namespaces.ts';
export { passwordDigest, type SoapSecurity, securityHeader } from './soap/security-header.ts';
export {
  type SoapAnswer,
  type SoapClient,
  type SoapRequest,
  type SoapSettings,
  soapClient,
} from './soap/soap-client.ts';
export type { SoapFault } from './soap/soap-fault.ts';
export { XmlFault, type XmlObject, type XmlValue } from './soap/xml-value.ts';
