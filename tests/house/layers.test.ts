import { builtinModules } from 'node:module';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { entries, type Import, importsOf } from './imports.ts';
import { place, syntax, visit } from './syntax.ts';
import { sources } from './tree.ts';

const files = sources().filter((file) => file.startsWith('packages/'));
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const all = [...imports.values()].flat();

/** Which rooms may import which packages; the first row that fits a file counts. */
const arrows: readonly (readonly [room: RegExp, packages: readonly string[]])[] = [
  [/^packages\/canonical\//, []],
  [/^packages\/x12\//, []],
  [/^packages\/mapping\/src\/(?:x12|cli|testing|standard)[./]/, ['canonical', 'x12']],
  [/^packages\/mapping\//, ['canonical']],
  [/^packages\/orchestration\//, ['canonical']],
  [/^packages\/connectors\/src\/gateway[./]/, ['canonical', 'mapping', 'x12', 'orchestration']],
  [/^packages\/connectors\//, ['canonical', 'mapping']],
];

describe('layers', () => {
  it('packages import along the arrows only', () => {
    expect(all.filter((edge) => !follows(edge)).map(show)).toEqual([]);
  });

  it('a package imports another by its entries', () => {
    const strange = all.filter(({ from, specifier, file }) =>
      specifier.startsWith('@dist/') ? file === undefined : file !== undefined && packageOf(file) !== packageOf(from),
    );
    expect(strange.map(show)).toEqual([]);
  });

  it('there is no cycle, types left out', () => {
    const next = (file: string) =>
      (imports.get(file) ?? []).flatMap((edge) => (edge.file && !edge.typeOnly ? [edge.file] : []));
    expect(cyclesIn(files, next)).toEqual([]);
  });

  it('a source imports nobody’s tests, and files that are there', () => {
    const wrong = all.filter(
      ({ specifier, file }) => specifier.startsWith('.') && (!file || (!imports.has(file) && !file.endsWith('.json'))),
    );
    expect(wrong.map(show)).toEqual([]);
  });
});

describe('web standards only, but for connectors/src/node', () => {
  const reachable = reachableFrom([...entries().values()].filter((file) => !isNodeOnly(file)));

  it('the entries are there', () => {
    expect([...entries().values()].filter((file) => !imports.has(file))).toEqual([]);
  });

  it('no module of Node is imported', () => {
    const modules = new Set(builtinModules);
    const edges = reachable.flatMap((file) => imports.get(file) ?? []);
    expect(edges.filter(({ specifier }) => specifier.startsWith('node:') || modules.has(specifier)).map(show)).toEqual(
      [],
    );
  });

  it('no global of Node is used, and nothing is evaluated', () => {
    expect(reachable.flatMap(nodeGlobalsOf)).toEqual([]);
  });

  it('what needs Node is reached by its own entry only', () => {
    expect(reachable.filter(isNodeOnly)).toEqual([]);
  });
});

function follows({ from, specifier, typeOnly: _ }: Import): boolean {
  const [, scope, name = ''] = /^(@dist)\/([^/]+)/.exec(specifier) ?? [];
  if (!scope || name === packageOf(from)) return true;
  return arrows.find(([room]) => room.test(from))?.[1].includes(name) ?? false;
}

function packageOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function isNodeOnly(file: string): boolean {
  return file.startsWith('packages/connectors/src/node/');
}

function show({ from, specifier }: Import): string {
  return `${from} → ${specifier}`;
}

function reachableFrom(starts: readonly string[]): string[] {
  const seen = new Set<string>();
  const stack = [...starts];
  for (let file = stack.pop(); file !== undefined; file = stack.pop()) {
    if (seen.has(file) || !imports.has(file)) continue;
    seen.add(file);
    for (const edge of imports.get(file) ?? []) if (edge.file && !edge.typeOnly) stack.push(edge.file);
  }
  return [...seen].sort();
}

/** Each cycle once, as a path that ends where it begins. */
function cyclesIn(nodes: readonly string[], next: (node: string) => readonly string[]): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const found: string[] = [];
  const follow = (node: string): void => {
    const at = path.indexOf(node);
    if (at >= 0) found.push([...path.slice(at), node].join(' → '));
    if (at >= 0 || done.has(node)) return;
    path.push(node);
    for (const other of next(node)) follow(other);
    path.pop();
    done.add(node);
  };
  for (const node of nodes) follow(node);
  return found;
}

const nodeGlobals = new Set([
  'Buffer',
  'process',
  'global',
  'require',
  'module',
  '__dirname',
  '__filename',
  'setImmediate',
  'eval',
  'Function',
]);

function nodeGlobalsOf(file: string): string[] {
  const found: string[] = [];
  visit(syntax(file), (node) => {
    if (ts.isIdentifier(node) && nodeGlobals.has(node.text) && isReference(node))
      found.push(`${place(node)} ${node.text}`);
    if (ts.isMetaProperty(node) && /^import\.meta$/.test(node.getText())) found.push(`${place(node)} import.meta`);
  });
  return found;
}

/** A use of a value, not the name of a property, a type or a thing declared here. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent)) return false;
  return !('name' in parent && parent.name === node) && !('propertyName' in parent && parent.propertyName === node);
}
