import { describe, expect, it } from 'vitest';
import { read, tree } from './tree.ts';

const rows = [...read('docs/rules.md').matchAll(/^\| (R\d\d) \| .+ \|$/gm)].map(([, rule = '']) => ({ rule }));
const proofs = tree()
  .filter((path) => /\.(?:test|engine)\.ts$|\/testing\/.*\.ts$|\/cases\/.*\.json$/.test(path))
  .map(read)
  .join('\n');
const mentioned = tree()
  .filter((path) => /\.(?:md|ts|mjs)$/.test(path))
  .flatMap((path) => [...read(path).matchAll(/\bR[0-3]\d\b/g)].map(([rule]) => ({ rule, path })));

describe('docs/rules.md', () => {
  it('has each rule once, in order', () => {
    const numbers = rows.map((_, index) => `R${String(index + 1).padStart(2, '0')}`);
    expect(rows.map(({ rule }) => rule)).toEqual(numbers);
    expect(rows.length).toBeGreaterThan(30);
  });

  it.each(rows)('$rule is proved by a test that carries it', ({ rule }) => {
    expect(proofs).toMatch(new RegExp(`['"\`][^'"\`\n]*\\b${rule}\\b`));
  });

  it('knows every rule that a page, a comment or a test names', () => {
    const known = new Set(rows.map(({ rule }) => rule));
    expect(mentioned.filter(({ rule }) => !known.has(rule))).toEqual([]);
  });
});
