// Writes the JSON Schemas that a package publishes: `packages/<name>/schema/<file>.json`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { documentationAddress } from '../docs/site/documentation-address.mjs';
import { describedSchema } from './described-schema.mjs';
import { root } from './entries.mjs';

const { convertCompilerOptionsFromJson, readConfigFile, sys } = createRequire(import.meta.url)('typescript');

/** Each: `{ name, title, schema, of: { file, name } }`, where `file`, below the package, declares the interface `of.name`. */
export function writeSchemas(folder, schemas) {
  const base = readConfigFile(join(root, 'tsconfig.base.json'), sys.readFile).config;
  const { options } = convertCompilerOptionsFromJson(base.compilerOptions, root);
  mkdirSync(join(root, folder, 'schema'), { recursive: true });
  for (const { name, title, schema, of } of schemas) {
    const place = { file: join(root, folder, of.file), name: of.name, options };
    const { $schema: _, ...rest } = describedSchema(plain(schema), place);
    const $id = `${documentationAddress}schema/${name}.json`;
    writeFileSync(
      join(root, folder, 'schema', `${name}.json`),
      `${JSON.stringify({ $schema: 'http://json-schema.org/draft-07/schema#', $id, title, ...rest }, null, 1)}\n`,
    );
  }
}

/** Without what says nothing to a person: the pattern of a day beside the format `date`, the limits of every whole number. */
function plain(schema) {
  if (Array.isArray(schema)) return schema.map(plain);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { pattern, minimum, maximum, ...rest } = schema;
  const kept = {
    ...(pattern !== undefined && !/^date/.test(schema.format ?? '') ? { pattern } : {}),
    ...(minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER ? { minimum } : {}),
    ...(maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER ? { maximum } : {}),
  };
  return Object.fromEntries(Object.entries({ ...rest, ...kept }).map(([key, value]) => [key, plain(value)]));
}
