import { describe, expect, it } from 'vitest';
import { etag } from '../../src/wire/etag.ts';

describe('the version of a record', () => {
  it.each([
    ['weak, with a time', `W/"datetimeoffset'2026-03-02T08%3A00%3A01Z'"`, true],
    ['strong', '"1"', true],
    ['a star', '*', true],
    ['with a line break', 'W/"1"\r\nx-evil: 1', false],
    ['beyond Latin-1', 'W/"\u4e16"', false],
    ['empty', '', false],
    ['endless', 'a'.repeat(1001), false],
  ])('that is %s', (_, text, fits) => {
    expect(etag.safeParse(text).success).toBe(fits);
  });
});
