import * as canonical from '@dist/canonical';
import * as z from 'zod';
import { jsonSchemaShape } from '../src/shape/json-schema-shape.ts';
import type { ObjectShape, Shape } from '../src/shape/shape.ts';

/** The text of `src/generated/canonical-paths.ts`: which paths each canonical document has, from its schema. */
export function canonicalPaths(): string {
  const places = new Places();
  const kinds = Object.values(canonical).flatMap((value) => {
    if (!(value instanceof z.ZodType)) return [];
    const shape = jsonSchemaShape(z.toJSONSchema(value, { unrepresentable: 'any', io: 'input' }));
    // What has a kind and no version is a part of documents.
    const isDocument = shape.kind === 'object' && shape.fields.has('version');
    const kind = isDocument ? shape.fields.get('kind')?.shape : undefined;
    const [name] = kind?.kind === 'leaf' ? (kind.codes ?? []) : [];
    return name === undefined ? [] : [{ name, place: places.nameOf(shape, name) }];
  });
  kinds.sort((a, b) => (a.name < b.name ? -1 : 1));
  const lines = kinds.map(({ name, place }) => `  ${name}: '${place}';`);
  return [
    '// Generated from the schemas of @dist/canonical by scripts/generate-canonical-paths.ts. Not edited by hand.',
    '',
    '/** The place that the paths of each kind of document start from. */',
    'export interface CanonicalKinds {',
    ...lines,
    '}',
    '',
    '/** Each place of the canonical documents: paths of its values, objects and lists, the two latter with their own place. */',
    'export interface CanonicalPlaces {',
    ...places.text(),
    '}',
    '',
  ].join('\n');
}

interface Place {
  readonly name: string;
  readonly values: string[];
  readonly objects: [string, string][];
  readonly lists: [string, string][];
}

/** Places by what they hold: a party is one place, whatever its role. */
class Places {
  private readonly byText = new Map<string, Place>();
  private readonly names = new Set<string>();

  nameOf(shape: Shape, wanted: string): string {
    if (shape.kind !== 'object') return 'value';
    const made: Place = { name: '', values: [], objects: [], lists: [] };
    this.fill(made, shape, '', wanted);
    const text = JSON.stringify(made);
    const known = this.byText.get(text);
    if (known !== undefined) return known.name;
    let name = wanted;
    for (let number = 2; this.names.has(name); number++) name = `${wanted}${number}`;
    this.names.add(name);
    this.byText.set(text, { ...made, name });
    return name;
  }

  text(): string[] {
    const places = [...this.byText.values(), { name: 'value', values: ['.'], objects: [], lists: [] }];
    places.sort((a, b) => (a.name < b.name ? -1 : 1));
    return places.flatMap(({ name, values, objects, lists }) => [
      `  '${name}': {`,
      `    values: ${values.length === 0 ? 'never' : values.map(quote).join(' | ')};`,
      ...map('objects', objects),
      ...map('lists', lists),
      '  };',
    ]);
  }

  private fill(made: Place, shape: ObjectShape, prefix: string, wanted: string): void {
    if (shape.open) made.values.push(`${prefix}\${string}`);
    for (const { key, shape: inner, many } of shape.fields.values()) {
      const path = prefix + key;
      if (many) made.lists.push([path, this.nameOf(inner, `${wanted}.${key}`)]);
      else if (inner.kind === 'object') {
        made.objects.push([path, this.nameOf(inner, `${wanted}.${key}`)]);
        this.fill(made, inner, `${path}.`, `${wanted}.${key}`);
      } else made.values.push(inner.kind === 'any' ? `${path}\${string}` : path);
    }
  }
}

function quote(path: string): string {
  return path.includes('$') ? `\`${path}\`` : `'${path}'`;
}

function map(name: string, entries: readonly [string, string][]): string[] {
  if (entries.length === 0) return [`    ${name}: Record<never, never>;`];
  return [`    ${name}: {`, ...entries.map(([path, place]) => `      '${path}': '${place}';`), '    };'];
}
