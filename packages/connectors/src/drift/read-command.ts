import { CommandFailure } from './command-system.ts';

/** What a person asks for. */
export type CommandRequest =
  | { readonly kind: 'help'; readonly isAsked: boolean }
  | {
      readonly kind: 'check';
      readonly name: string;
      /** Of a system with several descriptions. */
      readonly part: string | undefined;
      readonly before: string;
      readonly after: string;
      readonly uses: string | undefined;
      readonly isJson: boolean;
    };

/** Reads the words of a command line. Throws a CommandFailure that says what is wrong. */
export function readCommand(words: readonly string[]): CommandRequest {
  const [command, ...rest] = words;
  if (command === undefined) return { kind: 'help', isAsked: false };
  if (words.includes('--help') || words.includes('-h')) return { kind: 'help', isAsked: true };
  if (command !== 'check')
    throw new CommandFailure(`there is no command ${command}; there is check. connectors --help says more`);
  const files: string[] = [];
  let uses: string | undefined;
  let isJson = false;
  for (let index = 0; index < rest.length; index += 1) {
    const word = rest[index] ?? '';
    if (word === '--json') isJson = true;
    else if (word === '--uses') {
      index += 1;
      uses = rest[index];
      if (uses === undefined) throw new CommandFailure('--uses needs a file');
    } else if (word.startsWith('-'))
      throw new CommandFailure(`check has no option ${word}. connectors --help lists them`);
    else files.push(word);
  }
  const [name, before, after, more] = files;
  if (name === undefined || before === undefined || after === undefined || more !== undefined)
    throw new CommandFailure(
      `check takes a system and two files; found ${files.length} words. connectors --help says more`,
    );
  const [, system, part] = /^([a-z0-9-]+)(?:\/([\w.-]+))?$/.exec(name) ?? [];
  if (system === undefined) throw new CommandFailure(`${name} is no name of a system, such as shopify`);
  return { kind: 'check', name: system, part, before, after, uses, isJson };
}
