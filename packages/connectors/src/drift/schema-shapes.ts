import { isJsonNode, type JsonNode, jsonList, jsonNode, jsonNodes } from './json-node.ts';
import type { FieldShape, ValueShape } from './surface.ts';

/** Formats that make another value of a text; the others only tell how large a number is. */
const tellingFormats = new Set(['date', 'date-time', 'time', 'uuid', 'byte', 'binary']);
const limitNames = ['maxLength', 'maximum', 'maxItems'];

/** How many references may follow one another before a document is taken to be wrong. */
const deepest = 50;

/** The shapes of the schemas of an OpenAPI document, references followed, each made once. */
export class SchemaShapes {
  private readonly document: JsonNode;
  private readonly known = new Map<JsonNode, ValueShape>();

  constructor(document: JsonNode) {
    this.document = document;
  }

  of(schema: JsonNode): ValueShape {
    const found = this.known.get(schema);
    if (found !== undefined) return found;
    const made = this.make(schema);
    this.known.set(schema, made);
    return made;
  }

  /** What a reference leads to; an object without names where it leads nowhere. */
  follow(value: unknown): JsonNode {
    let node = jsonNode(value);
    for (let depth = 0; typeof node['$ref'] === 'string' && depth < deepest; depth += 1) node = this.at(node['$ref']);
    return node;
  }

  private make(schema: JsonNode): ValueShape {
    const reference = typeof schema['$ref'] === 'string' ? schema['$ref'] : undefined;
    const parts = this.partsOf(schema);
    const values = parts.map((part) => part['enum']).filter(Array.isArray);
    const items = parts.map((part) => part['items']).find(isJsonNode);
    const hasFields = parts.some((part) => isJsonNode(part['properties']));
    return {
      id: reference ?? `schema ${this.known.size}`,
      name: reference?.slice(reference.lastIndexOf('/') + 1),
      types: new Set(parts.flatMap(typesOf)),
      limits: new Map(parts.flatMap(limitsOf)),
      values: values.length === 0 ? undefined : new Set(values.flat().map(String)),
      fields: hasFields ? () => this.fieldsOf(parts) : undefined,
      items: items === undefined ? undefined : () => this.of(items),
    };
  }

  /**
   * The schema and all that it is made of: of `oneOf` and `anyOf` each way, with what it requires left out. What is referred to
   * twice counts once, so that a document can not grow by its references.
   */
  private partsOf(schema: JsonNode, met = new Set<unknown>()): readonly JsonNode[] {
    const reference = schema['$ref'];
    if (typeof reference === 'string') {
      if (met.has(reference)) return [];
      met.add(reference);
      return this.partsOf(this.follow(schema), met);
    }
    const { allOf, oneOf, anyOf, ...own } = schema;
    const all = nodesIn(allOf).flatMap((part) => this.partsOf(part, met));
    const ways = [...nodesIn(oneOf), ...nodesIn(anyOf)].flatMap((part) => this.partsOf(part, met));
    return [own, ...all, ...ways.map(({ required: _required, ...way }) => way)];
  }

  private fieldsOf(parts: readonly JsonNode[]): ReadonlyMap<string, FieldShape> {
    const required = new Set(parts.flatMap((part) => jsonList(part['required'])).map(String));
    const fields = parts.flatMap((part) => jsonNodes(part['properties']));
    return new Map(
      fields.map(([name, schema]) => [
        name,
        {
          required: required.has(name),
          readOnly: this.partsOf(schema).some((part) => part['readOnly'] === true),
          deprecated: schema['deprecated'] === true,
          value: () => this.of(schema),
        },
      ]),
    );
  }

  private at(reference: string): JsonNode {
    const names = reference.replace(/^#\//, '').split('/').map(decoded);
    return jsonNode(names.reduce<unknown>((node, name) => (isJsonNode(node) ? node[name] : undefined), this.document));
  }
}

/** A name in a reference (RFC 6901, 6). What is no encoding stays as it is, and leads nowhere. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
  } catch {
    return name;
  }
}

function nodesIn(list: unknown): readonly JsonNode[] {
  return jsonList(list).filter(isJsonNode);
}

function typesOf(part: JsonNode): readonly string[] {
  const nullable = part['nullable'] === true || part['x-nullable'] === true ? ['null'] : [];
  const { type, format } = part;
  if (Array.isArray(type)) return [...type.map(String), ...nullable];
  if (typeof type !== 'string') return isJsonNode(part['properties']) ? ['object', ...nullable] : nullable;
  const telling = typeof format === 'string' && tellingFormats.has(format);
  return [telling ? `${type} (${format})` : type, ...nullable];
}

function limitsOf(part: JsonNode): readonly [string, number][] {
  return limitNames.flatMap((name): [string, number][] => {
    const value = part[name];
    return typeof value === 'number' ? [[name, value]] : [];
  });
}
