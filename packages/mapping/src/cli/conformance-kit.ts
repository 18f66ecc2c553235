import { Failure } from './failure.ts';

/** What this package has for tests of partners; loaded when a command asks for it. @throws Failure where a peer is missing. */
export async function conformanceKit() {
  try {
    const [kit, { compiledDocument }] = await Promise.all([
      import('../testing.ts'),
      import('../testing/compiled-document.ts'),
    ]);
    return { ...kit, compiledDocument };
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Failure('tests of a partner need @dist/x12 and fast-check: npm install @dist/x12 fast-check');
  }
}
