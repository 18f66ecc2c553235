/** A text in an OData 4 expression (URL Conventions §5.1.1.14, literals): in single quotes, one of its own doubled. */
export function odataText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
