import { check } from '@dist/canonical';
import { encode } from '@dist/x12';
import { describe, expect, it } from 'vitest';
import { mustHave } from './compiled.ts';
import { type GoldenFile, goldenFiles, readGolden, withSegments } from './golden-files.ts';
import { shippedMaps } from './shipped-maps.ts';
import { writtenOtherwise } from './written-otherwise.ts';

describe('golden pairs: what an interchange means, and back', () => {
  it.each(shippedMaps)('$id has at least three', ({ id }) => {
    expect(goldenFiles.filter(({ map }) => map.id === id).length).toBeGreaterThanOrEqual(3);
  });

  it('what is written otherwise is said of cases that there are', () => {
    const names = goldenFiles.map(({ name }) => caseOf(name));
    expect(Object.keys(writtenOtherwise).filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(goldenFiles)('$name is a valid document', ({ name, map, document }) => {
    expect(map.schema.parse(document)).toEqual(document);
    // R17: nothing in an 860 says whether QI and QD tell a total or a difference; without an agreement it is held.
    const held = caseOf(name) === '860/actions' ? ['change-quantities-unknown', 'change-quantities-unknown'] : [];
    expect(check(document).map(({ code }) => code)).toEqual(held);
  });

  it.each(goldenFiles)('$name is read as the document', (golden) => {
    const { set } = readGolden(golden);
    const { value, issues, loss } = golden.map.compiled.read(set.document);
    expect(issues.filter(({ severity }) => severity !== 'information')).toEqual([]);
    expect(value).toEqual(golden.document);
    expect(loss).toEqual([]);
  });

  it.each(goldenFiles)('$name is written as the bytes', (golden) => {
    const { definition, compiled } = golden.map;
    const written = compiled.write(golden.document);
    expect(written.issues).toEqual([]);
    expect(written.loss).toEqual([]);
    const text = withSegments(readGolden(golden), mustHave(encode(definition, mustHave(written))));
    expect(segmentsOf(text)).toEqual(expectedSegments(golden));
    if (writtenOtherwise[caseOf(golden.name)] === undefined) expect(text).toBe(golden.text);
  });

  const sameOrder = goldenFiles.filter(({ name }) => writtenOtherwise[caseOf(name)]?.as === undefined);

  it.each(sameOrder)('$name is written back with all that came', (golden) => {
    const { set } = readGolden(golden);
    const { compiled } = golden.map;
    const { value, complement } = compiled.read(set.document);
    expect(compiled.write(value, { complement }).value).toMatchObject(set.document as object);
  });
});

/** `850/ordinary` of `004010/850/ordinary`. */
function caseOf(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

/** The segments between ST and SE. */
function segmentsOf(text: string): string[] {
  return text.split('~\n').filter((segment) => !/^(?:ISA|GS|ST|SE|GE|IEA)\*/.test(segment));
}

function expectedSegments({ name, map, text }: GoldenFile): string[] {
  const { segments = {}, as } = writtenOtherwise[caseOf(name)] ?? {};
  const other = goldenFiles.find((one) => one.name === `${map.release}/${map.set}/${as}`);
  return segmentsOf(other?.text ?? text).map((segment) => {
    const begins = Object.keys(segments).find((begin) => segment.startsWith(begin));
    return begins === undefined ? segment : segment.replace(begins, segments[begins] ?? '');
  });
}
