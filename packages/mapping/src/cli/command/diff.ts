import { mapChangeLines } from '../../explain/map-change-lines.ts';
import { mapChanges } from '../../explain/map-changes.ts';
import type { PartnerMap } from '../../map/partner-map.ts';
import type { Command, Invocation } from '../command.ts';
import { counted } from '../counted.ts';
import { endsOf, type MapName, mapName } from '../ends-of.ts';
import { issueLines } from '../issue-lines.ts';
import { documentOption, overlayOption } from '../map-options.ts';
import { printJson } from '../print-json.ts';
import type { System } from '../system.ts';

/** `dist-map diff`: how two maps in effect differ. */
export const diff: Command = {
  name: 'diff',
  about: 'Prints how one map differs from another, rule by rule',
  details: 'Differences are no fault: the exit code is 0 where both maps are valid.',
  operands: { shown: 'MAP|FOLDER MAP|FOLDER', least: 2, most: 2 },
  options: [
    { ...overlayOption, about: 'a patch laid over the first map; several apply in the order given' },
    { name: 'with-overlay', value: 'FILE', repeats: true, about: 'a patch laid over the second map' },
    documentOption,
    { name: 'json', about: 'prints one array, an object for each difference' },
  ],
  run: runDiff,
};

async function runDiff(invocation: Invocation, system: System): Promise<0 | 1> {
  const [one = '', other = ''] = invocation.operands;
  const before = await mapInEffect(mapName(invocation, one), system);
  const after = await mapInEffect(mapName(invocation, other, 'with-overlay'), system);
  if (before === undefined || after === undefined) return 1;
  const changes = mapChanges(before, after);
  if (invocation.has('json')) await printJson(changes, system);
  else await system.print(`${changes.map(mapChangeLines).join('')}${counted(changes.length, 'difference')}\n`);
  return 0;
}

async function mapInEffect(named: MapName, system: System): Promise<PartnerMap | undefined> {
  const result = await endsOf(named, system);
  system.tell(issueLines(named.name, result.issues));
  return result.value?.compiled.explain().map;
}
