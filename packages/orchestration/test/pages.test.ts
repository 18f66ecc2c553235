import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy, type EffectType, errorClasses, type Phase, Policy } from '@dist/orchestration';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { renderFields } from '../scripts/render-fields.ts';
import { eventSchemas } from '../src/word/schema/event-schemas.ts';

const page = (name: string) => readFileSync(join(import.meta.dirname, '..', 'docs', name), 'utf8');

describe('docs/fields.md', () => {
  it('is what the schemas say (scripts/fields.ts writes it anew)', () => {
    expect(page('fields.md')).toBe(renderFields());
  });
});

describe('docs/machine.md', () => {
  const machine = page('machine.md');

  it('has a row for each type of event, and for no other', () => {
    expect(firstCells(machine, 'Events').sort()).toEqual(Object.keys(eventSchemas).sort());
  });

  it('has a row for each type of effect, and for no other', () => {
    const { 'document.deliver': _bytesOfNoOrder, ...effects } = defaultPolicy.work.effects;
    const types = Object.keys(effects).filter((name): name is EffectType => !name.startsWith('document.send/'));
    expect(firstCells(machine, 'Effects').sort()).toEqual(types.sort());
  });

  it('has a row for each phase', () => {
    const phases: Record<Phase, true> = {
      empty: true,
      captured: true,
      invalid: true,
      held: true,
      submitting: true,
      inDoubt: true,
      parked: true,
      rejected: true,
      fulfilling: true,
      backordered: true,
      shipped: true,
      invoiced: true,
      closed: true,
      cancelled: true,
      abandoned: true,
    };
    expect(firstCells(machine, 'Phases').sort()).toEqual(Object.keys(phases).sort());
  });

  it('has the form of each key of the golden file, and no form that no key has', () => {
    const golden = readFileSync(join(import.meta.dirname, 'golden/effect-keys.txt'), 'utf8').split('\n');
    const forms = rows(machine, 'Effects').flatMap((cells) => [...codesOf(cells[3] ?? '')]);
    const used = new Set<string>();
    for (const key of golden) {
      const form = forms.find((candidate) => hasForm(key.replace(/#\d+$/, ''), candidate));
      expect(form, key).toBeDefined();
      used.add(form ?? '');
    }
    expect(forms.filter((form) => !used.has(form))).toEqual([]);
  });
});

describe('docs/policy.md', () => {
  const policy = page('policy.md');
  const fields = rows(policy, 'All fields').map(([name = '', , value = '']) => [unquoted(name), value] as const);

  it('has a row for each field, and for no other', () => {
    expect(fields.map(([name]) => name).sort()).toEqual(fieldsOf(z.toJSONSchema(Policy)).sort());
  });

  it.each(fields.filter(([, value]) => !value.startsWith('[')))('has the default of %s', (name, value) => {
    expect(value === 'none' ? undefined : JSON.parse(unquoted(value))).toEqual(at(defaultPolicy, name));
  });

  it('has the rules of a purchase order that comes again', () => {
    const rules = rows(policy, 'A purchase order again').map(([purpose = '', ...rest]) => [
      /`(\w+)`/.exec(purpose)?.[1],
      rest.map(unquoted),
    ]);
    const { byPurpose } = defaultPolicy.duplicates;
    const expected = Object.entries(byPurpose).map(([purpose, rule]) => [
      purpose,
      [rule.whenNew, rule.whenEqual, rule.whenDifferent],
    ]);
    expect(rules).toEqual(expected);
  });

  it('has the classes of failure', () => {
    const expected = Object.entries(errorClasses).map(([name, { owner, retryable, chargebackRisk }]) => [
      `\`${name}\``,
      owner,
      retryable ? 'yes' : 'no',
      chargebackRisk,
    ]);
    expect(rows(policy, 'Failures')).toEqual(expected);
  });

  it('has whose word counts', () => {
    const expected = Object.entries(defaultPolicy.authority.fields).map(([name, rule]) => [
      name,
      'owner' in rule ? rule.owner : 'as fulfillment.shipmentsFrom',
      rule.whenNew,
      rule.whenDifferent,
    ]);
    expect(rows(policy, 'Whose word counts').map((cells) => cells.map(unquoted))).toEqual(expected);
  });
});

describe('docs/operators.md', () => {
  const operators = page('operators.md');

  it('has each act of an operator', () => {
    const acts = Object.keys(eventSchemas).filter((type) => type.startsWith('operator.'));
    const told = rows(operators, 'What a person can do').flatMap(([cell = '']) => codesOf(cell));
    expect(told).toEqual(expect.arrayContaining(acts));
  });

  it('has each kind of hold that a concern of the machine opens', () => {
    const concerns = join(import.meta.dirname, '../src/concerns');
    const sources = readdirSync(concerns).map((file) => readFileSync(join(concerns, file), 'utf8'));
    const opened = sources.flatMap((source) => [...source.matchAll(/\bhold: ['`]([\w-]+)/g)].map(([, kind]) => kind));
    const told = rows(operators, 'Holds').flatMap(([cell = '']) => codesOf(cell).map((name) => name.split('/')[0]));
    expect(opened.length).toBeGreaterThan(8);
    expect(told).toEqual(expect.arrayContaining([...new Set(opened)]));
  });
});

/** The cells of the first table under a heading, without its head. */
function rows(text: string, heading: string): readonly (readonly string[])[] {
  const [, section = ''] = text.split(`\n## ${heading}\n`);
  const [table = ''] = /(?:^\|.*\n)+/m.exec(section.split('\n## ')[0] ?? '') ?? [];
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

function firstCells(text: string, heading: string): string[] {
  return rows(text, heading).map(([cell = '']) => unquoted(cell));
}

function unquoted(cell: string): string {
  return cell.replaceAll('`', '');
}

function codesOf(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

/** Whether a key is of a form like `<order>/erp.submit/<part>`: ids have one slash, names of what they are about none. */
function hasForm(key: string, form: string): boolean {
  const [partner = '', local = '', ...names] = key.split('/');
  const [id, ...pieces] = form.split('/');
  const kind = local.includes(':') ? `<${local.split(':')[0]}>` : '<order>';
  if (partner === '' || id !== kind || names.length !== pieces.length) return false;
  return pieces.every((piece, index) => piece.startsWith('<') || piece === names[index]);
}

/** Names of the fields of a policy, those of its sections as `section.field`. */
function fieldsOf({ properties = {} }: z.core.JSONSchema.BaseSchema): string[] {
  return Object.entries(properties).flatMap(([section, schema]) => {
    const inner = typeof schema === 'object' ? schema.properties : undefined;
    return inner === undefined ? [section] : Object.keys(inner).map((field) => `${section}.${field}`);
  });
}

function at(value: unknown, path: string): unknown {
  const step = (within: unknown, name: string) =>
    Object.entries(within ?? {}).find(([field]) => field === name)?.[1] as unknown;
  return path.split('.').reduce(step, value);
}
