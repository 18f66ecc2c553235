const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/**
 * A text as a literal of SOQL, of which nothing can break out (SOQL and SOSL Reference, "Quoted String Escape Sequences"
 * and "Reserved Characters"). Other control characters become `\uXXXX`.
 */
export function soqlText(text: string): string {
  return `'${[...text].map((sign) => escapes[sign] ?? (isControl(sign) ? unicode(sign) : sign)).join('')}'`;
}

function isControl(sign: string): boolean {
  return sign < ' ' || sign === '\u2028' || sign === '\u2029';
}

function unicode(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
