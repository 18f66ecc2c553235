import { describe, expect, it } from 'vitest';
import { read, tree } from './tree.ts';

const rows = [...read('docs/edges.md').matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, number, name]) => ({
  number: Number(number),
  name,
}));
const proofs = tree()
  .filter((path) => /\.(?:test|engine)\.ts$|\/testing\/.*\.ts$/.test(path))
  .map(read)
  .join('\n');

describe('docs/edges.md', () => {
  it('has each of the eighteen, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
  });

  it.each(rows)('edge $number ($name) is proved by a test of that name', ({ number }) => {
    expect(proofs).toMatch(new RegExp(`['"\`][^'"\`\n]*\\bedge ${number}(?!\\d)`));
  });
});
