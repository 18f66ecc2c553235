import * as z from 'zod';
import { isTooDeep } from '../profile/is-too-deep.ts';
import type { Complement } from '../run/complement.ts';
import { complementSchema } from './complement-schema.ts';
import { Failure } from './failure.ts';
import { readJson } from './read-json.ts';
import type { System } from './system.ts';

/** Each level of a document is up to three of its complement. */
const DEEPEST = 200;

/**
 * What earlier runs kept, one for each document in order: from the report of `dist-map run --json`, or alone, or as an array.
 * @throws Failure when a file holds none.
 */
export async function givenComplements(file: string | undefined, system: System): Promise<readonly Complement[]> {
  if (file === undefined) return [];
  const json = await readJson(file, system);
  const found: readonly unknown[] = Array.isArray(json) ? json : (reported(json) ?? [json]);
  if (!isTooDeep(found, DEEPEST)) {
    // What was checked is taken, not the schema's copy, which leaves out values that are called __proto__.
    if (z.array(complementSchema).safeParse(found).success) return found as readonly Complement[];
  }
  throw new Failure(`${file} holds no complement; dist-map run --json prints one for each document`);
}

function reported(json: unknown): readonly unknown[] | undefined {
  if (typeof json !== 'object' || json === null || !('documents' in json)) return undefined;
  const { documents } = json;
  if (!Array.isArray(documents)) return undefined;
  return documents.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'value' in one && 'complement' in one ? [one.complement] : [],
  );
}
