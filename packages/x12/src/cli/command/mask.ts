import { mask as maskBytes } from '../../mask.ts';
import type { Command } from '../command.ts';
import { readBytes } from '../read-bytes.ts';

/** `x12 mask`: a copy to show to others. */
export const mask: Command = {
  name: 'mask',
  about: 'Prints a copy with names, addresses, contacts, accounts, prices, amounts and free text hidden',
  details:
    'Separators, codes, dates, quantities, item and control numbers stay: the copy has the issues of the original.',
  options: [],
  async run({ files }, system) {
    for (const file of files) await system.print(maskBytes(await readBytes(file, system)));
    return 0;
  },
};
