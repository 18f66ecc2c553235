import { visible } from '../../explain/visible.ts';
import type { ConformanceTest } from '../../testing/conformance-test.ts';
import type { Command, Invocation } from '../command.ts';
import { conformanceKit } from '../conformance-kit.ts';
import { counted } from '../counted.ts';
import { usablePartner } from '../partner-folder.ts';
import { printJson } from '../print-json.ts';
import type { System } from '../system.ts';
import { wholeNumber } from '../whole-number.ts';

/** `dist-map test`: whether a partner conforms to its own profile. */
export const test: Command = {
  name: 'test',
  about: 'Tests a partner: its maps, golden pairs, profile and guide, and laws with drawn documents',
  operands: { shown: 'FOLDER', least: 1, most: 1 },
  options: [
    { name: 'runs', value: 'NUMBER', about: 'documents that are drawn for each law; 50 when absent' },
    { name: 'seed', value: 'NUMBER', about: 'the same seed draws the same documents; 1 when absent' },
    { name: 'list', about: 'prints the tests that pass, too' },
    { name: 'json', about: 'prints { ok, partner, version, tests }' },
  ],
  run: runTest,
};

/** A test that has run. */
interface Tested {
  readonly name: string;
  readonly layer: string;
  readonly document: string;
  readonly ok: boolean;
  /** Why it failed. */
  readonly message?: string | undefined;
}

async function runTest(invocation: Invocation, system: System): Promise<0 | 1> {
  const runs = wholeNumber(invocation, 'runs', 100_000);
  const seed = wholeNumber(invocation, 'seed', 2_147_483_647);
  const partner = await usablePartner(invocation.operands[0] ?? '', system);
  const { conformance } = await conformanceKit();
  const tests: Tested[] = [];
  for (const one of conformance(partner, { runs, seed })) {
    const result = tested(one);
    tests.push(result);
    // As it goes: with many runs a law takes its time.
    if (!invocation.has('json') && (!result.ok || invocation.has('list'))) await system.print(textOf(result));
  }
  const failed = tests.filter(({ ok }) => !ok).length;
  const { id, version } = partner.profile;
  if (invocation.has('json')) await printJson({ ok: failed === 0, partner: id, version, tests }, system);
  else await system.print(`${counted(tests.length, 'test')}, ${tests.length - failed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}

function tested({ name, layer, document, run }: ConformanceTest): Tested {
  try {
    run();
    return { name, layer, document, ok: true };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { name, layer, document, ok: false, message };
  }
}

function textOf({ name, ok, message = '' }: Tested): string {
  const reason = ok ? [] : message.split('\n').map((line) => `        ${line}`);
  return [`${ok ? 'passed' : 'FAILED'}  ${name}`, ...reason].map((line) => `${visible(line)}\n`).join('');
}
