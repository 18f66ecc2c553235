import type { Facts } from '../../codec/codec.ts';
import type { RunOptions } from '../../compiled-map.ts';
import type { Direction } from '../../map/rule.ts';
import type { Command, Invocation } from '../command.ts';
import type { CompiledEnds } from '../compiled-ends.ts';
import { mapName } from '../ends-of.ts';
import { type Envelope, envelopeOf, envelopeOptions } from '../envelope-options.ts';
import { givenComplements } from '../given-complements.ts';
import { givenFacts } from '../given-facts.ts';
import { codecsOption, documentOption, factsOption, overlayOption } from '../map-options.ts';
import { type MappedDocument, mappedDocument } from '../mapped-document.ts';
import { printJson } from '../print-json.ts';
import { readDocuments } from '../read-documents.ts';
import { runNotes } from '../run-notes.ts';
import { type Outcome, runReport } from '../run-report.ts';
import type { SourceDocuments } from '../source-documents.ts';
import type { System } from '../system.ts';
import { usableMap } from '../usable-map.ts';
import { x12Text } from '../x12/x12-text.ts';
import { xmlText } from '../xml-text.ts';

/** `dist-map run`: a document through a map. */
export const run: Command = {
  name: 'run',
  about:
    'Prints what a map makes of a document: JSON of X12, JSON or XML, or with --reverse the document of canonical JSON',
  details: [
    'Every set of the map’s type in an X12 file is read, every document of a JSON array. One document is printed as an',
    'object, several as an array; those with an error are left out, and told on standard error with what no rule reads.',
    'With --reverse one interchange is made of all, and nothing is printed where any has an error.',
    '--json prints one object instead, { ok, map, direction, issues, documents, output }, with what was kept of each',
    'document; that file can be given to --in and --complement of the way back.',
  ].join('\n'),
  options: [
    {
      name: 'map',
      value: 'MAP',
      required: true,
      about:
        'the map: a file, the id of a shipped one, or the folder of a partner, whose guide and constraints are checked',
    },
    overlayOption,
    codecsOption,
    documentOption,
    { name: 'in', value: 'FILE', required: true, about: 'the documents; - is standard input' },
    { name: 'reverse', about: 'from canonical JSON to the partner’s document' },
    factsOption,
    { name: 'complement', value: 'FILE', about: 'what the run the other way kept, to be put back in its places' },
    { name: 'trace', about: 'tells which rule made each value' },
    { name: 'json', about: 'prints one JSON object with everything' },
    ...envelopeOptions,
  ],
  run: runRun,
};

async function runRun(invocation: Invocation, system: System): Promise<0 | 1> {
  const direction: Direction = invocation.has('reverse') ? 'write' : 'read';
  const file = invocation.required('in');
  const ends = await usableMap(mapName(invocation, invocation.required('map')), direction, system);
  const envelope = envelopeOf(invocation, system, ends.addresses);
  const facts = (await givenFacts(invocation.option('facts'), system)) ?? {};
  const complements = await givenComplements(invocation.option('complement'), system);
  const source = await readDocuments(file, ends, direction, system);
  const optionsOf = (index: number): RunOptions => {
    return { facts, complement: complements[index], trace: invocation.has('trace') };
  };
  const documents = source.documents.map((one, index) => mappedDocument(ends, one, direction, optionsOf(index)));
  const outcome = await outcomeOf(ends, direction, source, documents, envelope);
  if (invocation.has('json')) await printJson(runReport(ends, outcome), system);
  else await printOutcome(file, outcome, facts, system);
  return outcome.ok ? 0 : 1;
}

async function outcomeOf(
  { native }: CompiledEnds,
  direction: Direction,
  source: SourceDocuments,
  documents: readonly MappedDocument[],
  envelope: Envelope,
): Promise<Outcome> {
  const ok = source.isValid && documents.every(({ result }) => result.ok);
  const plain = { ok, direction, issues: source.issues, documents, output: undefined };
  if (direction === 'read' || native.kind === 'json' || !ok) return plain;
  const values = documents.map(({ result }) => result.value);
  const { bytes, issues } =
    native.kind === 'x12' ? await x12Text(values, native.definition, envelope) : xmlText(values);
  return { ...plain, ok: bytes !== undefined, issues: [...source.issues, ...issues], output: bytes };
}

async function printOutcome(file: string, outcome: Outcome, facts: Facts, system: System): Promise<void> {
  const { ok, direction, issues, documents, output } = outcome;
  for (const { text } of issues) system.tell(text);
  for (const document of documents) system.tell(runNotes(file, document, facts));
  if (output !== undefined) return system.print(output);
  const made = documents.flatMap(({ result }) => (result.ok ? [result.value] : []));
  if (made.length === 0 || (direction === 'write' && !ok)) return;
  await printJson(documents.length === 1 ? made[0] : made, system);
}
