/** A text in an OData expression (OData 2.0 §6, primitive types): in single quotes, one of its own doubled. */
export function odataText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
