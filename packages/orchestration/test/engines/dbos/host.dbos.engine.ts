import { describe, expect, it } from 'vitest';
import { runMain } from '../hosts/run-main.ts';

describe('the host on DBOS', () => {
  it.for(['contract', 'kills', 'change', 'speed'])('%s', (what, { skip }) => {
    const code = runMain(import.meta.dirname, what);
    skip(code === 'cannot run', 'DBOS or PostgreSQL is not to be had here');
    expect(code).toBe(0);
  });
});
