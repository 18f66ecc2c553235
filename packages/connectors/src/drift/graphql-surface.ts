import type { GraphqlField, GraphqlReference, GraphqlType, GraphqlTypes } from './graphql-types.ts';
import { objectShape } from './object-shape.ts';
import type { FieldShape, OperationShape, Surface, ValueShape } from './surface.ts';

/** What a GraphQL schema offers: an operation for each field of its roots, `query order` and `mutation orderCreate`. */
export function graphqlSurface({ query, mutation, types }: GraphqlTypes): Surface {
  const shapes = new GraphqlShapes(types);
  const roots: readonly (readonly [string, string | undefined])[] = [
    ['query', query],
    ['mutation', mutation],
  ];
  const surface = new Map<string, OperationShape>();
  for (const [word, root] of roots)
    for (const field of types.get(root ?? '')?.fields ?? []) {
      const name = `${word} ${field.name}`;
      surface.set(name, {
        deprecated: field.deprecated,
        sends: objectShape(`${name} arguments`, shapes.fields(field.arguments)),
        mustSend: false,
        reads: shapes.of(field.type),
      });
    }
  return surface;
}

/** The shapes of a schema's types, each made once. */
class GraphqlShapes {
  private readonly types: ReadonlyMap<string, GraphqlType>;
  private readonly known = new Map<string, ValueShape>();

  constructor(types: ReadonlyMap<string, GraphqlType>) {
    this.types = types;
  }

  fields(fields: readonly GraphqlField[]): ReadonlyMap<string, FieldShape> {
    return new Map(
      fields.map((field) => [
        field.name,
        {
          required: field.type.kind === 'required' && !field.hasDefault,
          deprecated: field.deprecated,
          arguments: this.fields(field.arguments),
          value: () => this.of(field.type),
        },
      ]),
    );
  }

  /** That it is always there counts at the field that has the type. */
  of(reference: GraphqlReference): ValueShape {
    if (reference.kind === 'required') return this.of(reference.of);
    if (reference.kind === 'named') return this.named(reference.name);
    const { of } = reference;
    return { id: `[${nameOf(of)}]`, types: new Set(['array']), limits: new Map(), items: () => this.of(of) };
  }

  private named(name: string): ValueShape {
    const found = this.known.get(name);
    if (found !== undefined) return found;
    const type = this.types.get(name);
    const made: ValueShape = {
      id: name,
      name,
      types: new Set([typeOf(type, name)]),
      limits: new Map(),
      values: type?.kind === 'enum' ? new Set(type.values) : undefined,
      fields: type === undefined || ['scalar', 'enum'].includes(type.kind) ? undefined : () => this.fieldsOf(type),
    };
    this.known.set(name, made);
    return made;
  }

  /** Of what may be several types: what all have, and each as `on PurchasingCompany`. */
  private fieldsOf(type: GraphqlType): ReadonlyMap<string, FieldShape> {
    const ways = this.membersOf(type).map((member): [string, FieldShape] => [
      `on ${member}`,
      { required: false, value: () => this.named(member) },
    ]);
    return new Map([...this.fields(type.fields), ...ways]);
  }

  private membersOf({ kind, name, others }: GraphqlType): readonly string[] {
    if (kind === 'union') return others;
    if (kind !== 'interface') return [];
    const all = [...this.types.values()];
    return all.filter((one) => one.kind === 'object' && one.others.includes(name)).map((one) => one.name);
  }
}

/** An object by another name is as good where its fields are; of a scalar the name is all that is known. */
function typeOf(type: GraphqlType | undefined, name: string): string {
  if (type === undefined || type.kind === 'scalar') return name;
  return type.kind === 'enum' ? 'enum' : 'object';
}

function nameOf(reference: GraphqlReference): string {
  if (reference.kind === 'named') return reference.name;
  return `${nameOf(reference.of)}${reference.kind === 'list' ? '[]' : '!'}`;
}
