import type { OutgoingInterchange } from '../../envelope/outgoing.ts';
import { write as writeInterchange } from '../../write.ts';
import type { Command } from '../command.ts';
import { definitionOptions, definitions } from '../definitions.ts';
import { eachFile } from '../each-file.ts';
import { outgoingInterchanges } from '../outgoing-interchanges.ts';
import { readBytes } from '../read-bytes.ts';
import { tellIssues } from '../tell-issues.ts';

/** `x12 write`: X12 from JSON. */
export const write: Command = {
  name: 'write',
  about: 'Prints the X12 of JSON in the form that x12 json prints',
  details: 'Counts, padding and trailers are made. Where anything is wrong nothing is printed.',
  options: [...definitionOptions],
  async run(invocation, system) {
    const { files } = invocation;
    const sets = await definitions(invocation, system);
    const outputs: Uint8Array[] = [];
    let isValid = true;
    const failure = await eachFile(files, system, async (file) => {
      const text = new TextDecoder().decode(await readBytes(file, system));
      const made = outgoingInterchanges(text, sets);
      if (tellIssues(made.issues, { file }, system)) isValid = false;
      const interchanges: readonly OutgoingInterchange[] = made.ok ? made.value : [];
      for (const interchange of interchanges) {
        const written = writeInterchange(interchange);
        if (tellIssues(written.issues, { file }, system)) isValid = false;
        if (written.ok) outputs.push(written.value);
      }
    });
    if (failure !== undefined) throw failure;
    if (!isValid) return 1;
    for (const output of outputs) await system.print(output);
    return 0;
  },
};
