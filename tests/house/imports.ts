import { dirname, join } from 'node:path';
import ts from 'typescript';
import { syntax } from './syntax.ts';
import { read } from './tree.ts';

/** One import of a source file. */
export interface Import {
  readonly from: string;
  /** As written: `./issue.ts`, `@dist/canonical`, `zod`. */
  readonly specifier: string;
  /** The file of the repository that it is; nothing for an npm package or a module of Node. */
  readonly file?: string | undefined;
  /** Gone after compilation. */
  readonly typeOnly: boolean;
}

/** What a source imports and re-exports, `import('…')` included. */
export function importsOf(from: string): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, typeOnly: boolean): void => {
    if (node && ts.isStringLiteral(node))
      found.push({ from, specifier: node.text, file: fileOf(from, node.text), typeOnly });
  };
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    node.forEachChild(look);
  };
  look(syntax(from));
  return found;
}

/** Entries of the packages: `@dist/x12/004010` → `packages/x12/src/004010.ts`. */
export function entries(): ReadonlyMap<string, string> {
  return new Map(['canonical', 'x12', 'mapping', 'orchestration', 'connectors'].flatMap(entriesOf));
}

function entriesOf(name: string): [string, string][] {
  const exported: Record<string, string | Record<string, unknown>> = JSON.parse(
    read(`packages/${name}/package.json`),
  ).exports;
  return Object.entries(exported).flatMap(([subpath, target]) => {
    const source = typeof target === 'object' ? target['@dist/source'] : undefined;
    return typeof source === 'string'
      ? [[`@dist/${name}${subpath.slice(1)}`, join('packages', name, source)] as [string, string]]
      : [];
  });
}

function fileOf(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? join(dirname(from), specifier) : entries().get(specifier);
}
