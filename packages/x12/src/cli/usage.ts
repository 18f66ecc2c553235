import type { Command, CommandOption } from './command.ts';

/** The help for all commands. */
export function usage(commands: readonly Command[]): string {
  return [
    'Usage: x12 COMMAND [OPTION…] [FILE…]',
    '',
    'Reads X12 interchanges from files, or from standard input (-).',
    '',
    'Commands:',
    ...columns(commands.map(({ name, about }) => [name, about])),
    '',
    'Exit code: 0 valid, 1 a file is not valid, 2 the command or a file could not be used.',
    'x12 COMMAND --help says more about one; x12 --version prints the version.',
    '',
  ].join('\n');
}

/** The help for one command. */
export function usageOf({ name, about, details, files, options }: Command): string {
  const names = files === undefined ? '[FILE…]' : Array.from({ length: files.exactly }, () => 'FILE').join(' ');
  return [
    `Usage: x12 ${name} [OPTION…] ${names}`,
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
