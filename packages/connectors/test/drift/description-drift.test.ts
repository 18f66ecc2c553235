import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { descriptionDrift } from '../../src/drift/description-drift.ts';
import { readSurface } from '../../src/drift/read-surface.ts';
import { readUses, type Uses } from '../../src/drift/uses.ts';

/** A small shop in OpenAPI 3; a row of the table changes a copy of it. */
const shop = {
  openapi: '3.0.3',
  paths: {
    '/orders': {
      parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
      get: {
        responses: {
          200: {
            content: {
              'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Order' } } },
            },
          },
        },
      },
      post: {
        requestBody: {
          required: false,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/NewOrder' } } },
        },
        responses: { 201: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } } } },
      },
    },
    '/orders/{id}': { delete: { responses: { 204: {} } } },
  },
  components: {
    schemas: {
      Order: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'integer' },
          status: { type: 'string', enum: ['open', 'closed'] },
          total: { type: 'string' },
          placed: { type: 'string', format: 'date-time' },
          next: { $ref: '#/components/schemas/Order' },
        },
      },
      NewOrder: {
        allOf: [
          {
            type: 'object',
            required: ['reference'],
            properties: {
              reference: { type: 'string', maxLength: 20 },
              status: { type: 'string', enum: ['open', 'closed'] },
              note: { type: 'string', nullable: true },
            },
          },
          {
            type: 'object',
            properties: {
              items: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['sku'],
                  properties: { sku: { type: 'string' }, quantity: { type: 'integer' } },
                },
              },
            },
          },
        ],
      },
    },
  },
};
type Shop = typeof shop;

const uses: Uses = {
  operations: {
    'GET /orders': { query: ['limit'], reads: ['[].id', '[].status', '[].next.id'] },
    'POST /orders': { sends: ['reference', 'status', 'note', 'items[].sku', 'items[].quantity'], reads: ['id'] },
  },
};

/** A change to the description, in words, and what it means for who uses it so. */
const changes: readonly (readonly [name: string, change: (shop: Shop) => void, expected: readonly string[]])[] = [
  ['nothing', () => {}, []],
  [
    'an operation that is used is taken away',
    ({ paths }) => remove(paths['/orders'], 'post'),
    ['breaking operation-removed POST /orders'],
  ],
  ['an operation that is not used is taken away', ({ paths }) => remove(paths, '/orders/{id}'), []],
  [
    'a path has another name',
    ({ paths }) => rename(paths, '/orders', '/sales'),
    ['breaking operation-removed GET /orders', 'breaking operation-removed POST /orders'],
  ],
  [
    'a field that is read is taken away',
    ({ components }) => remove(components.schemas.Order.properties, 'status'),
    ['breaking field-removed GET /orders reads [].status'],
  ],
  [
    'a field that is not read is taken away',
    ({ components }) => remove(components.schemas.Order.properties, 'total'),
    [],
  ],
  [
    'a field that is read is another type',
    ({ components }) => set(components.schemas.Order.properties.id, { type: 'string' }),
    [
      'breaking type-changed GET /orders reads [].id',
      'breaking type-changed GET /orders reads [].next.id',
      'breaking type-changed POST /orders reads id',
    ],
  ],
  [
    'a field that is read may be null',
    ({ components }) => set(components.schemas.Order.properties.id, { nullable: true }),
    [
      'warning optional GET /orders reads [].id',
      'warning optional GET /orders reads [].next.id',
      'warning optional POST /orders reads id',
    ],
  ],
  [
    'a field that is read need not be there',
    ({ components }) => set(components.schemas.Order, { required: [] }),
    [
      'warning optional GET /orders reads [].id',
      'warning optional GET /orders reads [].next.id',
      'warning optional POST /orders reads id',
    ],
  ],
  [
    'a value comes to those that are read',
    ({ components }) => components.schemas.Order.properties.status.enum.push('held'),
    ['warning value-added GET /orders reads [].status'],
  ],
  [
    'a list that is read is an object',
    ({ paths }) =>
      set(paths['/orders'].get.responses[200].content['application/json'].schema, { type: 'object', items: undefined }),
    ['breaking type-changed GET /orders reads'],
  ],
  [
    'a parameter that is used is taken away',
    ({ paths }) => void paths['/orders'].parameters.pop(),
    ['breaking field-removed GET /orders query limit'],
  ],
  [
    'a parameter must be given',
    ({ paths }) =>
      void paths['/orders'].parameters.push({
        name: 'tenant',
        in: 'query',
        schema: { type: 'string' },
        required: true,
      } as never),
    ['breaking field-required GET /orders query tenant', 'breaking field-required POST /orders query tenant'],
  ],
  [
    'a header must be given',
    ({ paths }) =>
      void paths['/orders'].parameters.push({
        name: 'X-Key',
        in: 'header',
        schema: { type: 'string' },
        required: true,
      } as never),
    ['breaking field-required GET /orders headers X-Key', 'breaking field-required POST /orders headers X-Key'],
  ],
  [
    'a field that is sent is taken away',
    ({ components }) => remove(components.schemas.NewOrder.allOf[0]?.properties ?? {}, 'status'),
    ['breaking field-removed POST /orders sends status'],
  ],
  [
    'a field that is sent is shorter',
    ({ components }) => set(components.schemas.NewOrder.allOf[0]?.properties.reference, { maxLength: 10 }),
    ['breaking limit-shrunk POST /orders sends reference'],
  ],
  [
    'a field that is sent is longer',
    ({ components }) => set(components.schemas.NewOrder.allOf[0]?.properties.reference, { maxLength: 40 }),
    [],
  ],
  [
    'a field that is sent may be more than it was',
    ({ components }) =>
      set(components.schemas.NewOrder.allOf[0]?.properties.reference, {
        oneOf: [{ type: 'string' }, { type: 'integer' }],
      }),
    [],
  ],
  [
    'a field that is sent may not be null',
    ({ components }) => set(components.schemas.NewOrder.allOf[0]?.properties.note, { nullable: false }),
    ['warning type-changed POST /orders sends note'],
  ],
  [
    'a field that is sent is only read',
    ({ components }) => set(components.schemas.NewOrder.allOf[0]?.properties.status, { readOnly: true }),
    ['breaking field-read-only POST /orders sends status'],
  ],
  [
    'a field that is sent is deprecated',
    ({ components }) => set(components.schemas.NewOrder.allOf[0]?.properties.status, { deprecated: true }),
    ['warning deprecated POST /orders sends status'],
  ],
  [
    'a value is taken from those that are sent',
    ({ components }) => void components.schemas.NewOrder.allOf[0]?.properties.status?.enum.pop(),
    ['warning value-removed POST /orders sends status'],
  ],
  [
    'a field that is sent must be',
    ({ components }) => set(components.schemas.NewOrder.allOf[0], { required: ['reference', 'status'] }),
    ['warning field-required POST /orders sends status'],
  ],
  [
    'a field is new and must be sent',
    ({ components }) => addRequired(components.schemas.NewOrder.allOf[0], 'buyer'),
    ['breaking field-required POST /orders sends buyer'],
  ],
  [
    'a field of a line is new and must be sent',
    ({ components }) => addRequired(components.schemas.NewOrder.allOf[1]?.properties.items?.items, 'unit'),
    ['breaking field-required POST /orders sends items[].unit'],
  ],
  [
    'a field is new and need not be sent',
    ({ components }) => set(components.schemas.NewOrder.allOf[0]?.properties, { buyer: { type: 'string' } }),
    [],
  ],
  ['a text is a day', ({ components }) => set(components.schemas.Order.properties.placed, { format: 'date' }), []],
  [
    'a field is new and the system sets it',
    ({ components }) => {
      addRequired(components.schemas.NewOrder.allOf[0], 'number');
      set(components.schemas.NewOrder.allOf[0]?.properties, { number: { type: 'string', readOnly: true } });
    },
    [],
  ],
  [
    'a line is one of two kinds, of which only one asks for more',
    ({ components }) =>
      set(components.schemas.NewOrder.allOf[1]?.properties.items?.items, {
        oneOf: [{ type: 'object', required: ['unit'], properties: { unit: { type: 'string' } } }, { type: 'object' }],
      }),
    [],
  ],
  [
    'an operation is deprecated',
    ({ paths }) => set(paths['/orders'].get, { deprecated: true }),
    ['warning deprecated GET /orders'],
  ],
];

describe('what breaks when', () => {
  it.each(changes)('%s', (_, change, expected) => {
    expect(drift(JSON.stringify(shop), JSON.stringify(changed(change)), uses)).toEqual(expected);
  });

  it('everything is compared, each definition once', () => {
    const recent = changed(({ components: { schemas } }) => {
      remove(schemas.Order.properties, 'total');
      set(schemas.Order.properties.placed, { format: 'date' });
    });
    expect(drift(JSON.stringify(shop), JSON.stringify(recent))).toEqual([
      'breaking field-removed GET /orders reads Order.total',
      'breaking type-changed GET /orders reads Order.placed',
    ]);
  });

  it('a list names what never was: it is told, and not passed over', () => {
    const list: Uses = { operations: { 'GET /orders': { reads: ['[].colour', 'id'] }, 'GET /order': {} } };
    expect(drift(JSON.stringify(shop), JSON.stringify(shop), list)).toEqual([
      'breaking use-unknown GET /orders reads id',
      'breaking use-unknown GET /orders reads [].colour',
      'breaking use-unknown GET /order',
    ]);
  });

  it('the newer one calls a parameter of a path otherwise: nothing', () => {
    const recent = JSON.stringify(shop).replace('/orders/{id}', '/orders/{orderId}');
    expect(drift(JSON.stringify(shop), recent, { operations: { 'DELETE /orders/{id}': {} } })).toEqual([]);
  });

  it('both write paths from the root on, and the list does not: it is compared all the same', () => {
    const whole = (text: string) => text.replaceAll('"/orders', '"/shop/v2/orders');
    const recent = JSON.stringify(changed(({ components }) => remove(components.schemas.Order.properties, 'id')));
    expect(drift(whole(JSON.stringify(shop)), whole(recent), uses)).toEqual([
      'breaking field-removed GET /orders reads [].id',
      'breaking field-removed GET /orders reads [].next.id',
      'breaking field-removed POST /orders reads id',
    ]);
    // What stands elsewhere is another operation.
    expect(drift(whole(JSON.stringify(shop)), JSON.stringify(shop), uses)).toEqual([
      'breaking operation-removed GET /orders',
      'breaking operation-removed POST /orders',
    ]);
    const orders = shop.paths['/orders'];
    const before = { ...shop, paths: { '/carts/orders': orders, '/orders': orders } };
    const after = { ...shop, paths: { '/carts/orders': orders } };
    expect(drift(JSON.stringify(before), JSON.stringify(after), uses)).toEqual([
      'breaking operation-removed GET /orders',
      'breaking operation-removed POST /orders',
    ]);
  });

  it('a body must be sent by who sends none', () => {
    const recent = changed(({ paths }) => set(paths['/orders'].post.requestBody, { required: true }));
    const list: Uses = { operations: { 'POST /orders': { reads: ['id'] } } };
    expect(drift(JSON.stringify(shop), JSON.stringify(recent), list)).toEqual([
      'breaking body-required POST /orders sends',
    ]);
    expect(drift(JSON.stringify(shop), JSON.stringify(recent), uses)).toEqual([]);
  });

  it('all below a field is used', () => {
    const recent = changed(({ components }) => remove(components.schemas.Order.properties, 'total'));
    const list: Uses = { operations: { 'GET /orders': { reads: ['[].*'] } } };
    expect(drift(JSON.stringify(shop), JSON.stringify(recent), list)).toEqual([
      'breaking field-removed GET /orders reads Order.total',
    ]);
  });
});

const order = `
  """ An order. """
  type Order implements Node @key(fields: "id") { id: ID! name: String! status: Status note: String @deprecated(reason: "never") lines(first: Int, after: String): [Line!]! buyer: Buyer }
  type Line { sku: String quantity: Int! }
  interface Node { id: ID! }
  union Buyer = Person | Company
  type Person { email: String }
  type Company { id: ID! taxId: String }
  enum Status { OPEN CLOSED }
  scalar Money
  input OrderInput { reference: String! total: Money lines: [LineInput!] tags: [String!] = ["a", "b"] }
  input LineInput { sku: String! quantity: Int = 1 }
  directive @key(fields: String!) repeatable on OBJECT | INTERFACE
  type Query { order(id: ID!): Order node(id: ID!): Node }
  type Mutation { orderCreate(input: OrderInput!): Order }
  schema { query: Query mutation: Mutation }
`;
const graphqlUses: Uses = {
  operations: {
    'query order': { sends: ['id'], reads: ['name', 'status', 'lines(first).[].sku', 'buyer.on Company.taxId'] },
    'mutation orderCreate': { sends: ['input.reference', 'input.lines[].sku'], reads: ['id'] },
  },
};

const graphqlChanges: readonly (readonly [name: string, from: string, to: string, expected: readonly string[]])[] = [
  ['nothing', '', '', []],
  ['a field that is read is taken away', 'name: String!', '', ['breaking field-removed query order reads name']],
  ['a field that is read may be null', 'name: String!', 'name: String', ['warning optional query order reads name']],
  [
    'a field that is read is deprecated',
    'name: String!',
    'name: String! @deprecated',
    ['warning deprecated query order reads name'],
  ],
  [
    'a scalar is another',
    'sku: String quantity',
    'sku: ID quantity',
    ['breaking type-changed query order reads lines[].sku'],
  ],
  ['a list is none', '[Line!]!', 'Line!', ['breaking type-changed query order reads lines']],
  [
    'an argument that is given is taken away',
    'lines(first: Int, after: String)',
    'lines(after: String)',
    ['breaking argument-removed query order reads lines'],
  ],
  ['an argument that is not given is taken away', 'lines(first: Int, after: String)', 'lines(first: Int)', []],
  [
    'an argument must be given',
    'lines(first: Int, after: String)',
    'lines(first: Int, after: String!)',
    ['breaking argument-required query order reads lines'],
  ],
  ['an argument that is given must be', 'lines(first: Int, after: String)', 'lines(first: Int!, after: String)', []],
  [
    'an argument of the operation must be given',
    'order(id: ID!)',
    'order(id: ID!, shop: ID!)',
    ['breaking field-required query order sends shop'],
  ],
  ['an argument with a default must be there', 'order(id: ID!)', 'order(id: ID!, shop: ID! = "1")', []],
  [
    'a member of a union is taken away',
    'Person | Company',
    'Person',
    ['breaking field-removed query order reads buyer.on Company'],
  ],
  [
    'an enumeration has another value',
    'OPEN CLOSED',
    'OPEN CLOSED HELD',
    ['warning value-added query order reads status'],
  ],
  [
    'an input must have another field',
    'total: Money',
    'total: Money!',
    ['breaking field-required mutation orderCreate sends input.total'],
  ],
  [
    'an input of a line must have a field',
    'quantity: Int = 1',
    'quantity: Int!',
    ['breaking field-required mutation orderCreate sends input.lines[].quantity'],
  ],
  [
    'a mutation is taken away',
    'orderCreate(input: OrderInput!): Order',
    'orderMake(input: OrderInput!): Order',
    ['breaking operation-removed mutation orderCreate'],
  ],
  ['a type is called otherwise', 'type Line {', 'type Row { sku: String quantity: Int! } type Line {', []],
  ['a field comes by an extension', 'type Mutation', 'extend type Order { colour: String } type Mutation', []],
];

describe('what breaks in GraphQL when', () => {
  it.each(graphqlChanges)('%s', (_, from, to, expected) => {
    expect(order).toContain(from);
    expect(drift(order, order.replace(from, to), graphqlUses)).toEqual(expected);
  });
});

const edmx = `<?xml version="1.0"?><edmx:Edmx Version="1.0" xmlns:edmx="e" xmlns:sap="s" xmlns:m="m"><edmx:DataServices><Schema Namespace="S">
  <EntityType Name="OrderType"><Key><PropertyRef Name="Order"/></Key><Property Name="Order" Type="Edm.String" Nullable="false" MaxLength="10"/><Property Name="Total" Type="Edm.Decimal" Precision="15" Scale="3"/><Property Name="Buyer" Type="Edm.String" MaxLength="35"/><NavigationProperty Name="to_Item" Relationship="S.a" FromRole="f" ToRole="t"/></EntityType>
  <EntityType Name="ItemType"><Key><PropertyRef Name="Item"/></Key><Property Name="Item" Type="Edm.String" Nullable="false"/><Property Name="Material" Type="Edm.String" MaxLength="40"/></EntityType>
  <Association Name="a"><End Type="S.OrderType" Multiplicity="1" Role="f"/><End Type="S.ItemType" Multiplicity="*" Role="t"/></Association>
  <EntityContainer Name="C"><EntitySet Name="A_Order" EntityType="S.OrderType" sap:deletable="false"/><FunctionImport Name="Post" m:HttpMethod="POST"><Parameter Name="Order" Type="Edm.String" MaxLength="10"/></FunctionImport></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`;
const edmxUses: Uses = {
  operations: {
    'POST /A_Order': { sends: ['Buyer', 'Total', 'to_Item[].Material'], reads: ['Order'] },
    'GET /A_Order': { reads: ['Total', 'to_Item[].Item'] },
    'POST /Post': { query: ['Order'] },
  },
};
const edmxChanges: readonly (readonly [name: string, from: string, to: string, expected: readonly string[]])[] = [
  ['nothing', 'A_Order', 'A_Order', []],
  ['a text is shorter', 'MaxLength="35"', 'MaxLength="30"', ['breaking limit-shrunk POST /A_Order sends Buyer']],
  ['a decimal has fewer places', 'Scale="3"', 'Scale="2"', ['breaking limit-shrunk POST /A_Order sends Total']],
  [
    'a decimal is a text',
    'Edm.Decimal',
    'Edm.String',
    ['breaking type-changed POST /A_Order sends Total', 'breaking type-changed GET /A_Order reads Total'],
  ],
  [
    'a property may not be set',
    'MaxLength="35"',
    'MaxLength="35" sap:creatable="false"',
    ['breaking field-read-only POST /A_Order sends Buyer'],
  ],
  [
    'a property of an item is called otherwise',
    '"Material"',
    '"Product"',
    ['breaking field-removed POST /A_Order sends to_Item[].Material'],
  ],
  [
    'an item is only one',
    'Multiplicity="*"',
    'Multiplicity="1"',
    ['breaking type-changed POST /A_Order sends to_Item', 'breaking type-changed GET /A_Order reads to_Item'],
  ],
  [
    'nothing may be created',
    'sap:deletable="false"',
    'sap:creatable="false"',
    ['breaking operation-removed POST /A_Order'],
  ],
  [
    'a function has another parameter',
    '<Parameter',
    '<Parameter Name="Day" Type="Edm.DateTime"/><Parameter',
    ['breaking field-required POST /Post query Day'],
  ],
  ['a function is taken away', '"Post"', '"Issue"', ['breaking operation-removed POST /Post']],
];

describe('what breaks in OData when', () => {
  it.each(edmxChanges)('%s', (_, from, to, expected) => {
    expect(edmx).toContain(from);
    expect(drift(edmx, edmx.replace(from, to), edmxUses)).toEqual(expected);
  });
});

describe('a text that is no description', () => {
  it.each([
    ['nothing', ''],
    ['JSON of something else', '{"a":1}'],
    ['broken JSON', '{"openapi":'],
    ['HTML', '<html><body>404</body></html>'],
    ['an XML document with entities', '<!DOCTYPE x [<!ENTITY a "b">]><edmx:Edmx/>'],
    ['SDL that ends too early', 'type Query { a: '],
    ['brackets in brackets', `type Query { a: ${'['.repeat(200)}Int${']'.repeat(200)} }`],
    ['OpenAPI without a path', '{"openapi":"3.0.0","paths":null}'],
    ['SDL with types and no query', 'type Order { id: ID }'],
  ])('%s is refused with a TypeError', (_, text) => {
    expect(() => readSurface(text)).toThrow(TypeError);
  });

  it.each([
    ['types', '"type":', '{"kind":"LIST","ofType":', 'at most 100 "ofType" in one another'],
    ['arguments', '"args":[', '{"name":"tags","args":[', 'at most 100 "args" in one another'],
  ])(
    'an introspection answer with %s too deep in one another is refused, with the limit',
    (_, member, open, message) => {
      const close = open.endsWith('[') ? ']}' : '}';
      const at = (depth: number) => {
        const inner = `${open.repeat(depth)}${open.endsWith('[') ? '' : '{"name":"Int"}'}${close.repeat(depth)}`;
        const field = `{"name":"tags",${member}${inner}${member.endsWith('[') ? ']' : ''}}`;
        const type = `{"kind":"OBJECT","name":"Query","fields":[${field}]}`;
        return `{"__schema":{"queryType":{"name":"Query"},"types":[${type}]}}`;
      };
      expect(readSurface(at(100)).size).toBe(1);
      expect(() => readSurface(at(101))).toThrow(message);
      expect(() => readSurface(at(100_000))).toThrow(message);
    },
  );

  it('is refused with a TypeError whatever it is, and never with another fault', () => {
    const words = fc.constantFrom(
      'type',
      'Query',
      '{',
      '}',
      '(',
      ')',
      ':',
      '!',
      '[',
      ']',
      '"',
      '"""',
      '=',
      '@',
      'a',
      '|',
      '&',
      '#',
      '\n',
      'enum',
      'union',
      'extend',
      'schema',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (list) => {
        try {
          readSurface(list.join(' '));
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
        }
      }),
    );
  });

  it('does not grow by its references', () => {
    // Each refers twice to the next: read by each way that would be 2^40 schemas.
    const names = Array.from({ length: 40 }, (_, index) => `S${index}`);
    const schemas = Object.fromEntries(
      names.map((name, index) => [
        name,
        {
          allOf: Array(2).fill({ $ref: `#/components/schemas/S${(index + 1) % 40}` }),
          properties: { [name]: { type: 'string' } },
        },
      ]),
    );
    const document = {
      openapi: '3.0.0',
      paths: {
        '/a': {
          get: {
            responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/S0' } } } } },
          },
        },
      },
      components: { schemas },
    };
    const reads = readSurface(JSON.stringify(document)).get('GET /a')?.reads;
    expect(reads?.fields?.().size).toBe(40);
  });
});

describe('references that lead nowhere', () => {
  it.each(['#/components/schemas/None', '#/%E0%A4%A', 'other.json#/a', ''])('%s: of it nothing is said', ($ref) => {
    const recent = changed(({ components }) => set(components.schemas.Order.properties.status, { $ref }));
    expect(drift(JSON.stringify(shop), JSON.stringify(recent), uses)).toEqual([]);
  });
});

describe('a list of uses', () => {
  it.each([
    ['no object', null, 'has operations'],
    ['an operation that is a list', { operations: { 'GET /a': [] } }, 'is an object'],
    [
      'a place that is none',
      { operations: { 'GET /a': { writes: [] } } },
      'writes is none of query, headers, sends, reads',
    ],
    ['a path that is a number', { operations: { 'GET /a': { reads: [1] } } }, 'reads is a list of paths'],
    [
      'a part that is not asked for',
      { parts: { 'orders.v2': { operations: {} } } },
      'one of the parts orders.v2, found none',
    ],
  ])('%s is refused', (_, json, message) => {
    expect(() => readUses(json)).toThrow(message);
  });

  it('has parts', () => {
    const operations = { 'GET /a': { reads: ['b'] } };
    expect(readUses({ parts: { 'orders.v2': { operations } } }, 'orders.v2')).toEqual({ operations });
  });

  it('has a path that is none', () => {
    expect(() => drift(order, order, { operations: { 'query order': { reads: ['a..(b'] } } })).toThrow('is no path');
  });
});

function drift(before: string, after: string, list?: Uses): string[] {
  return descriptionDrift(before, after, list).map(({ severity, kind, operation, at }) =>
    [severity, kind, operation, at].join(' ').trim(),
  );
}

function changed(change: (shop: Shop) => void): Shop {
  const copy = structuredClone(shop);
  change(copy);
  return copy;
}

function remove(node: object, name: string): void {
  Reflect.deleteProperty(node, name);
}

function rename(node: object, from: string, to: string): void {
  Object.assign(node, { [to]: Reflect.get(node, from) });
  remove(node, from);
}

function set(node: object | undefined, values: object): void {
  if (node === undefined) throw new RangeError('the shop has no such node');
  Object.assign(node, values);
}

function addRequired(node: { required?: string[]; properties: object } | undefined, name: string): void {
  set(node?.properties, { [name]: { type: 'string' } });
  node?.required?.push(name);
}
