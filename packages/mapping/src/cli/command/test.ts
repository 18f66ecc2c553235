import { visible } from '../../explain/visible.ts';
import type { Command, Invocation } from '../command.ts';
import { conformanceKit } from '../conformance-kit.ts';
import { counted } from '../counted.ts';
import { usablePartner } from '../partner-folder.ts';
import { printJson } from '../print-json.ts';
import type { System } from '../system.ts';
import { type Tested, tested, testedText } from '../tested.ts';
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
    { name: 'json', about: 'prints { ok, partner, version, tests, leftOut }' },
  ],
  run: runTest,
};

async function runTest(invocation: Invocation, system: System): Promise<0 | 1> {
  const runs = wholeNumber(invocation, 'runs', 100_000);
  const seed = wholeNumber(invocation, 'seed', 2_147_483_647);
  const [folder = ''] = invocation.operands;
  const partner = await usablePartner(folder, system);
  const kit = await conformanceKit();
  const tests: Tested[] = [];
  for (const one of kit.tests(partner, { runs, seed })) {
    const result = tested(one);
    tests.push(result);
    // As it goes: with many runs a law takes its time.
    if (!invocation.has('json') && (!result.ok || invocation.has('list'))) await system.print(testedText(result));
  }
  const failed = tests.filter(({ ok }) => !ok).length;
  const { id, version } = partner.profile;
  if (invocation.has('json'))
    await printJson({ ok: failed === 0, partner: id, version, tests, leftOut: kit.leftOut }, system);
  else
    await system.print(
      [
        ...(kit.leftOut === undefined ? [] : [`left out: ${kit.leftOut}`]),
        `${counted(tests.length, 'test')}, ${tests.length - failed} passed, ${failed} failed`,
        `next: ${nextOf(folder, failed, system)}`,
      ]
        .map((line) => `${visible(line)}\n`)
        .join(''),
    );
  return failed === 0 ? 0 : 1;
}

function nextOf(folder: string, failed: number, { calledAs }: System): string {
  return failed === 0
    ? `${calledAs} mutants ${folder}, which says what these tests would not see`
    : 'mend what the first one tells, in the overlay where the map is wrong, in golden where the meaning is';
}
