import { isJsonNode, type JsonNode, jsonNode } from './json-node.ts';

/**
 * What an adapter uses of one operation. Paths go into what is sent and read as `items[].quantity`; `.*` at the end is all that
 * stands below. Of GraphQL, arguments that are given stand at the field, `lines(first,after).nodes[].id`, and a fragment is a step,
 * `purchasingEntity.on PurchasingCompany.company.id`.
 */
export interface OperationUses {
  readonly query?: readonly string[] | undefined;
  readonly headers?: readonly string[] | undefined;
  readonly sends?: readonly string[] | undefined;
  readonly reads?: readonly string[] | undefined;
}

/** What an adapter uses of a system, by the name of the operation. */
export interface Uses {
  readonly operations: Readonly<Record<string, OperationUses>>;
}

const places = ['query', 'headers', 'sends', 'reads'];

/**
 * Reads a list of uses: `{ operations }`, or `{ parts: { "orders.v2": { operations }, … } }` where a system has several descriptions.
 * Throws a TypeError that says where it is wrong, or which parts there are.
 */
export function readUses(json: unknown, part?: string): Uses {
  const whole = jsonNode(json);
  if (!isJsonNode(whole['parts'])) {
    if (part !== undefined) throw new TypeError(`the list of uses has no parts, and so no ${part}`);
    return readOperations(whole);
  }
  const parts = whole['parts'];
  if (part === undefined || !Object.hasOwn(parts, part))
    throw new TypeError(`expected is one of the parts ${Object.keys(parts).join(', ')}, found ${part ?? 'none'}`);
  return readOperations(jsonNode(parts[part]));
}

function readOperations({ operations }: JsonNode): Uses {
  if (!isJsonNode(operations)) throw new TypeError('a list of uses has operations, by their names');
  const read = Object.entries(operations).map(([name, use]) => [name, readOperation(name, use)]);
  return { operations: Object.fromEntries(read) };
}

function readOperation(name: string, use: unknown): OperationUses {
  if (!isJsonNode(use)) throw new TypeError(`operations: ${name} is an object with ${places.join(', ')}`);
  const lists = Object.entries(use).map(([place, paths]): [string, string[]] => {
    if (!places.includes(place)) throw new TypeError(`operations: ${name}: ${place} is none of ${places.join(', ')}`);
    if (!Array.isArray(paths) || paths.some((path) => typeof path !== 'string' || path === ''))
      throw new TypeError(`operations: ${name}: ${place} is a list of paths`);
    return [place, paths.map(String)];
  });
  return Object.fromEntries(lists);
}
