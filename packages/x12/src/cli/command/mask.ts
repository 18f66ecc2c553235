import { maskStream } from '../../mask/mask-stream.ts';
import type { Command } from '../command.ts';
import { eachFile } from '../each-file.ts';
import { withProgress } from '../with-progress.ts';

/** `x12 mask`: a copy to show to others. */
export const mask: Command = {
  name: 'mask',
  about: 'Prints a copy with names, addresses, contacts, accounts, prices, amounts and free text hidden',
  details:
    'Separators, codes, dates, quantities, item and control numbers stay: the copy has the issues of the original.',
  options: [],
  async run({ files }, system) {
    const failure = await eachFile(files, system, async (file) => {
      for await (const piece of maskStream(withProgress(file, system))) await system.print(piece);
    });
    if (failure !== undefined) throw failure;
    return 0;
  },
};
