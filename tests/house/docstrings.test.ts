import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { entries, importsOf } from './imports.ts';
import { place, syntax } from './syntax.ts';

describe('docstrings', () => {
  it.each([...entries()])('every export of %s says what it is', (_, file) => {
    const silent = publicDeclarations(file).filter((declaration) => !isDocumented(declaration));
    expect([...new Set(silent.map((declaration) => `${place(declaration)} ${nameOf(declaration)}`))]).toEqual([]);
  });
});

/** The declarations that an entry publishes, behind its re-exports. One docstring is enough for a schema and its type. */
function publicDeclarations(file: string): ts.Node[] {
  const source = syntax(file);
  const own = source.statements.filter(isExported);
  const passedOn = source.statements.filter(ts.isExportDeclaration).flatMap((statement) => {
    const target = importsOf(file).find(({ specifier }) => specifier === specifierOf(statement))?.file;
    if (target === undefined) return [];
    const found = publicDeclarations(target);
    const { exportClause } = statement;
    if (!exportClause || !ts.isNamedExports(exportClause)) return found;
    const names = new Set(exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text));
    return found.filter((declaration) => names.has(nameOf(declaration)));
  });
  return withoutTwins([...own, ...passedOn]);
}

/** Of two declarations with one name, such as a schema and the type made from it, the one that has a docstring. */
function withoutTwins(declarations: readonly ts.Node[]): ts.Node[] {
  const documented = new Set(declarations.filter(isDocumented).map(nameOf));
  return declarations.filter((one) => !documented.has(nameOf(one)) || isDocumented(one));
}

/** By a docstring of its own, or of its members: `interface ReadOptions` says nothing that they do not. */
function isDocumented(declaration: ts.Node): boolean {
  if (ts.getJSDocCommentsAndTags(declaration).length > 0) return true;
  return ts.isInterfaceDeclaration(declaration) && declaration.members.some(isDocumented);
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function nameOf(node: ts.Node): string {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name.getText() ?? '';
  return 'name' in node && node.name ? (node.name as ts.Node).getText() : '';
}

function specifierOf({ moduleSpecifier }: ts.ExportDeclaration): string | undefined {
  return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
}
