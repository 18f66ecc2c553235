import ts from 'typescript';
import { read } from './tree.ts';

const parsed = new Map<string, ts.SourceFile>();

/** The syntax tree of a file, with parents set; parsed once. */
export function syntax(file: string): ts.SourceFile {
  const known = parsed.get(file);
  if (known) return known;
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.ES2022, true);
  parsed.set(file, source);
  return source;
}

/** Visits every node of a file, parents first. */
export function visit(node: ts.Node, visitor: (node: ts.Node) => void): void {
  visitor(node);
  node.forEachChild((child) => visit(child, visitor));
}

/** `packages/x12/src/issue.ts:12` */
export function place(node: ts.Node): string {
  const source = node.getSourceFile();
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
