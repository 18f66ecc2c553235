import type { Command, Invocation } from '../command.ts';
import { definitionOptions, definitions } from '../definitions.ts';
import { eachFile } from '../each-file.ts';
import { examine } from '../examine.ts';
import { InspectedTree } from '../inspected-tree.ts';
import { printPieces } from '../print-pieces.ts';
import { nearestReleaseOption } from '../reading-options.ts';
import type { System } from '../system.ts';
import { withProgress } from '../with-progress.ts';

/** `x12 inspect`: the files as trees. */
export const inspect: Command = {
  name: 'inspect',
  about: 'Shows a file as a tree with the names of loops, segments and elements, each issue at its place',
  details: 'What is wrong with the trailer of a group or interchange stands at its end, behind its sets.',
  options: [...definitionOptions, nearestReleaseOption],
  run: runInspect,
};

async function runInspect(invocation: Invocation, system: System): Promise<0 | 1> {
  const { files } = invocation;
  const options = {
    definitions: await definitions(invocation, system),
    nearestRelease: invocation.has(nearestReleaseOption.name),
  };
  let isValid = true;
  const failure = await eachFile(files, system, async (file) => {
    if (files.length > 1) await system.print(`${file}\n`);
    const tree = new InspectedTree();
    for await (const item of examine(withProgress(file, system), options)) await printPieces(tree.lines(item), system);
    if (tree.hasError) isValid = false;
  });
  if (failure !== undefined) throw failure;
  return isValid ? 0 : 1;
}
