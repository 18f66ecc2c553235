import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as definitions from '../src/004010.ts';
import { quickDecode } from '../src/decode/quick-decode.ts';
import { decode } from '../src/decode.ts';
import type { Definition } from '../src/definition/definition.ts';
import { parse } from '../src/parse.ts';
import { read } from '../src/read.ts';
import { serialize } from '../src/serialize.ts';
import { inReference, referenceFolder } from './reference-folder.ts';

const sets = Object.values(definitions);

describe.skipIf(referenceFolder === undefined)('corpus (skipped without the reference folder)', () => {
  const folder = inReference('x12', 'corpus');
  const files = referenceFolder === undefined ? [] : filesBelow(folder).filter((name) => name.endsWith('.edi'));

  it('every file is read without a throw, and every issue and segment has its place in the bytes', {
    timeout: 60_000,
  }, () => {
    expect(files.length).toBeGreaterThan(400);
    for (const file of files) {
      const source = readFileSync(file);
      const received = read(source, { sets });
      for (const { at, code, message } of received.issues) {
        expect(at.offset, `${file} ${code}`).toBeGreaterThanOrEqual(0);
        expect(at.offset + at.length, `${file} ${code}`).toBeLessThanOrEqual(source.length);
        expect(message, file).not.toBe('');
      }
      for (const set of received.sets)
        for (const { id, offset } of set.segments)
          expect(source.subarray(offset, offset + id.length).toString('latin1'), file).toBe(
            Buffer.from(id).toString('latin1'),
          );
      if (received.sets.length === 0) expect(received.issues.length + bare(received), file).toBeGreaterThan(0);
    }
  });

  it('an untouched interchange is written byte for byte', { timeout: 60_000 }, () => {
    let written = 0;
    for (const file of files) {
      const source = readFileSync(file);
      for (const interchange of read(source, { sets }).interchanges) {
        const result = serialize(interchange);
        const { offset, length } = interchange;
        expect(result.ok && Buffer.compare(result.value, source.subarray(offset, offset + length)), file).toBe(0);
        written++;
      }
    }
    expect(written).toBeGreaterThan(400);
  });

  it('the short way of decoding gives the document of the long way', { timeout: 60_000 }, () => {
    let decoded = 0;
    for (const file of files)
      for (const set of parse(readFileSync(file)).interchanges.flatMap(({ groups }) =>
        groups.flatMap((one) => one.sets),
      ))
        for (const definition of sets) {
          const quick = definition.id === set.type ? quickDecode(definition, set) : undefined;
          if (quick === undefined) continue;
          // A set with segments of its own is read the long way.
          expect(decode(definition as Definition, { ...set }), file).toEqual({ ok: true, value: quick, issues: [] });
          decoded++;
        }
    expect(decoded).toBeGreaterThan(20);
  });

  // Of the 87 sets that these definitions read, those rejected were looked at one by one: counts that are wrong, test
  // stubs without their mandatory segments, a terminator that the ISA does not declare, a control character before a
  // segment, and amounts without their unit.
  it('what is accepted of the sets that are defined does not change unseen', { timeout: 60_000 }, () => {
    const tally: Record<string, number> = {};
    for (const file of files)
      for (const set of read(readFileSync(file), { sets }).sets) {
        if (set.definition === undefined) continue;
        const key = `${set.type} ${set.status}`;
        tally[key] = (tally[key] ?? 0) + 1;
      }
    expect(tally).toMatchObject({
      '850 accepted': 5,
      '855 accepted': 6,
      '856 accepted': 2,
      '810 accepted': 9,
      '997 accepted': 22,
    });
  });
});

const bare = ({
  interchanges,
}: {
  interchanges: readonly { acknowledgments: readonly unknown[]; groups: readonly unknown[] }[];
}) => interchanges.reduce((sum, { acknowledgments, groups }) => sum + acknowledgments.length + groups.length, 0);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}
