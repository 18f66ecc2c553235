import { CommandFailure, type CommandSystem } from './command-system.ts';
import type { DescriptionChange } from './description-change.ts';
import { descriptionDrift } from './description-drift.ts';
import { formatChange } from './format-change.ts';
import { readCommand } from './read-command.ts';
import { readUses, type Uses } from './uses.ts';

/** 0: nothing that is used breaks; 1: something does; 2: the command or a file could not be used. */
export type ExitCode = 0 | 1 | 2;

const usage = `Usage: connectors check SYSTEM[/PART] OLD NEW [--uses FILE] [--json]

Compares the description of a system that an adapter was built on with a newer one, and tells what breaks for the adapter.

SYSTEM is the name of an adapter (shopify): only what its list of uses names is compared, or all where it has none.
PART is one of its descriptions where it has several (bigcommerce/orders.v2).
OLD and NEW are files: OpenAPI 3 or Swagger 2 as JSON, GraphQL as SDL or as the answer of an introspection query, or the EDMX
of OData; gzipped or not.

Options:
  --uses FILE  a list of uses in place of the adapter's own
  --json       prints { system, uses, breaking, changes } as JSON
  --help       prints this

Exit code: 0 nothing breaks (there may be warnings), 1 something breaks, 2 the command or a file could not be used.
`;

/** Runs `connectors` with the words of a command line. What goes wrong is told in a sentence, never by a stack. */
export async function runCommand(words: readonly string[], system: CommandSystem): Promise<ExitCode> {
  try {
    const command = readCommand(words);
    if (command.kind === 'check') return await check(command, system);
    if (command.isAsked) system.print(usage);
    else system.tell(usage);
    return command.isAsked ? 0 : 2;
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    system.tell(`connectors: ${error.message}\n`);
    return 2;
  }
}

async function check(
  { name, part, before, after, uses, isJson }: Extract<ReturnType<typeof readCommand>, { kind: 'check' }>,
  system: CommandSystem,
): Promise<ExitCode> {
  const listed = uses === undefined ? await system.usesOf(name) : { file: uses, text: await system.read(uses) };
  const changes = drift(await system.read(before), await system.read(after), { listed, part, before, after });
  const breaking = changes.filter(({ severity }) => severity === 'breaking').length;
  if (isJson) system.print(`${JSON.stringify({ system: name, uses: listed?.file, breaking, changes }, null, 2)}\n`);
  else {
    for (const change of changes) system.print(`${formatChange(change)}\n`);
    const compared =
      listed === undefined ? 'everything was compared: there is no list of uses' : `compared by ${listed.file}`;
    system.tell(`${name}: ${breaking} breaking, ${changes.length - breaking} to look at; ${compared}\n`);
  }
  return breaking > 0 ? 1 : 0;
}

interface Files {
  readonly listed: { readonly file: string; readonly text: string } | undefined;
  readonly part: string | undefined;
  readonly before: string;
  readonly after: string;
}

function drift(old: string, recent: string, { listed, part, before, after }: Files): readonly DescriptionChange[] {
  const uses = listed === undefined ? undefined : used(listed, part);
  // Each is read alone first, so that it can be said which of them is none.
  for (const [file, text] of [
    [before, old],
    [after, recent],
  ] as const)
    attempt(file, () => descriptionDrift(text, text, { operations: {} }));
  return attempt(listed?.file ?? before, () => descriptionDrift(old, recent, uses));
}

function used({ file, text }: { readonly file: string; readonly text: string }, part: string | undefined): Uses {
  return attempt(file, () => readUses(JSON.parse(text), part));
}

function attempt<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError)
      throw new CommandFailure(`${file} can not be used: ${error.message}`);
    throw error;
  }
}
