import type { Facts } from '../codec/codec.ts';
import { Failure } from './failure.ts';
import { readJson } from './read-json.ts';
import type { System } from './system.ts';

/**
 * Master data from a file: `{ "item": { "4711": "AX-100" } }`, by lookup and the partner's key.
 * @throws Failure when it has another form.
 */
export async function givenFacts(file: string | undefined, system: System): Promise<Facts | undefined> {
  if (file === undefined) return undefined;
  const json = await readJson(file, system);
  if (!isRecord(json)) throw new Failure(`${file} must be an object: { "LOOKUP": { "KEY": "VALUE" } }`);
  for (const [lookup, entries] of Object.entries(json)) {
    if (!isRecord(entries)) throw new Failure(`${file}: ${lookup} must be an object of keys and values`);
    const wrong = Object.entries(entries).find(([, value]) => typeof value !== 'string');
    if (wrong !== undefined) throw new Failure(`${file}: ${lookup}, ${wrong[0]} must be a text`);
  }
  return json as Facts;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
