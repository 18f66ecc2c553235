/** An address of its template: `{baseUrl}/admin/api/{apiVersion}`. Throws a TypeError for a place that has no value. */
export function fillAddress(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new TypeError(`the address needs ${name}`);
    return value.replace(/\/$/, '');
  });
}
