import { visible } from '../../explain/visible.ts';
import { checkedMap } from '../checked-map.ts';
import { checkedPartner } from '../checked-partner.ts';
import type { CheckedTarget } from '../checked-target.ts';
import type { Command, Invocation } from '../command.ts';
import { counted } from '../counted.ts';
import { issueHelp } from '../issue-help.ts';
import { issueLines } from '../issue-lines.ts';
import { codecsOption, overlayOption } from '../map-options.ts';
import { printJson } from '../print-json.ts';
import type { System } from '../system.ts';

/** `dist-map check`: what is wrong with maps and partners, before any document. */
export const check: Command = {
  name: 'check',
  about: 'Checks maps, or the folders of partners, without a document: every fault with its rule',
  operands: { shown: 'MAP|FOLDER…', least: 1, most: 1000 },
  options: [
    overlayOption,
    codecsOption,
    { name: 'json', about: 'prints one array, an object for each map or partner, with its issues' },
  ],
  run: runCheck,
};

async function runCheck(invocation: Invocation, system: System): Promise<0 | 1> {
  const overlays = invocation.options(overlayOption.name);
  const codecs = invocation.option(codecsOption.name);
  const checked: CheckedTarget[] = [];
  for (const name of invocation.operands)
    checked.push(
      (await system.isFolder(name))
        ? await checkedPartner(name, system)
        : await checkedMap({ name, overlays, codecs }, system),
    );
  if (invocation.has('json')) await printJson(checked.map(reportOf), system);
  else await system.print([...checked.map(textOf), issueHelp(checked.flatMap(({ issues }) => issues))].join(''));
  return checked.every(({ ok }) => ok) ? 0 : 1;
}

function reportOf({ what: _, ...report }: CheckedTarget): object {
  return report;
}

function textOf({ name, ok, issues, what }: CheckedTarget): string {
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  const counts = `${counted(errors, 'error')}, ${counted(issues.length - errors, 'warning')}`;
  return `${issueLines(name, issues)}${visible(`${name}: ${ok ? 'valid' : 'not valid'}: ${what}, ${counts}`)}\n`;
}
