import { explainedChanges } from '../../explain/explained-changes.ts';
import { explainedMap } from '../../explain/explained-map.ts';
import type { Explanation } from '../../map/explanation.ts';
import type { Command } from '../command.ts';
import { compiledEnds } from '../compiled-ends.ts';
import { conformanceKit } from '../conformance-kit.ts';
import type { MapName } from '../ends-of.ts';
import { issueLines } from '../issue-lines.ts';
import { codecsOption, overlayOption } from '../map-options.ts';
import { usablePartner } from '../partner-folder.ts';
import { printJson } from '../print-json.ts';
import type { System } from '../system.ts';

/** `dist-map explain`: the map in effect. */
export const explain: Command = {
  name: 'explain',
  about: 'Prints the map in effect, rule by rule, and which overlay changed what',
  details: 'Of the folder of a partner, the maps of all its documents.',
  operands: { shown: 'MAP|FOLDER', least: 1, most: 1 },
  options: [
    overlayOption,
    codecsOption,
    { name: 'changes', about: 'only the rules and tables that overlays changed, and which overlay did' },
    { name: 'json', about: 'prints { hash, map, overlays, changes }; of a folder, an array with { document } beside' },
  ],
  async run(invocation, system) {
    const [name = ''] = invocation.operands;
    const isFolder = await system.isFolder(name);
    const found = isFolder
      ? await partnerExplanations(name, system)
      : await mapExplanation(
          { name, overlays: invocation.options('overlay'), codecs: invocation.option('codecs') },
          system,
        );
    const isWhole = found.every(({ explanation }) => explanation !== undefined);
    const explained = found.flatMap(({ document, explanation }) => (explanation ? [{ document, ...explanation }] : []));
    if (invocation.has('json')) await printJson(isFolder ? explained : (explained[0] ?? null), system);
    else
      for (const { document, ...explanation } of explained)
        await system.print(
          `${document === undefined ? '' : `${document}\n`}${invocation.has('changes') ? explainedChanges(explanation) : explainedMap(explanation)}\n`,
        );
    return isWhole ? 0 : 1;
  },
};

interface Explained {
  readonly document?: string | undefined;
  /** Undefined where the map can not be compiled; its faults have been told. */
  readonly explanation: Explanation | undefined;
}

async function mapExplanation(named: Omit<MapName, 'document'>, system: System): Promise<Explained[]> {
  const result = await compiledEnds(named, system);
  system.tell(issueLines(named.name, result.issues));
  return [{ explanation: result.value?.compiled.explain() }];
}

async function partnerExplanations(folder: string, system: System): Promise<Explained[]> {
  const { documents } = await usablePartner(folder, system, { golden: false });
  const { compiledDocument } = await conformanceKit();
  return documents.map((document) => {
    const result = compiledDocument(document);
    system.tell(issueLines(`${folder}, ${document.name}`, result.issues));
    return { document: document.name, explanation: result.value?.explain() };
  });
}
