import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conformance, type Mutant, mutants, mutationReport, type Partner, partnerOf } from '../src/testing.ts';
import { mustHave } from './compiled.ts';
import { shipped, shippedMaps } from './shipped-maps.ts';
import { shippedPartner } from './shipped-partner.ts';
import { smallPartner } from './small-partner.ts';

const partner = mustHave(partnerOf(smallPartner));
const orders: Partner = { ...partner, documents: partner.documents.slice(0, 1) };

/** The first test that fails for a mutant, laws left out. */
function seenBy(mutant: Mutant): string | undefined {
  const tests = conformance(mutant.partner).filter(({ layer }) => layer !== 'laws');
  return tests.find(({ run }) => {
    try {
      run();
      return false;
    } catch {
      return true;
    }
  })?.layer;
}

describe('wrong maps', { timeout: 30_000 }, () => {
  let made: ReadonlyMap<string, Mutant> | undefined;
  const every = () => {
    made ??= new Map([...mutants(orders, { of: 'all' })].map((mutant) => [mutant.id, mutant]));
    return made;
  };

  it('are the same ones each time, and no id stands twice', () => {
    const ids = [...mutants(orders)].map(({ id }) => id);
    expect(ids).toEqual([...mutants(orders)].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are of what the partner uses, or of every rule', () => {
    const used = [...mutants(orders)].map(({ rule }) => rule);
    const all = [...every().values()].map(({ rule }) => rule);
    expect(used).toContain('references');
    expect(used).not.toContain('remit-to-name');
    expect(all).toContain('remit-to-name');
    expect(all.length).toBeGreaterThan(3 * used.length);
  });

  it('leave the partner itself as it is', () => {
    const before = JSON.stringify(orders.documents[0]?.map);
    for (const mutant of mutants(orders))
      expect(mutant.partner.documents[0]?.map).not.toEqual(orders.documents[0]?.map);
    expect(JSON.stringify(orders.documents[0]?.map)).toBe(before);
  });

  it('are of every kind there is, an 856 and an 850 together', () => {
    const ids = ['x12/004010/850', 'x12/004010/856'].flatMap((id) => {
      return [...mutants(shippedPartner(shipped(id)), { of: 'all' })].map(({ kind }) => kind);
    });
    expect([...new Set(ids)].sort()).toEqual([
      'dropped-condition',
      'dropped-required',
      'dropped-rule',
      'lost-bag',
      'swapped-rows',
      'wrong-codec',
      'wrong-constant',
      'wrong-default',
      'wrong-level',
      'wrong-qualifier',
    ]);
  });

  it.each<[string, string]>([
    ['wrong-qualifier:references/REF01=IA', 'violations'],
    ['wrong-qualifier:ship-to/N1[01=ST]', 'golden'],
    ['wrong-qualifier:line-ids/UP', 'golden'],
    ['wrong-constant:channel', 'golden'],
    ['wrong-constant:kind', 'static'],
    ['dropped-rule:number', 'static'],
    ['dropped-rule:line-price', 'static'],
    ['dropped-rule:line-price-basis', 'nothing'],
    ['dropped-rule:ship-to-name', 'golden'],
    ['dropped-required:number', 'violations'],
    ['wrong-codec:ordered', 'golden'],
    ['wrong-codec:line-quantity', 'golden'],
    ['wrong-default:currency/other', 'violations'],
    ['dropped-condition:references/native', 'violations'],
    ['lost-bag:lines', 'nothing'],
  ])('%s is seen by %s', (id, layer) => {
    const mutant = every().get(id);
    if (mutant === undefined) throw new Error(`there is no mutant ${id}`);
    expect(seenBy(mutant) ?? 'nothing').toBe(layer);
  });
});

describe('the report of what is seen', { timeout: 30_000 }, () => {
  const where = ({ rule }: Mutant) => ['number', 'references', 'currency', 'lines'].includes(rule);

  it('counts what the tests kill, by layer, and lists what they do not', () => {
    const report = mutationReport(orders, { where, runs: 1 });
    expect(report.killed + report.survivors.length).toBe(report.total);
    expect(Object.values(report.layers).reduce((sum, count) => sum + count, 0)).toBe(report.killed);
    expect(report.survivors.map(({ mutant }) => mutant)).toContain('lost-bag:lines');
    expect(report.failing).toEqual([]);
    expect(report.survivors.every(({ map, document }) => map === 'x12/004010/850' && document === '850 in')).toBe(true);
  });

  it('is of the tests that a user gives', () => {
    const tests = ({ documents: [document] }: Partner) => [
      { name: 'the number is read', run: () => expect(JSON.stringify(document?.map.rules)).toContain('"BEG03"') },
    ];
    const report = mutationReport(orders, { where: ({ rule }) => rule === 'number', tests, runs: 1 });
    expect(report.layers).toEqual({ own: 1 });
    expect(report.survivors.map(({ mutant }) => mutant)).toEqual(['dropped-required:number']);
  });

  it('says of a survivor whether it did anything else at all', () => {
    const tests = () => [{ name: 'nothing is asked', run: () => undefined }];
    const { survivors } = mutationReport(orders, { where, tests, runs: 1 });
    const reasons = new Map(survivors.map(({ mutant, reason }) => [mutant, reason]));
    expect(reasons.get('lost-bag:lines')).toBe('it reads and writes the same for all documents tried');
    expect(reasons.get('dropped-rule:number')).toBe('no test sees it');
  });

  it('is refused where every test fails without a mutant', () => {
    const tests = () => [{ name: 'never', run: () => expect(1).toBe(2) }];
    expect(() => mutationReport(orders, { tests, runs: 1 })).toThrow('every test fails without any mutant: never');
  });
});

describe('the table of survivors of the shipped maps', { timeout: 60_000 }, () => {
  const table: Record<string, Record<string, string>> = JSON.parse(
    readFileSync(join(import.meta.dirname, 'data/surviving-mutants.json'), 'utf8'),
  );

  it('gives a reason for each', () => {
    const rows = Object.values(table).flatMap((reasons) => Object.values(reasons));
    expect(rows.filter((reason) => reason.trim() === '')).toEqual([]);
  });

  it('is of mutants that there are', () => {
    const gone = Object.entries(table).flatMap(([set, reasons]) => {
      const ids = new Set(
        shippedMaps
          .filter((map) => map.set === set)
          .flatMap((map) => [...mutants(shippedPartner(map), { of: 'all' })].map(({ id }) => id)),
      );
      return Object.keys(reasons)
        .filter((id) => !ids.has(id))
        .map((id) => `${set} ${id}`);
    });
    expect(gone).toEqual([]);
  });
});
