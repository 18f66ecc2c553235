import { describe, expect, it } from 'vitest';
import { ownStories } from './own-stories.ts';

describe('what is told at the wrong time, or says too much', () => {
  it.each(ownStories)('$name', ({ found, expected }) => {
    expect(found()).toBe(expected);
  });
});
