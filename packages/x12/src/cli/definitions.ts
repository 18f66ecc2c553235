import type { Definition } from '../definition/definition.ts';
import { type FormattableIssue, format } from '../format.ts';
import { readGuide } from '../guide/read-guide.ts';
import { withGuide } from '../guide/with-guide.ts';
import type { CommandOption, Invocation } from './command.ts';
import { Failure } from './failure.ts';
import { readBytes } from './read-bytes.ts';
import type { System } from './system.ts';

/** The option of every command that reads documents. */
export const guideOption: CommandOption = {
  name: 'guide',
  value: 'FILE',
  about: 'a companion guide, or an array of them, as JSON: its rules are checked too',
};

/**
 * Every transaction set that is shipped, of every release, with the guides that were asked for laid over them.
 * @throws Failure when a guide can not be used.
 */
export async function definitions(invocation: Invocation, system: System): Promise<readonly Definition[]> {
  // Imported as modules of their own: a name for all of a release would stay in the bundle of whoever uses one of its sets.
  const releases = [await import('../004010.ts'), await import('../005010.ts')];
  const all = releases.flatMap((sets) => Object.values<Definition>(sets));
  const file = invocation.option(guideOption.name);
  if (file === undefined) return all;
  const json = parsed(new TextDecoder().decode(await readBytes(file, system)), file);
  for (const one of Array.isArray(json) ? json : [json]) {
    const read = readGuide(one);
    if (!read.ok) throw new Failure(notUsable(file, read.issues));
    const { set, release } = read.value;
    const index = all.findIndex((definition) => definition.id === set && definition.release === release);
    const definition = all[index];
    if (definition === undefined)
      throw new Failure(`${file}: the guide is for ${set} of release ${release}, which is not known`);
    const checked = readGuide(one, { definition });
    if (!checked.ok) throw new Failure(notUsable(file, checked.issues));
    if (definition.guide !== undefined) throw new Failure(`${file}: two guides are for ${set} of release ${release}`);
    all[index] = withGuide(definition, checked.value);
  }
  return all;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`${file} is no JSON: ${(error as Error).message}`);
  }
}

const notUsable = (file: string, issues: readonly FormattableIssue[]): string =>
  ['the guide can not be used', ...issues.map((issue) => format(issue, { file }))].join('\n');
