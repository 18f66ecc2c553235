import { visible } from '../../explain/visible.ts';
import type { MutationReport } from '../../testing/mutation-report.ts';
import type { Partner } from '../../testing/partner.ts';
import type { Command, Invocation } from '../command.ts';
import { conformanceKit } from '../conformance-kit.ts';
import { Failure } from '../failure.ts';
import { issueSentence } from '../issue-sentence.ts';
import { usablePartner } from '../partner-folder.ts';
import { printJson } from '../print-json.ts';
import type { System } from '../system.ts';
import { tested, testedText } from '../tested.ts';
import { wholeNumber } from '../whole-number.ts';

/** `dist-map mutants`: how much of a wrong map a partner's tests would catch. */
export const mutants: Command = {
  name: 'mutants',
  about: 'Makes the maps of a partner wrong, one thing at a time, and prints what its tests do not see',
  details:
    'A mutant that survives asks for a golden pair. Ends with 1 where fewer are killed than --least, and, with no mutant made, where a test of the partner is red.',
  operands: { shown: 'FOLDER', least: 1, most: 1 },
  options: [
    { name: 'of', value: 'RULES', choices: ['used', 'all'], about: 'of the rules that the partner uses, or of all' },
    { name: 'runs', value: 'NUMBER', about: 'documents that are drawn for each law; 20 when absent' },
    { name: 'least', value: 'PERCENT', about: 'how many are to be killed; 90 when absent' },
    { name: 'json', about: 'prints { killed, total, layers, survivors, failing }' },
  ],
  run: runMutants,
};

async function runMutants(invocation: Invocation, system: System): Promise<0 | 1> {
  const least = wholeNumber(invocation, 'least', 100) ?? 90;
  const runs = wholeNumber(invocation, 'runs', 10_000) ?? 20;
  const of = invocation.option('of') === 'all' ? 'all' : 'used';
  const [folder = ''] = invocation.operands;
  const partner = await usablePartner(folder, system);
  const { tests, mutationReport } = await compiledKit(folder, partner);
  // A test that is red anyhow sees no mutant, and a wrong map is a poor measure of tests.
  const red = tests(partner, { runs })
    .map(tested)
    .filter(({ ok }) => !ok);
  if (red.length > 0) {
    if (invocation.has('json'))
      await printJson({ killed: 0, total: 0, layers: {}, survivors: [], failing: red.map(({ name }) => name) }, system);
    else await system.print(red.map(testedText).join('') + redText(folder, red.length, system));
    return 1;
  }
  const report = mutationReport(partner, { runs, of });
  if (invocation.has('json')) await printJson(report, system);
  else await system.print(textOf(report, folder, system));
  return report.killed * 100 >= report.total * least ? 0 : 1;
}

async function compiledKit(folder: string, partner: Partner) {
  const { compiledDocument, tests, mutationReport } = await conformanceKit();
  const faults = partner.documents.flatMap((document) => {
    const result = compiledDocument(document);
    return result.ok ? [] : result.issues.map((issue) => `  ${document.name}: ${issueSentence(issue)}`);
  });
  if (faults.length > 0) throw new Failure([`${folder} can not be used:`, ...faults].join('\n'));
  if (partner.documents.length === 0) throw new Failure(`${folder} has no document to be tested`);
  if (mutationReport === undefined) throw new Failure('mutants need fast-check: npm install fast-check');
  return { tests, mutationReport };
}

function redText(folder: string, count: number, { calledAs }: System): string {
  const words = count === 1 ? 'test of the partner is' : 'tests of the partner are';
  return [
    visible(`${count} ${words} red without any mutant: nothing was made wrong`),
    visible(`next: mend that, until ${calledAs} test ${folder} is green`),
    '',
  ].join('\n');
}

function textOf({ killed, total, layers, survivors }: MutationReport, folder: string, { calledAs }: System): string {
  const percent = total === 0 ? 100 : Math.floor((killed / total) * 1000) / 10;
  const by = Object.entries(layers).map(([layer, count]) => `${layer} ${count}`);
  const next =
    survivors.length === 0
      ? `nothing: keep ${calledAs} test ${folder} where your tests run`
      : 'for the first that survived a golden pair that uses its rule, or a change of one in golden/<case>.altered.json; or take the rule out';
  const lines = [
    ...survivors.map(({ document, mutant, reason }) => `survived  ${document}, ${mutant}: ${reason}`),
    `killed ${killed} of ${total}, ${percent} %${by.length === 0 ? '' : `: ${by.join(', ')}`}`,
    `next: ${next}`,
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
}
