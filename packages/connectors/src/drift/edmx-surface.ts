import type { EdmxEntity, EdmxModel, EdmxProperty } from './edmx-model.ts';
import { objectShape } from './object-shape.ts';
import type { FieldShape, OperationShape, Surface, ValueShape } from './surface.ts';

/** Who meets a property: it may be creatable and not updatable. */
type Purpose = 'read' | 'create' | 'update';

/**
 * What an OData service offers. Of a set there are `GET`, `POST`, `PATCH` and `DELETE` by its name, with the values of its entity;
 * a function is `POST /PostGoodsIssue`, and its parameters are its query.
 */
export function edmxSurface(model: EdmxModel): Surface {
  const shapes = new EdmxShapes(model);
  const plain = { deprecated: false, mustSend: false };
  const surface = new Map<string, OperationShape>();
  for (const set of model.sets) {
    const reads = shapes.named(set.entity, 'read');
    const path = `/${set.name}`;
    surface.set(`GET ${path}`, { ...plain, reads });
    if (set.creatable) surface.set(`POST ${path}`, { ...plain, sends: shapes.named(set.entity, 'create'), reads });
    if (set.updatable) surface.set(`PATCH ${path}`, { ...plain, sends: shapes.named(set.entity, 'update') });
    if (set.deletable) surface.set(`DELETE ${path}`, plain);
  }
  for (const { name, method, parameters, returns } of model.functions) {
    const fields = new Map(parameters.map((one) => [one.name, shapes.field(one, 'create')]));
    surface.set(`${method} /${name}`, {
      ...plain,
      query: objectShape(`${name} parameters`, fields),
      reads: returns === undefined ? undefined : shapes.ofType(returns, 'read'),
    });
  }
  return surface;
}

/** The shapes of a service's types, each made once. */
class EdmxShapes {
  private readonly entities: ReadonlyMap<string, EdmxEntity>;
  private readonly enums: ReadonlyMap<string, readonly string[]>;
  private readonly known = new Map<string, ValueShape>();

  constructor({ entities, enums }: EdmxModel) {
    this.entities = new Map(entities.map((entity) => [entity.name, entity]));
    this.enums = new Map(enums.map(({ name, values }) => [name, values]));
  }

  named(name: string, purpose: Purpose): ValueShape {
    const id = `${name} (${purpose})`;
    const found = this.known.get(id);
    if (found !== undefined) return found;
    const entity = this.entities.get(name);
    const values = this.enums.get(name);
    const made: ValueShape = {
      id,
      name: entity === undefined ? undefined : name,
      types: new Set([entity !== undefined ? 'object' : values !== undefined ? 'enum' : name]),
      limits: new Map(),
      values: values === undefined ? undefined : new Set(values),
      fields: entity === undefined ? undefined : () => this.fieldsOf(entity, purpose),
    };
    this.known.set(id, made);
    return made;
  }

  field(property: EdmxProperty, purpose: Purpose): FieldShape {
    const { creatable, updatable, nullable } = property;
    return {
      required: !nullable,
      readOnly: (purpose === 'create' && !creatable) || (purpose === 'update' && !updatable),
      value: () => this.ofProperty(property, purpose),
    };
  }

  ofType(type: string, purpose: Purpose): ValueShape {
    const [, inner] = /^Collection\((.*)\)$/.exec(type) ?? [];
    return inner === undefined ? this.named(type, purpose) : listOf(this.ofType(inner, purpose));
  }

  private fieldsOf({ properties, navigations }: EdmxEntity, purpose: Purpose): ReadonlyMap<string, FieldShape> {
    const own = properties.map((property): [string, FieldShape] => [property.name, this.field(property, purpose)]);
    const others = navigations.map(({ name, target, many }): [string, FieldShape] => {
      const value = () => (many ? listOf(this.named(target, purpose)) : this.named(target, purpose));
      return [name, { required: false, value }];
    });
    return new Map([...own, ...others]);
  }

  private ofProperty({ type, maxLength, precision, scale }: EdmxProperty, purpose: Purpose): ValueShape {
    const given = Object.entries({ maxLength, precision, scale });
    const limits = new Map(given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
    const shape = this.ofType(type, purpose);
    return limits.size === 0 ? shape : { ...shape, id: `${type} ${[...limits].join(' ')}`, limits };
  }
}

function listOf(items: ValueShape): ValueShape {
  return { id: `[${items.id}]`, types: new Set(['array']), limits: new Map(), items: () => items };
}
