import type { Definition } from '../definition/definition.ts';
import { readDictionary } from '../dictionary/read-dictionary.ts';
import { type FormattableIssue, format } from '../format.ts';
import { readGuide } from '../guide/read-guide.ts';
import { withGuide } from '../guide/with-guide.ts';
import type { CommandOption, Invocation } from './command.ts';
import { Failure } from './failure.ts';
import { readBytes } from './read-bytes.ts';
import type { System } from './system.ts';

const guideOption: CommandOption = {
  name: 'guide',
  value: 'FILE',
  about: 'a companion guide, or an array of them, as JSON: its rules are checked too',
};

const dictionaryOption: CommandOption = {
  name: 'dictionary',
  value: 'FILE',
  about: 'further transaction sets, or others in place of those that are shipped, as JSON',
};

/** The options of every command that reads documents. */
export const definitionOptions: readonly CommandOption[] = [guideOption, dictionaryOption];

/**
 * Every transaction set that is shipped, of every release, and those of the dictionary that was asked for, with the guides
 * that were asked for laid over them.
 * @throws Failure when a dictionary or guide can not be used.
 */
export async function definitions(invocation: Invocation, system: System): Promise<readonly Definition[]> {
  // Imported as modules of their own: a name for all of a release would stay in the bundle of whoever uses one of its sets.
  const releases = [await import('../004010.ts'), await import('../005010.ts')];
  const shipped = releases.flatMap((sets) => Object.values<Definition>(sets));
  const dictionary = invocation.option(dictionaryOption.name);
  const all =
    dictionary === undefined ? shipped : withDictionary(shipped, await jsonOf(dictionary, system), dictionary);
  const guides = invocation.option(guideOption.name);
  return guides === undefined ? all : withGuides(all, await jsonOf(guides, system), guides);
}

function withDictionary(shipped: readonly Definition[], json: unknown, file: string): readonly Definition[] {
  const read = readDictionary(json, { base: shipped });
  if (!read.ok) throw new Failure(notUsable('dictionary', file, read.issues));
  const isReplaced = ({ id, release }: Definition) =>
    read.value.some((other) => other.id === id && other.release === release);
  return [...shipped.filter((definition) => !isReplaced(definition)), ...read.value];
}

function withGuides(definitions: readonly Definition[], json: unknown, file: string): readonly Definition[] {
  const all = [...definitions];
  for (const one of Array.isArray(json) ? json : [json]) {
    const read = readGuide(one);
    if (!read.ok) throw new Failure(notUsable('guide', file, read.issues));
    const { set, release } = read.value;
    const index = all.findIndex((definition) => definition.id === set && definition.release === release);
    const definition = all[index];
    if (definition === undefined)
      throw new Failure(`${file}: the guide is for ${set} of release ${release}, which is not known`);
    const checked = readGuide(one, { definition });
    if (!checked.ok) throw new Failure(notUsable('guide', file, checked.issues));
    if (definition.guide !== undefined) throw new Failure(`${file}: two guides are for ${set} of release ${release}`);
    all[index] = withGuide(definition, checked.value);
  }
  return all;
}

async function jsonOf(file: string, system: System): Promise<unknown> {
  const text = new TextDecoder().decode(await readBytes(file, system));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`${file} is no JSON: ${(error as Error).message}`);
  }
}

const notUsable = (what: string, file: string, issues: readonly FormattableIssue[]): string =>
  [`the ${what} can not be used`, ...issues.map((issue) => format(issue, { file }))].join('\n');
