// The shape of a guide's JSON (src/guide/guide-shape.ts) once more, as JSON Schema: this package has no library of schemas.
// tests/house/schemas.test.ts changes guides in every place and compares what both say.

/** Text as the shape takes it: without control characters other than line breaks. */
const text = (maxLength: number, minLength = 1) => ({
  type: 'string',
  minLength,
  maxLength,
  pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]*$',
});
const integer = (minimum: number, maximum: number) => ({ type: 'integer', minimum, maximum });
const oneOf = (...words: readonly string[]) => ({ type: 'string', enum: words });
const list = (items: object, maxItems: number, minItems = 0) => ({ type: 'array', minItems, maxItems, items });
const record = (additionalProperties: object, maxProperties: number) => ({
  type: 'object',
  maxProperties,
  additionalProperties,
});
const object = (properties: Readonly<Record<string, object>>, ...required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const flag = { type: 'boolean' };
const day = { type: 'string', format: 'date' };
const path = text(200);
const words = text(2000);
const code = text(80);
const character = text(2);
const uses = integer(0, 1_000_000);
const condition = { $ref: '#/definitions/condition' };

const values = {
  minimum: integer(1, 1_000_000),
  maximum: integer(1, 1_000_000),
  format: oneOf('digits', 'letters', 'letters-and-digits', 'upper-case', 'no-blanks'),
  starts: code,
};
const place = object(
  {
    path,
    usage: oneOf('required', 'used', 'dependent', 'not-used'),
    least: uses,
    most: uses,
    codes: list({ anyOf: [code, object({ code, label: text(200) }, 'code')] }, 5000, 1),
    ...values,
    name: text(200),
    notes: words,
  },
  'path',
);

/** How deep conditions may lie in one another is left to `readGuide`. */
const conditions = {
  anyOf: [
    { ...object({ path, is: list(code, 1000, 1), ...values }, 'path'), minProperties: 2 },
    object({ path, present: flag }, 'path', 'present'),
    object({ all: list(condition, 50, 1) }, 'all'),
    object({ any: list(condition, 50, 1) }, 'any'),
    object({ not: condition }, 'not'),
  ],
};

/** The schema of a guide, draft 7. */
export const guideSchema = {
  ...object(
    {
      $schema: words,
      name: text(200),
      version: text(80),
      set: text(3),
      release: text(12),
      effective: object({ from: day, to: day }),
      provenance: list(words, 100),
      notes: list(words, 1000),
      example: text(100_000),
      characters: object(
        {
          set: oneOf('basic', 'extended'),
          also: text(1000),
          except: text(1000),
          replace: record(text(20, 0), 1000),
          fold: flag,
          otherwise: text(20, 0),
        },
        'set',
      ),
      separators: object(
        { element: character, component: character, segment: character, repetition: character },
        'element',
        'component',
        'segment',
      ),
      levels: list(list(text(2), 20, 1), 100, 1),
      violations: record(oneOf('reject', 'accept-with-errors', 'silent'), 200),
      places: list(place, 5000),
      conditions: list(
        object({ id: code, at: path, when: condition, must: condition, text: words }, 'id', 'must'),
        1000,
      ),
    },
    'name',
    'set',
    'release',
  ),
  definitions: { condition: conditions },
};
