import { describe, expect, it } from 'vitest';
import { read, tree } from './tree.ts';

const rows = [...read('docs/gotchas.md').matchAll(/^\| (\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, number, name, behaviour, where]) => ({ number: Number(number), name, behaviour: behaviour ?? '', where }),
);
const tests = tree().filter((path) => path.endsWith('.test.ts'));
const texts = tests.map(read).join('\n');

describe('docs/gotchas.md', () => {
  it('has each of the forty, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it.each(rows.filter(({ where }) => where !== 'later'))(
    'gotcha $number ($name) is proved by a test of that name',
    ({ number }) => {
      expect(texts).toMatch(new RegExp(`gotcha ${number}(?!\\d)`));
    },
  );

  it.each(rows.filter(({ where }) => where === 'later'))(
    'gotcha $number says which part takes it later',
    ({ behaviour }) => {
      expect(behaviour).toMatch(/Later: (orchestration|connectors) /);
    },
  );
});
