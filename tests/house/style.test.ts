import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { entries } from './imports.ts';
import { place, syntax, visit } from './syntax.ts';
import { isData, read, sources, tree } from './tree.ts';

const longestFile = 300;
const longestFunction = 70;
const files = tree();
const code = files.filter((file) => /\.(?:ts|mjs|cjs)$/.test(file) && !isData(file));

describe('size', () => {
  it(`a file has at most ${longestFile} lines`, () => {
    const long = code
      .filter((file) => !isTest(file))
      .map((file) => ({ file, lines: lineCount(read(file)) }))
      .filter(({ lines }) => lines > longestFile);
    expect(long.map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
  });

  it(`a function has at most ${longestFunction} lines`, () => {
    const long = code
      .filter((file) => !isTest(file) && !/\/test\//.test(file))
      .flatMap(functionsOf)
      .filter(({ lines }) => lines > longestFunction);
    expect(long.map(({ at, lines }) => `${at}: ${lines}`)).toEqual([]);
  });
});

describe('names', () => {
  it('no room is called utils, helpers, common, shared, misc or lib', () => {
    expect(
      files.filter((file) => /(?:^|\/)(?:utils?|helpers?|commons?|shared|misc|lib)(?:\/|\.[^/]+$)/.test(file)),
    ).toEqual([]);
  });

  it('files and folders are written in small letters with hyphens', () => {
    const named = code.filter((file) => !/^(?:[a-z0-9.-]+\/)*[a-z0-9.-]+$/.test(file));
    expect(named).toEqual([]);
  });

  it('a file is named for something that it exports', () => {
    const published = new Set(entries().values());
    const strangers = sources()
      .filter((file) => !isData(file) && !families.has(file) && !published.has(file))
      .filter((file) => !bearsItsName(file));
    expect(strangers).toEqual([]);
  });

  it('the exceptions to that rule are still there', () => {
    expect([...families.keys()].filter((file) => !files.includes(file))).toEqual([]);
  });
});

describe('plain ways', () => {
  it('nothing is switched off by a comment', () => {
    expect(linesWith(code, /@ts-(?:ignore|nocheck)|biome-ignor[e]|eslint-disabl[e]|v8 ignor[e]/)).toEqual([]);
  });

  it('a type error is expected in tests only, and with its reason', () => {
    const reasonless = code.filter(isTest);
    expect(linesWith(reasonless, /@ts-expect-error\s*$/)).toEqual([]);
    expect(
      linesWith(
        code.filter((file) => !isTest(file)),
        /@ts-expect-erro[r]/,
      ),
    ).toEqual([]);
  });

  it('nothing is left for later', () => {
    expect(linesWith(files, /\b(?:TOD[O]|FIXM[E])\b|\bXX[X]:|not (?:yet )?implemente[d]|coming soo[n]/)).toEqual([]);
  });

  it('no test is left out or alone', () => {
    const tests = files.filter(isTest);
    expect(linesWith(tests, /\b(?:it|test|describe)\.(?:only|todo|fails)\b|expect\(true\)\.toBe\(true\)/)).toEqual([]);
  });

  it('types are not talked round: no any, no cast through unknown', () => {
    const loose = code.filter((file) => file.endsWith('.ts')).flatMap(loosenessOf);
    expect(loose).toEqual([]);
  });

  it('a default export is for configuration only', () => {
    const sinners = sources().filter((file) =>
      syntax(file).statements.some((statement) => ts.isExportAssignment(statement)),
    );
    expect(sinners).toEqual([]);
  });

  it('time and chance come in as arguments', () => {
    const packages = sources().filter((file) => file.startsWith('packages/') && !/\/node\//.test(file));
    expect(
      linesWith(packages, /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\brandomUUID\(/),
    ).toEqual([]);
  });
});

/** Files that hold a family of small things, each with the reason why they stay together. */
const families: ReadonlyMap<string, string> = new Map([
  ['packages/canonical/src/value/value.ts', 'the value types of the documents refer to one another'],
  ['packages/canonical/src/testing/documents.ts', 'one generator for each document'],
  ['packages/canonical/src/testing/values.ts', 'one generator for each value'],
  ['packages/mapping/src/codec/gs1.ts', 'the codecs of GS1 keys'],
  ['packages/mapping/src/codec/numeric.ts', 'the codecs of numbers'],
  ['packages/orchestration/src/testing/journal/sample-records.ts', 'one made-up record of each kind'],
  ['packages/x12/src/004010/definitions.ts', 'the transaction sets of the release'],
  ['packages/x12/src/005010/definitions.ts', 'the transaction sets of the release'],
  ['packages/orchestration/src/kernel/instant.ts', 'the order of instants'],
  ['packages/orchestration/src/policy/fits.ts', 'which row of a table fits an order'],
  ['packages/orchestration/src/policy/sections.ts', 'the sections of a policy that are small'],
  ['packages/orchestration/src/word/event/amounts.ts', 'what events say of quantities and items'],
  ['packages/orchestration/src/word/event/enrichment.ts', 'what enrichment finds'],
]);

function lineCount(text: string): number {
  return text.trimEnd().split('\n').length;
}

function isTest(file: string): boolean {
  return /\.(?:test|test-d|bench)\.ts$/.test(file);
}

/** Functions of every kind with a body of statements, with their lines; a function inside another counts in both. */
function functionsOf(file: string): { at: string; lines: number }[] {
  const found: { at: string; lines: number }[] = [];
  const source = syntax(file);
  visit(source, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body || !ts.isBlock(node.body as ts.Node)) return;
    const from = source.getLineAndCharacterOfPosition(node.getStart()).line;
    found.push({ at: place(node), lines: source.getLineAndCharacterOfPosition(node.end).line - from + 1 });
  });
  return found;
}

/** A file shares a word with the name of something it exports; a list of re-exports is named for its entry. */
function bearsItsName(file: string): boolean {
  const names = exportedNames(file);
  if (names === undefined) return true;
  const words = new Set(names.flatMap((name) => wordsOf(name)));
  const stem = (file.split('/').pop() ?? '').replace(/\.ts$/, '');
  return wordsOf(stem).some((word) => words.has(word));
}

/** What a file declares and exports; nothing when it only passes on what others export, or is run and exports nothing. */
function exportedNames(file: string): string[] | undefined {
  const names = syntax(file).statements.flatMap((statement) => {
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((declaration) => declaration.name.getText());
    return 'name' in statement && statement.name ? [(statement.name as ts.Node).getText()] : [];
  });
  return names.length > 0 ? names : undefined;
}

/** `makeSscc`, `make-sscc` → make, sscc; `release004010` → release, 004010; a plural is its singular. */
function wordsOf(name: string): string[] {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])|([a-z])([0-9])/g, '$1$3 $2$4')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.filter((word) => word.length > 1).map((word) => word.replace(/ies$/, 'y').replace(/s$/, ''));
}

function loosenessOf(file: string): string[] {
  const found: string[] = [];
  visit(syntax(file), (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${place(node)} any`);
    if (
      ts.isAsExpression(node) &&
      ts.isAsExpression(node.expression) &&
      node.expression.type.kind === ts.SyntaxKind.UnknownKeyword
    ) {
      found.push(`${place(node)} as unknown as`);
    }
  });
  return found;
}

function linesWith(among: readonly string[], pattern: RegExp): string[] {
  return among.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
}
