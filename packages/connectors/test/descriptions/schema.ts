/** As much of JSON Schema and of OpenAPI's dialect of it as descriptions are read with. */
export interface Schema {
  readonly [keyword: string]: unknown;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[] | boolean;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
}

/** Gives the schema that a reference (`#/components/schemas/order`) names. */
export type Resolve = (reference: string) => Schema;

/** Whether a value is an object with names, and no list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Resolves references within a document; throws a RangeError for one that leads nowhere. */
export function resolverOf(document: unknown): Resolve {
  return (reference) => {
    const names = reference
      .replace(/^#\//, '')
      .split('/')
      .map((name) => decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~'));
    const found = names.reduce<unknown>((at, name) => (isRecord(at) ? at[name] : undefined), document);
    if (!isRecord(found)) throw new RangeError(`${reference} leads nowhere`);
    return found;
  };
}
