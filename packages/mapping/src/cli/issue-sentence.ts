import { visible } from '../explain/visible.ts';
import type { MappingIssue } from '../issue.ts';

/** Longer values are cut: the place tells where the whole one is. */
const MOST_SHOWN = 120;

/** An issue of a map in one line: `rule number: warning: … ; expected …, found "…" [code]`. */
export function issueSentence({ rule, severity, message, expected, found, code }: MappingIssue): string {
  const said = message.toLowerCase();
  const details = [
    ...(expected === undefined || said.includes('expected') ? [] : [`expected ${cut(expected)}`]),
    ...(found === undefined || said.includes('found') || message.includes(found) ? [] : [`found "${cut(found)}"`]),
  ];
  const parts = [
    ...(rule === undefined || said.startsWith(`rule ${rule.toLowerCase()}`) ? [] : [`rule ${cut(rule)}`]),
    ...(severity === 'error' ? [] : [severity]),
    [message, ...(details.length === 0 ? [] : [details.join(', ')])].join('; '),
  ];
  return `${visible(parts.join(': '))} [${code}]`;
}

function cut(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
