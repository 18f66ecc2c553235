import { visible } from '../explain/visible.ts';
import { nearest } from '../map/nearest.ts';
import { commands } from './commands.ts';
import { Failure } from './failure.ts';
import { readArguments } from './read-arguments.ts';
import type { System } from './system.ts';
import { usage, usageOf } from './usage.ts';

/** 0 valid; 1 a map or document is not valid; 2 wrong usage, or a file that can not be read or written. */
export type ExitCode = 0 | 1 | 2;

/** Runs `dist-map` with the words of a command line. What goes wrong is told in a sentence, never by a stack. */
export async function run(words: readonly string[], system: System): Promise<ExitCode> {
  try {
    return await runCommand(words, system);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    for (const [index, line] of error.message.split('\n').entries())
      system.tell(`${index === 0 ? 'dist-map: ' : ''}${visible(line)}\n`);
    return 2;
  }
}

async function runCommand([name, ...words]: readonly string[], system: System): Promise<ExitCode> {
  if (name === undefined) {
    system.tell(usage(commands));
    return 2;
  }
  if (name === '--help' || name === '-h') {
    await system.print(usage(commands));
    return 0;
  }
  if (name === '--version') {
    await system.print(`${system.version()}\n`);
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Failure(unknownCommand(name));
  const request = readArguments(command, words);
  if (request.kind === 'run') return command.run(request.invocation, system);
  await system.print(usageOf(command));
  return 0;
}

function unknownCommand(name: string): string {
  const meant = nearest(
    name.replace(/^-+/, ''),
    commands.map((command) => command.name),
  );
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return `there is no command ${name}.${hint} dist-map --help lists them.`;
}
