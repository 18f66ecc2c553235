import { describe, expect, it } from 'vitest';
import { runMain } from '../hosts/run-main.ts';

describe('the host on Restate', () => {
  it.for(['contract', 'kills', 'change', 'speed'])('%s', (what, { skip }) => {
    const code = runMain(import.meta.dirname, what);
    skip(code === 'cannot run', 'Restate is not to be had here');
    expect(code).toBe(0);
  });
});
