import type { Fake } from './fake.ts';

/** A case that needs more of a fake says so where it is missing: what is silently left out proves nothing. */
export function expectHook(fake: Fake, hook: 'shift' | 'spoil' | 'inventStatus' | 'expireTokens' | 'prices'): void {
  if (fake[hook] !== undefined) return;
  throw new Error(`the fake has no ${hook}: write it, or skip this case by its name, with a reason`);
}
