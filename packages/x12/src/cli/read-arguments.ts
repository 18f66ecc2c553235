import { parseArgs } from 'node:util';
import type { Command, CommandOption, Invocation } from './command.ts';
import { Failure } from './failure.ts';
import { nearest } from './nearest.ts';

/** What a person asks for: a command to run, or its help. */
export type Request = { readonly kind: 'help' } | { readonly kind: 'run'; readonly invocation: Invocation };

/** Reads the words behind a command. @throws Failure that says what is wrong and what may have been meant. */
export function readArguments(command: Command, words: readonly string[], isInputTerminal: boolean): Request {
  const known: readonly CommandOption[] = [...command.options, { name: 'help', about: '' }];
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries([
      ...known.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' } as const]),
      ['h', { type: 'boolean', short: 'h' }] as const,
    ]),
  });
  const files: string[] = [];
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') files.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help' || token.name === 'h') return { kind: 'help' };
    const option = known.find(({ name }) => name === token.name && token.rawName.startsWith('--'));
    if (option === undefined) throw new Failure(unknownOption(command, token.rawName, known));
    given.set(option.name, checkedValue(command, option, token.value));
  }
  const invocation: Invocation = {
    files: filesOf(command, files, isInputTerminal),
    option: (name) => given.get(name),
    has: (name) => given.has(name),
  };
  return { kind: 'run', invocation };
}

function unknownOption(command: Command, raw: string, known: readonly CommandOption[]): string {
  const meant = nearest(
    raw.replace(/^-+/, ''),
    known.map(({ name }) => name),
  );
  const hint = meant === undefined ? '' : ` Did you mean --${meant}?`;
  return `x12 ${command.name} has no option ${raw}.${hint} x12 ${command.name} --help lists them.`;
}

function checkedValue(command: Command, { name, value, choices }: CommandOption, given: string | undefined): string {
  if (value === undefined) {
    if (given !== undefined) throw new Failure(`--${name} takes no value; found "${given}"`);
    return '';
  }
  if (given === undefined || given === '')
    throw new Failure(`--${name} needs a value: x12 ${command.name} --${name} ${value}`);
  if (choices !== undefined && !choices.includes(given))
    throw new Failure(`--${name} must be one of ${choices.join(', ')}; found "${given}"`);
  return given;
}

function filesOf({ name, files }: Command, given: readonly string[], isInputTerminal: boolean): readonly string[] {
  if (files !== undefined && given.length !== files.exactly)
    throw new Failure(`x12 ${name} takes ${files.exactly} files; found ${given.length}. x12 ${name} --help says more.`);
  if (given.filter((file) => file === '-').length > 1) throw new Failure('standard input (-) can be read only once');
  if (given.length > 0) return given;
  if (isInputTerminal)
    throw new Failure(`x12 ${name} needs a file, or - for standard input. x12 ${name} --help says more.`);
  return ['-'];
}
