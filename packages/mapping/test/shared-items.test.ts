import { describe, expect, it } from 'vitest';
import { type Condition, compile, type EachRule, json, type Overlay, type Rule } from '../src/index.ts';
import { standardMaps } from './standard-maps.ts';
import { x12Document } from './x12-documents.ts';

/** The rule of each warning, with the side it is for. */
const shared = (
  issues: readonly { code: string; severity: string; rule?: string | undefined; side?: string | undefined }[],
) =>
  issues.filter(({ code }) => code === 'path-shared').map(({ severity, rule, side }) => `${severity} ${rule} ${side}`);

const segments = ['BEG*00*SA*PO**20260301', 'REF*DP*007', 'REF*IA*4711', 'PO1*1*1*EA', 'CTT*1'];
const department: Rule = { id: 'department', canonical: 'references[type=department].value', native: 'REF[01=DP].02' };
const overlay = (more: Partial<Overlay> = {}): Overlay => ({
  ...{ id: 'partner', version: '1', base: 'x12/004010/850', add: [{ before: 'references', rule: department }] },
  ...more,
});
const but = (path: string, is: string): Condition => ({ not: { path, is } });

const inside = (id: string, rule: Rule): Rule => ({
  id,
  op: 'when',
  if: { native: { path: id, present: true }, canonical: true },
  rules: [rule],
});

describe('two rules that read the same items of a list', () => {
  it('are a warning: a rule of its own for one REF beside the rule for all of them', () => {
    const { issues } = standardMaps['850']([overlay()]);
    expect(shared(issues)).toEqual(['warning department native', 'warning department canonical']);
    expect(issues[0]?.message).toContain('list rule references');
  });

  it.each<[string, Condition, Condition, string[]]>([
    ['no warning where it is left out on both sides', but('REF01', 'DP'), but('type', 'department'), []],
    [
      'no warning where it is left out among others',
      { all: [{ path: 'REF02', present: true }, but('REF01', 'DP')] },
      but('type', 'department'),
      [],
    ],
    [
      'no warning where others are listed',
      { path: 'REF01', is: ['IA', '11'] },
      { path: 'type', is: 'vendorNumber' },
      [],
    ],
    [
      'no warning where it is any of others',
      {
        any: [
          { path: 'REF01', is: 'IA' },
          { path: 'REF01', is: '11' },
        ],
      },
      but('type', 'department'),
      [],
    ],
    [
      'a warning for the side that does not leave it out',
      but('REF01', 'DP'),
      { path: 'value', present: true },
      ['warning department canonical'],
    ],
    [
      'a warning where the condition asks for something else',
      { path: 'REF02', present: true },
      but('type', 'department'),
      ['warning department native'],
    ],
    [
      'a warning where it is one of several',
      { path: 'REF01', is: ['IA', 'DP'] },
      but('type', 'department'),
      ['warning department native'],
    ],
    [
      'a warning where it may be any',
      {
        any: [
          { path: 'REF01', is: 'IA' },
          { path: 'REF02', present: true },
        ],
      },
      but('type', 'department'),
      ['warning department native'],
    ],
  ])('%s', (_, native, canonical, warnings) => {
    const patch = { references: { where: null } };
    const where = { references: { where: { native, canonical } } };
    const { issues } = standardMaps['850']([
      overlay({ patch }),
      { ...overlay({ patch: where }), id: 'second', add: [] },
    ]);
    expect(shared(issues)).toEqual(warnings);
  });

  const all = (native: string, more: Partial<EachRule> = {}): Rule => ({
    id: 'all',
    op: 'each',
    canonical: 'list',
    native,
    rules: [{ id: 'item', canonical: 'value', native: 'value' }],
    ...more,
  });
  const only: Rule = { id: 'only', canonical: 'department', native: 'refs[type=DP].value' };

  it.each<[string, Rule[], string[]]>([
    ['one over all items of a JSON list', [all('refs'), only], ['warning only native']],
    ['one that stands behind', [only, all('refs')], ['warning only native']],
    ['one under a condition', [all('refs'), inside('a', only)], ['warning only native']],
    ['none over items of another type', [all('refs[type=IA]'), only], []],
    ['none over another list', [all('others'), only], []],
    ['none for the other direction', [all('refs', { only: 'write' }), { ...only, only: 'read' }], []],
    ['none under two conditions', [inside('a', all('refs')), inside('b', only)], []],
    ['none for a literal', [all('refs'), { id: 'only', op: 'const', native: 'refs[type=DP].value', value: '7' }], []],
  ])('%s', (_, rules, warnings) => {
    const map = { id: 'm', version: '1', native: 'json/order', canonical: 'order', rules };
    expect(shared(compile<unknown, unknown>(map, { native: json(), canonical: json() }).issues)).toEqual(warnings);
  });

  it('with a where each value stands once, and comes back', () => {
    const patch = {
      references: { where: { native: { is: ['IA'] }, canonical: { is: ['vendorNumber'] } } },
    };
    const { value: map, issues } = standardMaps['850']([overlay({ patch })]);
    expect(issues).toEqual([]);
    const native = x12Document('850', segments);
    const { value, complement } = map.read(native);
    expect(value?.references).toEqual([
      { type: 'department', value: '007' },
      { type: 'vendorNumber', value: '4711' },
    ]);
    expect(value && map.write(value, { complement }).value).toEqual(native);
  });
});
