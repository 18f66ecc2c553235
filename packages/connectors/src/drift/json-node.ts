/** An object of a JSON document. */
export type JsonNode = Readonly<Record<string, unknown>>;

/** Whether a value is an object with names, and no list. */
export function isJsonNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value where it is an object, else one without names. */
export function jsonNode(value: unknown): JsonNode {
  return isJsonNode(value) ? value : {};
}

/** The names and objects of an object of objects. */
export function jsonNodes(value: unknown): [name: string, node: JsonNode][] {
  return Object.entries(jsonNode(value)).flatMap(([name, inner]) => (isJsonNode(inner) ? [[name, inner]] : []));
}

/** The elements of a list; none where it is none. */
export function jsonList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
