/** A text in SuiteQL: in single quotes, one of its own doubled. */
export function suiteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
