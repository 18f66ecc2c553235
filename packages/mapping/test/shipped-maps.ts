import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as canonical from '@dist/canonical';
import type { Definition } from '@dist/x12';
import * as release4010 from '@dist/x12/004010';
import * as release5010 from '@dist/x12/005010';
import * as z from 'zod';
import { type CompiledMap, compile, loadMap, type Overlay, type PartnerMap } from '../src/index.ts';
import { x12 } from '../src/x12.ts';
import { mustHave } from './compiled.ts';

const folder = join(import.meta.dirname, '../maps');

/** A map that the package ships, with its two ends. */
export interface ShippedMap {
  /** `x12/004010/850`. */
  readonly id: string;
  readonly release: string;
  readonly set: string;
  readonly map: PartnerMap;
  readonly definition: Definition<string, unknown>;
  readonly schema: z.ZodType<unknown>;
  /** The map compiled for documents of any form. */
  readonly compiled: CompiledMap;
}

const definitions = [...Object.values(release4010), ...Object.values(release5010)] as Definition<string, unknown>[];

/** The kinds of canonical documents and their schemas. */
const schemas = new Map(
  Object.values(canonical)
    .filter((value) => value instanceof z.ZodObject)
    .flatMap((schema): [string, z.ZodType<unknown>][] => {
      const { kind } = schema.shape;
      return kind instanceof z.ZodLiteral ? [[String(kind.value), schema]] : [];
    }),
);

function shippedMap(file: string): ShippedMap {
  const [release = '', set = ''] = file.replaceAll('\\', '/').replace('x12-', '').replace('.json', '').split('/');
  const map = mustHave(loadMap(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  const definition = definitions.find((known) => known.id === set && known.release === release);
  const schema = schemas.get(map.canonical);
  if (definition === undefined || schema === undefined) throw new Error(`${file} has an end that is not known`);
  const ends = { native: x12(definition), canonical: schema };
  return { id: `x12/${release}/${set}`, release, set, map, definition, schema, compiled: mustHave(compile(map, ends)) };
}

/** Every map in the folder of the package, each compiled once. */
export const shippedMaps: readonly ShippedMap[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map(shippedMap);

/** One of them by its id. */
export function shipped(id: string): ShippedMap {
  const found = shippedMaps.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no map ${id}`);
  return found;
}

/** One of them with overlays, compiled; any issue of compiling is thrown. */
export function withOverlays(id: string, overlays: readonly Overlay[]): CompiledMap {
  const { map, definition, schema } = shipped(id);
  const result = compile(map, { native: x12(definition), canonical: schema, overlays });
  if (result.issues.length > 0) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  return mustHave(result);
}
