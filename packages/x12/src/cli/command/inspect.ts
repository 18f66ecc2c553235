import { inspectedLines } from '../../inspect/inspected-lines.ts';
import { read } from '../../read.ts';
import type { Command } from '../command.ts';
import { definitions, guideOption } from '../definitions.ts';
import { printPieces } from '../print-pieces.ts';
import { readBytes } from '../read-bytes.ts';

/** `x12 inspect`: the files as trees. */
export const inspect: Command = {
  name: 'inspect',
  about: 'Shows a file as a tree with the names of loops, segments and elements, each issue at its place',
  options: [guideOption],
  async run(invocation, system) {
    const { files } = invocation;
    const sets = await definitions(invocation, system);
    let isValid = true;
    for (const file of files) {
      const received = read(await readBytes(file, system), { sets });
      if (files.length > 1) await system.print(`${file}\n`);
      await printPieces(withLineFeeds(inspectedLines(received, sets)), system);
      if (received.issues.some(({ severity }) => severity === 'error')) isValid = false;
    }
    return isValid ? 0 : 1;
  },
};

function* withLineFeeds(lines: Iterable<string>): Generator<string, void> {
  for (const line of lines) yield `${line}\n`;
}
