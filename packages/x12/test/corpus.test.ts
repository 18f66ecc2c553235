import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as definitions from '../src/004010.ts';
import { read } from '../src/read.ts';
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
