export { type ReadXmlSettings, readXml } from './xml/read-xml.ts';
export { type WriteXmlSettings, writeXml } from './xml/write-xml.ts';
export { xml } from './xml/xml.ts';
export type { XmlDocument, XmlElement } from './xml/xml-document.ts';
