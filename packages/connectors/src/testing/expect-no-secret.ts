import { expectThat } from './expect-that.ts';

/** Throws when a secret stands in something that will be logged or stored, without repeating it. */
export function expectNoSecret(found: unknown, secret = ''): void {
  const shown = JSON.stringify(found) ?? '';
  expectThat(
    secret === '' || !shown.includes(secret),
    'no secret in a failure (it is shown as *** here)',
    shown.replaceAll(secret, '***'),
  );
}
