import * as z from 'zod';
import type { Facts } from '../codec/codec.ts';
import { loadStrict } from '../profile/load-strict.ts';
import { AlteredCase } from './altered-case.ts';
import type { FolderTexts } from './folder-texts.ts';
import type { GoldenPair, PartnerDocument } from './partner.ts';

/**
 * The golden pairs of a folder by the documents that they belong to: those whose native form the file has and whose canonical
 * kind its meaning has. A pair that belongs to none is reported, as is a meaning without its document.
 */
export function goldenPairsOf(
  folder: FolderTexts,
  documents: readonly PartnerDocument[],
): ReadonlyMap<PartnerDocument, readonly GoldenPair[]> {
  const pairs = new Map<PartnerDocument, GoldenPair[]>(documents.map((document) => [document, []]));
  for (const ending of ['.edi', '.native.json']) {
    const names = folder.names('golden', ending).filter((name) => !name.endsWith('.written'));
    for (const name of names) addPair(folder, { name, ending }, pairs);
  }
  return pairs;
}

function addPair(
  folder: FolderTexts,
  { name, ending }: { name: string; ending: string },
  pairs: ReadonlyMap<PartnerDocument, GoldenPair[]>,
): void {
  const path = `golden/${name}${ending}`;
  const text = folder.text(path) ?? '';
  const canonical = folder.json(`golden/${name}.json`);
  if (canonical === undefined) return;
  const kind = typeof canonical === 'object' && canonical !== null && 'kind' in canonical ? canonical.kind : undefined;
  const isX12 = ending === '.edi';
  const meant = [...pairs.keys()].filter(
    ({ map, native }) => map.canonical === kind && (native.definition !== undefined) === isX12,
  );
  const parsed = meant.map((document) => ({ document, result: document.native.parse(text) }));
  const fitting = parsed.filter(({ result }) => result.ok);
  if (fitting.length === 0) {
    for (const { result } of parsed.slice(0, 1)) folder.take(path, result);
    const found = String(kind);
    folder.report(path, 'golden-unplaced', `No document of the profile has this form and means the ${found} beside it`);
  }
  for (const { document, result } of inEffect(fitting, text)) {
    const pair = goldenPair(folder, { name, ending, text }, document, { native: result.value, canonical });
    if (pair !== undefined) pairs.get(document)?.push(pair);
  }
}

/** Of two versions of a document, the one of the day of the file; all where none of them is of that day. */
function inEffect<T extends { readonly document: PartnerDocument }>(fitting: readonly T[], text: string): readonly T[] {
  const dated = fitting.filter(({ document: { native, profile } }) => {
    const day = native.dayOf?.(text);
    const { from = '', until = '9999-12-31' } = profile.effective ?? {};
    return day === undefined || (from <= day && day <= until);
  });
  return dated.length === 0 ? fitting : dated;
}

const factsSchema: z.ZodType<Facts> = z.record(z.string(), z.record(z.string(), z.string()));
const alteredSchema: z.ZodType<AlteredCase[]> = z.array(AlteredCase).max(1000);

function goldenPair(
  folder: FolderTexts,
  { name, ending, text }: { name: string; ending: string; text: string },
  document: PartnerDocument,
  { native, canonical }: Pick<GoldenPair, 'native' | 'canonical'>,
): GoldenPair | undefined {
  const linesOf = (path: string, value: unknown) => folder.take(path, document.native.print(value));
  const lines = linesOf(`golden/${name}${ending}`, native);
  const path = `golden/${name}.written${ending}`;
  const other = folder.text(path);
  const written = other === undefined ? undefined : linesOf(path, folder.take(path, document.native.parse(other)));
  const facts = optional(folder, `golden/${name}.facts.json`, factsSchema);
  const altered = optional(folder, `golden/${name}.altered.json`, alteredSchema) ?? [];
  return lines === undefined ? undefined : { name, text, native, lines, canonical, written, facts, altered };
}

function optional<T>(folder: FolderTexts, path: string, schema: z.ZodType<T>): T | undefined {
  if (folder.text(path) === undefined) return undefined;
  const value = folder.json(path);
  return value === undefined ? undefined : folder.take(path, loadStrict(schema, value, 'file-malformed'));
}
