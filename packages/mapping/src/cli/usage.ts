import type { Command, CommandOption } from './command.ts';

/** The help for all commands. */
export function usage(commands: readonly Command[]): string {
  return [
    'Usage: dist-map COMMAND [OPTION…]',
    '',
    'Runs, checks and compares maps between documents of trading partners and canonical ones.',
    'A map is a JSON file, the id of one that is shipped (x12/004010/850), or the folder of a partner and a --document.',
    '',
    'Commands:',
    ...columns(commands.map(({ name, about }) => [name, about])),
    '',
    'Exit code: 0 valid, 1 a map or document is not valid, 2 the command or a file could not be used.',
    'dist-map COMMAND --help says more about one; dist-map --version prints the version.',
    '',
  ].join('\n');
}

/** The help for one command. */
export function usageOf({ name, about, details, operands, options }: Command): string {
  const required = options.filter((option) => option.required).map(labelOf);
  return [
    ['Usage: dist-map', name, ...required, '[OPTION…]', ...(operands === undefined ? [] : [operands.shown])].join(' '),
    '',
    `${about}.`,
    ...(details === undefined ? [] : ['', details]),
    '',
    'Options:',
    ...columns([...options.map((option) => [labelOf(option), option.about] as const), ['--help', 'prints this']]),
    '',
  ].join('\n');
}

function labelOf({ name, value, choices }: CommandOption): string {
  if (value === undefined) return `--${name}`;
  return `--${name} ${choices === undefined ? value : choices.join('|')}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
