import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { place, syntax, visit } from './syntax.ts';
import { isData, read, sources, tree } from './tree.ts';

const files = tree();
const glossary = glossaryOf(read('docs/glossary.md'));

describe('words', () => {
  it('the glossary names what is not said', () => {
    expect(glossary.size).toBeGreaterThan(20);
    expect(glossary.get('qty')).toBe('quantity');
  });

  it('names in code use the words of the glossary', () => {
    const code = sources().filter((file) => !isData(file));
    expect(code.flatMap(strangersOf)).toEqual([]);
  });

  it('pages use the words of the glossary', () => {
    const pages = files.filter(
      (file) => file.endsWith('.md') && !file.endsWith('.api.md') && file !== 'docs/glossary.md',
    );
    expect(pages.flatMap(strangersInProse)).toEqual([]);
  });

  it.each(wordsThatStayOut())('there is no $pattern: $why', ({ pattern, files: among }) => {
    const found = files
      .filter((file) => new RegExp(among ?? '').test(file))
      .flatMap((file) => linesWith(file, new RegExp(pattern)));
    expect(found).toEqual([]);
  });
});

/** The glossary's last column → its first. */
function glossaryOf(page: string): ReadonlyMap<string, string> {
  const rows = [...page.matchAll(/^\| ([^|]+?) +\| [^|]+ \| ([^|]+?) +\|$/gm)].filter(([, word]) => word !== 'word');
  return new Map(
    rows.flatMap(([, word = '', not = '']) => not.split(', ').map((wrong) => [wrong.toLowerCase(), word] as const)),
  );
}

/** Folders of adapters: the fields of a vendor's interface have the vendor's names. */
const ofVendor =
  /^packages\/connectors\/(?:src|test)\/(?:fakes\/)?(?:acumatica|adobe-commerce|amazon|amazon-seller|amazon-vendor|bigcommerce|business-central|dynamics365|netsuite|oracle-fusion|payments|s4hana|salesforce|shopify|tms|wms)\//;

/**
 * Declared names that hold a word of the last column; names of the standard are in capital letters and pass, and so do
 * fields of a vendor's interface.
 */
function strangersOf(file: string): string[] {
  const found: string[] = [];
  visit(syntax(file), (node) => {
    if (!ts.isIdentifier(node) || !isDeclaredBy(node.parent, node) || node.text === node.text.toUpperCase()) return;
    if (ofVendor.test(file) && isField(node.parent)) return;
    const words = wordsOf(node.text);
    const wrong = [...words, words.join('')].find((word) => glossary.has(word));
    if (wrong) found.push(`${place(node)} ${node.text}: say ${glossary.get(wrong)}`);
  });
  return found;
}

function isDeclaredBy(parent: ts.Node, name: ts.Identifier): boolean {
  return 'name' in parent && parent.name === name && !ts.isPropertyAccessExpression(parent);
}

function isField(parent: ts.Node): boolean {
  return ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent);
}

function strangersInProse(file: string): string[] {
  const prose = read(file)
    .replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '')
    .replaceAll(/`[^`\n]*`/g, '')
    .toLowerCase();
  return [...glossary].flatMap(([wrong, word]) =>
    new RegExp(`\\b${wrong}\\b`).test(prose) ? [`${file}: ${wrong}, say ${word}`] : [],
  );
}

function wordsThatStayOut(): { pattern: string; why: string; files?: string }[] {
  return JSON.parse(read('tests/house/data/words-that-stay-out.json'));
}

function linesWith(file: string, pattern: RegExp): string[] {
  return read(file)
    .split('\n')
    .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1} ${line.trim().slice(0, 120)}`] : []));
}

function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}
