import { describe, expect, it } from 'vitest';
import { alteredTests } from '../src/testing/altered-tests.ts';
import { shippedMaps } from './shipped-maps.ts';
import { shippedPartner } from './shipped-partner.ts';

/** All of them run in `npm run mutants`. */
const EACH = 10;

describe('golden pairs with one thing changed: what is refused, kept, or means something else', () => {
  it.each(shippedMaps)('$id', (map) => {
    const tests = shippedPartner(map).documents.flatMap((document) => alteredTests(document));
    const failing = tests
      .filter((_, index) => index % EACH === 0)
      .flatMap(({ name, run }) => {
        try {
          run();
          return [];
        } catch (error) {
          return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
        }
      });
    expect(failing).toEqual([]);
  });
});
