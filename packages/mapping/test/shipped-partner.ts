import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { json } from '../src/format/json.ts';
import { AlteredCase } from '../src/testing/altered-case.ts';
import type { GoldenPair, Partner } from '../src/testing/partner.ts';
import { x12NativeEnd } from '../src/testing/x12-native-end.ts';
import { mustHave } from './compiled.ts';
import { type GoldenFile, goldenFiles } from './golden-files.ts';
import type { ShippedMap } from './shipped-maps.ts';
import { writtenOtherwise } from './written-otherwise.ts';

/** A map that the package ships as if it were all that a partner of no demands of its own uses, with the golden pairs of it. */
export function shippedPartner({ id, set, map, definition, schema }: ShippedMap): Partner {
  const native = x12NativeEnd(definition);
  const profile = { document: set, direction: 'out', native: id, map: id } as const;
  const canonical = { schema, format: json({ schema }) };
  const files = goldenFiles.filter((golden) => golden.map.id === id);
  const golden = files.map((file) => goldenPair(file, files, native));
  return {
    profile: { id: id.replaceAll('/', '-'), version: '1', name: id, identity: {}, documents: [profile] },
    documents: [{ name: id, profile, map, overlays: [], native, canonical, golden }],
  };
}

function goldenPair(
  { name, text, document }: GoldenFile,
  files: readonly GoldenFile[],
  end: ReturnType<typeof x12NativeEnd>,
): GoldenPair {
  const native = mustHave(end.parse(text));
  const lines = mustHave(end.print(native));
  const { segments = {}, as } = writtenOtherwise[name.slice(name.indexOf('/') + 1)] ?? {};
  const other = files.find((file) => file.name === name.replace(/[^/]*$/, as ?? ''));
  const source = other === undefined ? lines : mustHave(end.print(mustHave(end.parse(other.text))));
  const written = source.map((line) => {
    const begins = Object.keys(segments).find((begin) => line.startsWith(begin));
    return begins === undefined ? line : line.replace(begins, segments[begins] ?? '');
  });
  const isOtherwise = as !== undefined || Object.keys(segments).length > 0;
  return {
    name,
    text,
    native,
    lines,
    canonical: document,
    written: isOtherwise ? written : undefined,
    altered: alteredCases(name),
  };
}

/** Changes of a golden pair and what must come of them: `<case>.altered.json` beside it. */
function alteredCases(name: string): readonly AlteredCase[] {
  const file = join(import.meta.dirname, 'golden', `${name}.altered.json`);
  if (!existsSync(file)) return [];
  return z.array(AlteredCase).parse(JSON.parse(readFileSync(file, 'utf8')));
}
