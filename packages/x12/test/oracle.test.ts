import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as definitions004010 from '../src/004010.ts';
import * as definitions005010 from '../src/005010.ts';
import type { Definition } from '../src/definition/definition.ts';
import type { Segment } from '../src/envelope/interchange.ts';
import { parse } from '../src/parse.ts';
import { parseSegments } from '../src/parse-segments.ts';
import { arbitraryInterchange } from '../src/testing.ts';
import { type NaiveSegment, naiveParse } from './naive-parser.ts';
import { inReference, referenceFolder } from './reference-folder.ts';

const definitions: readonly Definition[] = [...Object.values(definitions004010), ...Object.values(definitions005010)];

/** Each byte as a character; a byte order mark is left out. */
const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');

/** Text as it is written in bytes: what was read as UTF-8 is written as such. */
const asBytes = (text: string): string => Buffer.from(text).toString('latin1');

const plain = ({ id, elements }: Segment): NaiveSegment => ({
  id,
  elements: elements.map(({ repeats }) => repeats.map((repeat) => repeat.map(asBytes))),
});

/** Every segment of a file by `parseSegments`; a terminator written twice leaves an empty one, which is a fault and not data. */
async function streamed(bytes: Uint8Array): Promise<NaiveSegment[]> {
  const segments: NaiveSegment[] = [];
  for await (const item of parseSegments(bytes))
    if (item.kind === 'segment' && item.segment.id !== '') segments.push(plain(item.segment));
  return segments;
}

/** The segments of all transaction sets by `parse`. */
const ofSets = (bytes: Uint8Array): NaiveSegment[] =>
  parse(bytes).interchanges.flatMap(({ groups }) =>
    groups.flatMap(({ sets }) => sets.flatMap(({ segments }) => segments.map(plain))),
  );

const inSets = (segments: readonly NaiveSegment[]): NaiveSegment[] =>
  segments.filter(({ id }) => !/^(?:ISA|GS|GE|IEA|TA1)$/.test(id));

describe('law: a naive parser reads the same', () => {
  it.each(definitions.map((definition) => [`${definition.id} at ${definition.release}`, definition] as const))(
    '%s',
    async (_, definition) => {
      await fc.assert(
        fc.asyncProperty(arbitraryInterchange(definition, { places: 30 }), async ({ bytes }) => {
          const naive = naiveParse(latin1(bytes));
          expect(ofSets(bytes)).toEqual(inSets(naive));
          expect(await streamed(bytes)).toEqual(naive);
        }),
        { numRuns: 10 },
      );
    },
  );
});

describe.skipIf(referenceFolder === undefined)('corpus (skipped without the reference folder)', () => {
  it('a naive parser reads the same of every file that both can read', { timeout: 60_000 }, async () => {
    const files = filesBelow(inReference('x12', 'corpus')).filter((name) => name.endsWith('.edi'));
    let compared = 0;
    for (const file of files) {
      const bytes = readFileSync(file);
      if (!isPlain(bytes)) continue;
      const naive = naiveParse(latin1(bytes));
      expect(await streamed(bytes), file).toEqual(naive);
      compared++;
    }
    expect(compared).toBeGreaterThan(300);
  });
});

/** Whether the naive parser can be trusted: one sound frame after another, text in UTF-8, no binary payload. */
function isPlain(bytes: Uint8Array): boolean {
  const { interchanges, issues } = parse(bytes);
  const isFramed = interchanges.every(({ issues: own }) =>
    own.every(({ code }) => !/width|separators|structure|trailer-missing/.test(code)),
  );
  return issues.length === 0 && isFramed && !/BIN|BDS/.test(latin1(bytes)) && isUtf8(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
