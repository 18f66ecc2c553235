import type { ConformanceOptions } from '../testing/conformance.ts';
import type { ConformanceTest } from '../testing/conformance-test.ts';
import type { Partner } from '../testing/partner.ts';
import { Failure } from './failure.ts';

/**
 * What this package has for partners and their tests; loaded when a command asks for it. Without fast-check it has the tests
 * that draw nothing, and says which are left out. @throws Failure where @dist/x12 is missing.
 */
export async function conformanceKit() {
  const [plain, drawing] = await Promise.all([plainKit(), drawingKit()]);
  const tests = (partner: Partner, options: ConformanceOptions): ConformanceTest[] =>
    drawing === undefined ? partner.documents.flatMap(plain.undrawnTests) : drawing.conformance(partner, options);
  const leftOut =
    drawing === undefined
      ? 'laws, and faults against companion guides: they need fast-check, which is not installed: npm install fast-check'
      : undefined;
  return { ...plain, tests, leftOut, mutationReport: drawing?.mutationReport };
}

async function plainKit() {
  const kit = await ifInstalled(() =>
    Promise.all([
      import('../testing/partner-of.ts'),
      import('../testing/scaffold.ts'),
      import('../testing/compiled-document.ts'),
      import('../testing/undrawn-tests.ts'),
    ]),
  );
  if (kit === undefined) throw new Failure('the folder of a partner needs @dist/x12: npm install @dist/x12');
  const [{ partnerOf }, { scaffold }, { compiledDocument }, { undrawnTests }] = kit;
  return { partnerOf, scaffold, compiledDocument, undrawnTests };
}

function drawingKit() {
  return ifInstalled(() => import('../testing.ts'));
}

/** Loads a part; undefined where a peer that it needs is not installed. */
async function ifInstalled<T>(load: () => Promise<T>): Promise<T | undefined> {
  try {
    return await load();
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    // The second is what `require` says.
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
