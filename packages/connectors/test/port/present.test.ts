import { describe, expect, it } from 'vitest';
import { present } from '../../src/port/present.ts';

describe('an object without its absent fields', () => {
  it.each([
    ['has those that are there, in their order', { b: 1, a: '' }, ['b', 'a']],
    ['has what is null, nothing or false', { a: null, b: 0, c: false }, ['a', 'b', 'c']],
    ['has none that is undefined', { a: undefined, b: 1 }, ['b']],
    ['has a field that is called __proto__ as its own', JSON.parse('{"__proto__":{"a":1},"b":1}'), ['__proto__', 'b']],
    ['has none of a prototype', Object.create({ a: 1 }), []],
  ])('%s', (_, given: object, keys) => {
    const made = present(given);
    expect(Object.keys(made)).toEqual(keys);
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  });
});
