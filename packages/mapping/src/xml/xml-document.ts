/**
 * An XML document as plain data: one property, the root element by its name. An element with text alone is that text;
 * any other has its attributes (`@id`), its text (`#text`) and its elements by name, several of one name as a list. Prefixes
 * of namespaces stay in the names; comments and instructions are left out, and with mixed content the order of text.
 */
export type XmlDocument = { [element: string]: XmlElement };

/** An element: its text where it has nothing else, or its attributes, text and elements by name. */
export type XmlElement = string | { [name: string]: XmlElement | XmlElement[] };
