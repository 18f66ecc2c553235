import type { RunOptions } from '../../compiled-map.ts';
import type { Direction } from '../../map/rule.ts';
import type { Command, Invocation } from '../command.ts';
import type { CompiledEnds } from '../compiled-ends.ts';
import { counted } from '../counted.ts';
import { mapName } from '../ends-of.ts';
import { Failure } from '../failure.ts';
import { givenFacts } from '../given-facts.ts';
import { type Impact, impactOf, impactText } from '../impact-report.ts';
import { codecsOption, documentOption, factsOption, overlayOption } from '../map-options.ts';
import { mappedDocument } from '../mapped-document.ts';
import { printJson } from '../print-json.ts';
import { readDocuments } from '../read-documents.ts';
import type { System } from '../system.ts';
import { usableMap } from '../usable-map.ts';

/** `dist-map impact`: what a new map would have made of documents that are stored (R27). */
export const impact: Command = {
  name: 'impact',
  about: 'Runs stored documents through an old and a new map, and prints what comes out otherwise',
  details: 'Ends with 1 where anything differs. Files that can not be read by either map are told, and differ.',
  operands: { shown: '[FILE…]', least: 0, most: 100_000 },
  options: [
    { name: 'map', value: 'OLD', required: true, about: 'the map in use: a file, an id, or the folder of a partner' },
    overlayOption,
    codecsOption,
    documentOption,
    { name: 'with', value: 'NEW', required: true, about: 'the map that is to take its place' },
    { name: 'with-overlay', value: 'FILE', repeats: true, about: 'a patch laid over the new map' },
    { name: 'in', value: 'FILE', required: true, about: 'the documents; more files may follow' },
    { name: 'reverse', about: 'from canonical JSON to the partner’s document' },
    factsOption,
    { name: 'json', about: 'prints { documents, differ, impacts }' },
  ],
  run: runImpact,
};

interface Change {
  readonly before: CompiledEnds;
  readonly after: CompiledEnds;
  readonly direction: Direction;
  readonly options: RunOptions;
}

async function runImpact(invocation: Invocation, system: System): Promise<0 | 1> {
  const change = await changeOf(invocation, system);
  const impacts: Impact[] = [];
  let isValid = true;
  for (const file of [invocation.required('in'), ...invocation.operands]) {
    const source = await readDocuments(file, change.before, change.direction, system);
    if (!source.isValid) isValid = false;
    for (const { text } of source.issues) system.tell(text);
    const target = change.direction === 'read' ? change.before.canonical : change.before.native.format;
    for (const document of source.documents) {
      const [before, after] = [change.before, change.after].map((ends) =>
        mappedDocument(ends, document, change.direction, change.options),
      );
      if (before && after) impacts.push(impactOf(file, before, after, target));
    }
  }
  const differ = impacts.filter(({ isSame }) => !isSame);
  if (invocation.has('json')) await printJson(reportOf(impacts, differ), system);
  else await printText(impacts, differ, system);
  return isValid && differ.length === 0 ? 0 : 1;
}

async function changeOf(invocation: Invocation, system: System): Promise<Change> {
  const direction: Direction = invocation.has('reverse') ? 'write' : 'read';
  const before = await usableMap(mapName(invocation, invocation.required('map')), direction, system);
  const after = await usableMap(mapName(invocation, invocation.required('with'), 'with-overlay'), direction, system);
  for (const side of ['native', 'canonical'] as const)
    if (before.base[side] !== after.base[side])
      throw new Failure(`the maps are for other documents: ${side} ${before.base[side]}, and ${after.base[side]}`);
  const facts = await givenFacts(invocation.option('facts'), system);
  return { before, after, direction, options: { facts } };
}

function reportOf(impacts: readonly Impact[], differ: readonly Impact[]): object {
  return {
    documents: impacts.length,
    differ: differ.length,
    impacts: differ.map(({ keys, made, changes, issues }) => ({ ...keys, made, changes, issues })),
  };
}

async function printText(impacts: readonly Impact[], differ: readonly Impact[], system: System): Promise<void> {
  for (const one of differ) await system.print(impactText(one));
  const lost = differ.filter(({ made }) => made.before && !made.after).length;
  const end = lost === 0 ? '' : `, ${lost} of them are not made any more`;
  const words = differ.length === 1 ? 'differs' : 'differ';
  await system.print(`${counted(impacts.length, 'document')}, ${differ.length} ${words}${end}\n`);
}
