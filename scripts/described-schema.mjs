// A JSON Schema with the sentences that stand in the TypeScript interface of the same shape, so that an editor shows them.
import ts from 'typescript';

/**
 * The schema with a `description` at each place whose field, or whose interface, has a docstring. `file` declares the interface
 * `name`; the schema and the interface are walked side by side, and of several forms the one is taken that has the fields.
 */
export function describedSchema(schema, { file, name, options }) {
  const program = ts.createProgram([file], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const declared = source.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === name);
  if (!declared) throw new Error(`${file} declares no interface ${name}`);
  const described = structuredClone(schema);
  describe(described, checker.getTypeAtLocation(declared), {
    checker,
    definitions: described.definitions,
    seen: new Set(),
  });
  return described;
}

function describe(schema, type, run) {
  const found = run.checker.getNonNullableType(type);
  if (schema.$ref !== undefined) return describeDefinition(schema.$ref, found, run);
  say(schema, found.getSymbol(), run);
  for (const form of schema.anyOf ?? schema.oneOf ?? []) {
    const fitting = formOf(form, found, run);
    if (fitting) describe(form, fitting, run);
  }
  for (const [name, field] of Object.entries(schema.properties ?? {})) describeField(name, field, found, run);
  if (isSchema(schema.items)) describeInside(schema.items, found.getNumberIndexType(), run);
  if (isSchema(schema.additionalProperties)) {
    const [first] = found.getProperties();
    const inside = found.getStringIndexType() ?? (first && run.checker.getTypeOfSymbol(first));
    describeInside(schema.additionalProperties, inside, run);
  }
}

function describeDefinition(reference, type, run) {
  const definition = run.definitions?.[reference.replace('#/definitions/', '')];
  if (!definition || run.seen.has(reference)) return;
  run.seen.add(reference);
  describe(definition, type, run);
}

function describeField(name, field, type, run) {
  const symbol = type.getProperty(name);
  if (!symbol) return;
  const words = wordsOf(symbol, run);
  describe(field, run.checker.getTypeOfSymbol(symbol), run);
  // What is said of the field here goes before what is said of the interface that it holds.
  if (words !== '') field.description = words;
}

function describeInside(schema, type, run) {
  if (type) describe(schema, type, run);
}

/** Of a union the part that a form of the schema stands for: it has all its fields, and the same words where they are fixed. */
function formOf(form, type, run) {
  const parts = type.isUnion() ? type.types : [type];
  if (form.items) return parts.find((part) => part.getNumberIndexType());
  if (form.properties) return parts.find((part) => hasFields(part, form.properties, run));
  return form.additionalProperties ? parts.find((part) => part.getStringIndexType()) : undefined;
}

function hasFields(type, properties, { checker }) {
  return Object.entries(properties).every(([name, field]) => {
    const symbol = type.getProperty(name);
    if (!symbol) return false;
    if (field.const === undefined) return true;
    const value = checker.getNonNullableType(checker.getTypeOfSymbol(symbol));
    return !value.isStringLiteral() || value.value === field.const;
  });
}

function say(schema, symbol, run) {
  // Of an interface of ours; what the language says of its own types is no help here.
  const [declaration] = symbol?.declarations ?? [];
  if (!declaration || !ts.isInterfaceDeclaration(declaration)) return;
  if (declaration.getSourceFile().hasNoDefaultLib) return;
  const words = wordsOf(symbol, run);
  if (words !== '') schema.description = words;
}

function wordsOf(symbol, { checker }) {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return text
    .replaceAll(/\{@link ([^}]+)\}/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function isSchema(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
