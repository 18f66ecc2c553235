// The fields of a JSON Schema as rows of a table in Markdown.

/** Rows `| field | what may stand there | … |` of an object, those of objects inside it too, named by their path. */
export function fieldRows(schema, columns, path = []) {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const place = [...path, name];
    const inside = field.properties ? fieldRows(field, columns, place) : [];
    if (inside.length > 0) return inside;
    const isRequired = (schema.required ?? []).includes(name);
    const cells = columns.map((column) => column({ path: place, field, isRequired }));
    return [`| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`];
  });
}

/** What may stand in a field, in words and code. */
export function kindOf(field) {
  if (field.const !== undefined) return inCode(field.const);
  if (field.enum) return field.enum.map(inCode).join(', ');
  if (field.$ref) return wordOf(field.$ref);
  const forms = field.anyOf ?? field.oneOf;
  if (forms) return [...new Set(forms.map(kindOf))].join(' or ');
  if (field.type === 'array') return `list of ${kindOf(field.items ?? {})}`;
  if (field.type === 'object') return field.additionalProperties ? 'object by name' : objectOf(field);
  return [field.type ?? 'any value'].flat().map(wordFor).join(' or ');
}

function objectOf({ properties = {}, required = [] }) {
  const names = Object.keys(properties).map((name) => (required.includes(name) ? name : `${name}?`));
  return `\`{ ${names.join(', ')} }\``;
}

function wordFor(type) {
  return { string: 'text', integer: 'whole number', boolean: '`true`, `false`' }[type] ?? type;
}

function wordOf(reference) {
  return `[${reference.split('/').at(-1)}](#${reference.split('/').at(-1)})`;
}

function inCode(value) {
  return `\`${JSON.stringify(value)}\``;
}
