import { describe, expect, it } from 'vitest';
import { functionalAcknowledgment997, invoice810, purchaseOrder850 } from '../src/004010.ts';
import { invoice810 as invoice005010, purchaseOrder850 as purchaseOrder005010 } from '../src/005010.ts';
import { acknowledge } from '../src/acknowledge.ts';
import type { Definition } from '../src/definition/definition.ts';
import { read } from '../src/read.ts';
import { write } from '../src/write.ts';
import { INVOICE, interchange, ORDER } from './sample.ts';

const sets = [purchaseOrder850, purchaseOrder005010, functionalAcknowledgment997];

const open = (version: string, nearestRelease?: boolean, given: readonly Definition[] = sets, body = ORDER) =>
  read(interchange([body], { gs: { 8: version } }), { sets: given, nearestRelease });

/** `release of the definition: issues at GS08`. */
const found = (version: string, nearestRelease?: boolean) => {
  const file = open(version, nearestRelease);
  const atVersion = file.issues.filter(({ at, path }) => path[0] === 'GS' && at.element === 8);
  const release = file.sets[0]?.definition?.release ?? 'none';
  return [release, ...atVersion.map(({ code, severity }) => `${code} ${severity}`)].join(' ');
};

const REFUSED = 'none group-release error';
const near = (release: string) => `${release} group-release-nearest information`;

describe('R05 gotcha 39 the release of GS08', () => {
  it.each<[string, string, string, string]>([
    ['a release', '004010', '004010', '004010'],
    ['a release with the suffix of retail', '004010VICS', '004010', '004010'],
    ['a release with the suffix of grocery', '005010UCS', '005010', '005010'],
    ['a release with the name of a guide', '004010X098A1', '004010', '004010'],
    ['the later release', '005010', '005010', '005010'],
    ['the later release with a suffix', '005010VICS', '005010', '005010'],
    ['the release after the earlier one', '004020', REFUSED, near('004010')],
    ['a release as near to both', '004040', REFUSED, near('004010')],
    ['the last release of version 4, one before 005010', '004060', REFUSED, near('005010')],
    ['a release before all, with a suffix', '003040VICS', REFUSED, near('004010')],
    ['a release after all', '007030', REFUSED, near('005010')],
    ['a subrelease', '004011', REFUSED, near('004010')],
    ['nothing', '', REFUSED, REFUSED],
    ['the short form of ISA12', '00401', REFUSED, REFUSED],
    ['a release without its zeros', '4010', REFUSED, REFUSED],
    ['a version that was never published', '099010', REFUSED, REFUSED],
    ['a word', 'LATEST', REFUSED, REFUSED],
    ['a suffix alone', 'VICS', REFUSED, REFUSED],
  ])('%s (%s %s)', (_, version, byDefault, withNearest) => {
    expect(found(version)).toBe(byDefault);
    expect(found(version, true)).toBe(withNearest);
  });

  it('a refusal has its place in the bytes, and what could be read', () => {
    const { issues, source } = open('004030VICS');
    const [{ at, expected, found: text } = { at: { offset: 0, length: 0 } }] = issues;
    expect(new TextDecoder().decode(source.subarray(at.offset, at.offset + at.length))).toBe('004030VICS');
    expect({ expected, text }).toEqual({ expected: '004010, 005010', text: '004030VICS' });
  });
});

describe('R05 read with the nearest release', () => {
  const withCode = INVOICE.map((segment) => segment.replace('TDS', 'SAC*Z*D240***500~TDS'));
  const body = ['ST*810*0001', ...withCode.flatMap((segment) => segment.split('~'))];
  const statusAt = (version: string, definition: Definition) =>
    read(interchange([body], { gs: { 1: 'IN', 8: version } }), { sets: [definition], nearestRelease: true }).sets[0]
      ?.status;

  // What is prepared for one must not serve the other, so each row begins with a definition that was never used.
  it.each<[string, readonly string[], readonly string[]]>([
    ['the nearest first', ['004030', '004010'], ['accepted', 'rejected']],
    ['the exact one first', ['004010', '004030'], ['rejected', 'accepted']],
  ])('all code lists are open, and only then: %s', (_, versions, expected) => {
    const unused: Definition = { ...invoice810, structure: [...invoice810.structure] };
    expect(versions.map((version) => statusAt(version, unused))).toEqual(expected);
  });

  it('other faults reject as before', () => {
    const bad = ORDER.map((segment) => segment.replace('SA*PO1', 'SA*'));
    expect(open('004030', true, sets, bad).sets[0]?.status).toBe('rejected');
  });

  it('the document is there and the group accepted, since it is only information', () => {
    const file = open('004030VICS', true);
    expect(file.interchanges[0]?.groups[0]?.status).toBe('accepted');
    expect(file.sets[0]).toMatchObject({ status: 'accepted', document: { BEG: { purchaseOrderNumber: 'PO1' } } });
  });

  it('the acknowledgment echoes GS08 as received', () => {
    const [received] = open('004030VICS', true).interchanges;
    const answer =
      received && acknowledge(received, { controlNumber: '000000001', at: new Date('2026-01-15T09:00:00Z') });
    const written = answer && write(answer);
    if (!written?.ok) throw new Error('there is an answer');
    expect(new TextDecoder().decode(written.value)).toMatch(/\*X\*004030VICS~.*AK5\*A~.*AK9\*A\*1\*1\*1~/s);
  });

  it('a set that has a definition at the release keeps it, another gets the nearest of its own', () => {
    const bodies = [['ST*810*0001', ...INVOICE]];
    const options = { gs: { 1: 'IN', 8: '004010' } };
    const given = [purchaseOrder850, invoice005010];
    const [set] = read(interchange(bodies, options), { sets: given, nearestRelease: true }).sets;
    expect(set?.definition?.release).toBe('005010');
    expect(read(interchange(bodies, options), { sets: given }).sets[0]?.definition).toBeUndefined();
    expect(open('004010', true, given).issues).toEqual([]);
  });

  it('a set that has no definition at any release is refused at ST01', () => {
    const file = open('004030', true, [purchaseOrder850], ['ST*821*0001', 'B1*X']);
    expect(file.issues.map(({ code }) => code)).toEqual(['set-not-supported']);
  });
});
