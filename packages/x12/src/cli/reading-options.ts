import type { Definition } from '../definition/definition.ts';
import type { CommandOption, Invocation } from './command.ts';
import { definitionOptions, definitions } from './definitions.ts';
import { Failure } from './failure.ts';
import { readBytes } from './read-bytes.ts';
import { Seen } from './seen.ts';
import type { System } from './system.ts';

/** Reads sets of a release that is not shipped. */
export const nearestReleaseOption: CommandOption = {
  name: 'nearest-release',
  about: 'reads a set of another release with the definition of the nearest one, all code lists open',
};

/** The options of a command that decides what becomes of an interchange. */
export const readingOptions: readonly CommandOption[] = [
  ...definitionOptions,
  nearestReleaseOption,
  {
    name: 'seen',
    value: 'FILE',
    about: 'what has been received: a number that comes again is refused, the same bytes are a retransmission',
  },
  { name: 'remember', about: 'adds to the file of --seen what came now and is not rejected as a whole' },
];

/** What those options ask for. */
export interface Reading {
  readonly definitions: readonly Definition[];
  readonly nearestRelease: boolean;
  readonly seen: Seen | undefined;
  /** Adds what has come to the file of `--seen`, if that was asked for. Called when all output is out. */
  remember(): Promise<void>;
}

/** Reads the files that the options name. @throws Failure when one can not be used. */
export async function reading(invocation: Invocation, system: System): Promise<Reading> {
  const file = invocation.option('seen');
  const remembers = invocation.has('remember');
  if (remembers && file === undefined) throw new Failure('--remember needs --seen FILE, to know where');
  // An empty line tells at once whether the file can be written, and makes one where there is none yet.
  if (remembers && file !== undefined) await system.append(file, '');
  const seen = file === undefined ? undefined : new Seen(new TextDecoder().decode(await readBytes(file, system)), file);
  return {
    definitions: await definitions(invocation, system),
    nearestRelease: invocation.has(nearestReleaseOption.name),
    seen,
    async remember() {
      if (remembers && file !== undefined && seen !== undefined) await system.append(file, seen.news);
    },
  };
}
