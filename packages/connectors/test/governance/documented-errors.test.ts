import { classOfError, errorClasses } from '@dist/connectors';
import { documentedErrors } from '@dist/connectors/fakes';
import { describe, expect, it } from 'vitest';
import { contractTable } from '../../src/governance/contract-table.ts';
import { documentedRules } from '../../src/governance/documented-rules.ts';

const systems = [...new Set(contractTable.map(({ system }) => system))];

/** Oracle's pages have no list of messages: there are only these that somebody quotes. */
const fewer: Readonly<Record<string, number>> = { 'oracle-fusion': 6 };

describe('R31 the errors of every system', () => {
  it('are there for each of them', () => {
    expect(Object.keys(documentedErrors).sort()).toEqual([...systems].sort());
  });

  it.each(Object.entries(documentedErrors))('%s: are ten at least, verbatim, each with its page', (system, rules) => {
    expect(rules.length).toBeGreaterThanOrEqual(fewer[system] ?? 10);
    expect(rules.filter(({ sample, source }) => sample.length < 5 || source.length < 5)).toEqual([]);
  });

  it.each(Object.entries(documentedErrors))('%s: what the system says is classed by its own rule', (_, rules) => {
    const found = rules.map(({ status = 400, code, sample }) => classOfError(rules, { status, code, message: sample }));
    expect(found).toEqual(rules.map((rule) => rule.class));
    expect(found.filter((name) => name === undefined || !Object.hasOwn(errorClasses, name))).toEqual([]);
  });

  it.each([
    ['a rule without a source', [{ code: 'A', class: 'auth' }], {}, 'the rule "A" has no source'],
    ['a source without a rule', [], { A: { sample: 'No', source: 'a page' } }, 'the source of "A" has no rule'],
    [
      'a rule whose source is about its code alone',
      [{ status: 404, code: 'A', includes: 'no', class: 'config' }],
      { '404 A': { sample: 'No', source: 'a page' } },
      'the source of "404 A" has no rule',
    ],
  ] as const)('leave out neither: %s', (_, rules, sources, message) => {
    expect(() => documentedRules(rules, sources)).toThrow(message);
  });
});
