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
import { wholeNumber } from '../whole-number.ts';

/** `dist-map mutants`: how much of a wrong map a partner's tests would catch. */
export const mutants: Command = {
  name: 'mutants',
  about: 'Makes the maps of a partner wrong, one thing at a time, and prints what its tests do not see',
  details: 'A mutant that survives asks for a golden pair. Ends with 1 where fewer are killed than --least.',
  operands: { shown: 'FOLDER', least: 1, most: 1 },
  options: [
    { name: 'of', value: 'RULES', choices: ['used', 'all'], about: 'of the rules that the partner uses, or of all' },
    { name: 'runs', value: 'NUMBER', about: 'documents that are drawn for each law; 20 when absent' },
    { name: 'least', value: 'PERCENT', about: 'how many are to be killed; 90 when absent' },
    { name: 'json', about: 'prints { killed, total, layers, survivors }' },
  ],
  run: runMutants,
};

async function runMutants(invocation: Invocation, system: System): Promise<0 | 1> {
  const least = wholeNumber(invocation, 'least', 100) ?? 90;
  const runs = wholeNumber(invocation, 'runs', 10_000);
  const of = invocation.option('of') === 'all' ? 'all' : 'used';
  const [folder = ''] = invocation.operands;
  const partner = await usablePartner(folder, system);
  const report = await reportOf(folder, partner, { runs, of });
  if (invocation.has('json')) await printJson(report, system);
  else await system.print(textOf(report));
  return report.killed * 100 >= report.total * least ? 0 : 1;
}

interface Options {
  readonly runs: number | undefined;
  readonly of: 'used' | 'all';
}

async function reportOf(folder: string, partner: Partner, options: Options): Promise<MutationReport> {
  const { compiledDocument, conformance, mutationReport } = await conformanceKit();
  const faults = partner.documents.flatMap((document) => {
    const result = compiledDocument(document);
    return result.ok ? [] : result.issues.map((issue) => `  ${document.name}: ${issueSentence(issue)}`);
  });
  if (faults.length > 0) throw new Failure([`${folder} can not be used:`, ...faults].join('\n'));
  if (conformance(partner).length === 0) throw new Failure(`${folder} has no document to be tested`);
  try {
    return mutationReport(partner, options);
  } catch (error) {
    // Its one way to say that there is nothing to measure with.
    if (!(error instanceof Error) || !error.message.startsWith('every test fails')) throw error;
    throw new Failure(`${folder}: ${error.message}; dist-map test ${folder} says why`);
  }
}

function textOf({ killed, total, layers, survivors }: MutationReport): string {
  const percent = total === 0 ? 100 : Math.floor((killed / total) * 1000) / 10;
  const by = Object.entries(layers).map(([layer, count]) => `${layer} ${count}`);
  const lines = [
    ...survivors.map(({ document, mutant, reason }) => `survived  ${document}, ${mutant}: ${reason}`),
    `killed ${killed} of ${total}, ${percent} %${by.length === 0 ? '' : `: ${by.join(', ')}`}`,
  ];
  return lines.map((line) => `${visible(line)}\n`).join('');
}
