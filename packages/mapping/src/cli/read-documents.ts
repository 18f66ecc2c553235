import type { Direction } from '../map/rule.ts';
import type { CompiledEnds } from './compiled-ends.ts';
import { jsonDocuments } from './json-documents.ts';
import { readBytes } from './read-bytes.ts';
import { readJson } from './read-json.ts';
import type { SourceDocuments } from './source-documents.ts';
import type { System } from './system.ts';
import { x12Documents } from './x12/x12-documents.ts';
import { xmlDocuments } from './xml-documents.ts';

/** The documents of a file that a map is to run over. @throws Failure when it can not be read, or is no JSON. */
export async function readDocuments(
  file: string,
  { native }: CompiledEnds,
  direction: Direction,
  system: System,
): Promise<SourceDocuments> {
  if (direction === 'write' || native.kind === 'json') return jsonDocuments(await readJson(file, system), file);
  const bytes = await readBytes(file, system);
  return native.kind === 'x12' ? x12Documents(bytes, file, native.definition) : xmlDocuments(bytes, file);
}
