import { parseArgs } from 'node:util';
import { nearest } from '../map/nearest.ts';
import type { Command, CommandOption, Invocation } from './command.ts';
import { Failure } from './failure.ts';

/** What a person asks for: a command to run, or its help. */
export type Request = { readonly kind: 'help' } | { readonly kind: 'run'; readonly invocation: Invocation };

/** Reads the words behind a command. @throws Failure that says what is wrong and what may have been meant. */
export function readArguments(command: Command, words: readonly string[]): Request {
  const known: readonly CommandOption[] = [...command.options, { name: 'help', about: '' }];
  const operands: string[] = [];
  const given = new Map<string, string[]>();
  for (const token of tokensOf(known, words)) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help' || token.name === 'h') return { kind: 'help' };
    const option = known.find(({ name }) => name === token.name && token.rawName.startsWith('--'));
    if (option === undefined) throw new Failure(unknownOption(command, token.rawName, known));
    const values = given.get(option.name) ?? [];
    if (values.length > 0 && !option.repeats) throw new Failure(`--${option.name} can be given only once`);
    given.set(option.name, [...values, checkedValue(command, option, token.value)]);
  }
  checkPresent(command, given, operands);
  const invocation: Invocation = {
    operands,
    option: (name) => given.get(name)?.at(-1),
    required: (name) => given.get(name)?.at(-1) ?? '',
    options: (name) => given.get(name) ?? [],
    has: (name) => given.has(name),
  };
  return { kind: 'run', invocation };
}

function tokensOf(known: readonly CommandOption[], words: readonly string[]) {
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
  return tokens;
}

function unknownOption(command: Command, raw: string, known: readonly CommandOption[]): string {
  const meant = nearest(
    raw.replace(/^-+/, ''),
    known.map(({ name }) => name),
  );
  const hint = meant === undefined ? '' : ` Did you mean --${meant}?`;
  return `dist-map ${command.name} has no option ${raw}.${hint} dist-map ${command.name} --help lists them.`;
}

function checkedValue(command: Command, { name, value, choices }: CommandOption, given: string | undefined): string {
  if (value === undefined) {
    if (given !== undefined) throw new Failure(`--${name} takes no value; found "${given}"`);
    return '';
  }
  if (given === undefined || given === '')
    throw new Failure(`--${name} needs a value: dist-map ${command.name} --${name} ${value}`);
  if (choices !== undefined && !choices.includes(given))
    throw new Failure(`--${name} must be one of ${choices.join(', ')}; found "${given}"`);
  return given;
}

function checkPresent(command: Command, given: ReadonlyMap<string, unknown>, operands: readonly string[]): void {
  const { name, options } = command;
  const help = `dist-map ${name} --help says more.`;
  const missing = options.find((option) => option.required && !given.has(option.name));
  if (missing !== undefined) throw new Failure(`dist-map ${name} needs --${missing.name} ${missing.value}. ${help}`);
  const { shown, least, most } = command.operands ?? { shown: 'no words beside its options', least: 0, most: 0 };
  if (operands.length < least || operands.length > most)
    throw new Failure(`dist-map ${name} takes ${shown}; found ${operands.join(' ') || 'none'}. ${help}`);
}
