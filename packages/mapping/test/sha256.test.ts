import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from '../src/map/content-hash.ts';
import { sha256 } from '../src/map/sha256.ts';

describe('SHA-256', () => {
  it.each([
    ['nothing', '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['one block (FIPS 180-4)', 'abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'two blocks (FIPS 180-4)',
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %s', (_, text, hash) => expect(sha256(text)).toBe(hash));

  it('is that of another implementation for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
      { numRuns: 100 },
    );
  });
});

describe('the hash of a map', () => {
  const map = { id: 'a', version: '1', native: 'json/x', canonical: 'order', rules: [] };

  it('does not depend on the order of keys', () => {
    expect(contentHash({ rules: [], canonical: 'order', native: 'json/x', version: '1', id: 'a' })).toBe(
      contentHash(map),
    );
  });

  it('changes with its content', () => {
    expect(contentHash({ ...map, version: '2' })).not.toBe(contentHash(map));
    const rule = { id: 'r', canonical: 'a', native: 'b' };
    expect(contentHash({ ...map, rules: [rule, { ...rule, id: 's' }] })).not.toBe(
      contentHash({ ...map, rules: [{ ...rule, id: 's' }, rule] }),
    );
  });
});
