import { join } from 'node:path';
import { loadMap, loadOverlay } from '@dist/mapping';
import { loadOurCompany, loadProfile } from '@dist/mapping/registry';
import { defaultPolicy, Policy } from '@dist/orchestration';
import { readGuide } from '@dist/x12/guide';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { changesOf } from './changes-of.ts';
import { read, root, tree } from './tree.ts';

type Kind = 'map' | 'overlay' | 'profile' | 'company' | 'guide' | 'policy';

const { documentationAddress } = await import(join(root, 'docs/site/documentation-address.mjs'));
const folders = {
  guide: 'x12',
  policy: 'orchestration',
  map: 'mapping',
  overlay: 'mapping',
  profile: 'mapping',
  company: 'mapping',
};
const kinds = Object.keys(folders) as Kind[];
const schemas = new Map(kinds.map((kind) => [kind, JSON.parse(read(`packages/${folders[kind]}/schema/${kind}.json`))]));
const ajv = new Ajv({ allowUnionTypes: true });
formats.default(ajv);
const compiled = new Map(kinds.map((kind) => [kind, ajv.compile(schemas.get(kind))]));
const bySchema = (kind: Kind, json: unknown) => compiled.get(kind)?.(json) === true;

/** The package's own check: the first thing that it has against the JSON. */
const faults: Readonly<Record<Kind, (json: unknown) => string | undefined>> = {
  map: (json) => firstOf(loadMap(json)),
  overlay: (json) => firstOf(loadOverlay(json)),
  profile: (json) => firstOf(loadProfile(json)),
  company: (json) => firstOf(loadOurCompany(json)),
  guide: (json) => firstOf(readGuide(json)),
  policy: (json) => Policy.safeParse(json).error?.issues[0]?.message,
};

const bundled = tree().flatMap((file) => {
  if (!/^(?:packages\/(?:mapping\/maps|connectors\/src)|examples)\/.*\.json$/.test(file)) return [];
  const json = JSON.parse(read(file));
  const kind = kindOf(file, json);
  return kind === undefined ? [] : [{ file, kind, json }];
});

describe('the JSON Schemas', () => {
  it.each(kinds)('of a %s says where it is published', (kind) => {
    expect(schemas.get(kind)).toMatchObject({ $id: `${documentationAddress}schema/${kind}.json` });
  });

  it('have something to check of each kind', () => {
    expect(new Set(bundled.map(({ kind }) => kind))).toEqual(new Set(kinds.filter((kind) => kind !== 'policy')));
  });

  it.each(bundled)('take $file as a $kind', ({ kind, json }) => {
    expect([bySchema(kind, json), faults[kind](json)]).toEqual([true, undefined]);
  });

  it('take the policy to begin with', () => {
    expect([bySchema('policy', defaultPolicy), faults.policy(defaultPolicy)]).toEqual([true, undefined]);
  });

  it.each(kinds)('let a %s name its schema', (kind) => {
    const json = { ...sampleOf(kind), $schema: './node_modules/a/schema.json' };
    expect([bySchema(kind, json), faults[kind](json)]).toEqual([true, undefined]);
  });
});

/** Each row: what is wrong, the kind, and the wrong part. */
const wrong: readonly (readonly [what: string, kind: Kind, part: object])[] = [
  ['a rule of no operation', 'map', { rules: [{ id: 'a', op: 'copy', canonical: 'a', native: 'b' }] }],
  ['a rule without id', 'map', { rules: [{ canonical: 'a', native: 'b' }] }],
  ['a misspelt field of a rule', 'map', { rules: [{ id: 'a', canonical: 'a', native: 'b', requierd: true }] }],
  ['a condition of no form', 'map', { rules: [{ id: 'a', op: 'when', if: { native: { equals: 3 } }, rules: [] }] }],
  ['a day that is none', 'map', { effective: { from: '2026-02-30' } }],
  ['a rule added without a rule', 'overlay', { add: [{ into: 'lines' }] }],
  ['a patch that is a text', 'overlay', { patch: { number: 'BEG03' } }],
  ['an id in capitals', 'profile', { id: 'Brightwater' }],
  [
    'a direction of no sense',
    'profile',
    { documents: [{ document: '850', direction: 'inbound', native: 'a', map: 'b' }] },
  ],
  ['a usage of no sense', 'guide', { places: [{ path: 'BEG03', usage: 'mandatory' }] }],
  ['a place without path', 'guide', { places: [{ usage: 'required' }] }],
  ['a condition that says nothing', 'guide', { conditions: [{ id: 'a', must: {} }] }],
  ['hours as a text', 'policy', { sla: { '855': { startsAt: 'received', hours: '24' } } }],
  ['a section that is not known', 'policy', { prices: {} }],
  ['a misspelt field of an override', 'policy', { overrides: [{ when: {}, policy: { fulfilment: {} } }] }],
  ['routing for a partner', 'policy', { overrides: [{ when: {}, policy: { routing: [] } }] }],
  ['a company without identity', 'company', { identity: undefined }],
];

describe('what is wrong', () => {
  it.each(wrong)('%s is refused by the schema as by the package: %s', (_, kind, part) => {
    const json = JSON.parse(JSON.stringify({ ...sampleOf(kind), ...part }));
    expect([bySchema(kind, json), typeof faults[kind](json)]).toEqual([false, 'string']);
  });

  it('a part of a section is enough for an override', () => {
    const json = {
      ...defaultPolicy,
      overrides: [{ when: { partner: 'a' }, policy: { sla: { '855': { hours: 4 } } } }],
    };
    expect([bySchema('policy', json), faults.policy(json)]).toEqual([true, undefined]);
  });
});

/** What no schema can say, because it goes over several fields: the words of the package's own check. */
const beyondSchemas =
  /two constraints have one id|it ends before it begins|something to ask of the path|is no calendar|would wait for ever|is less than minimum|either hours or businessDays/;

describe('a schema and its package', () => {
  it.each(kinds)('say the same of a %s, changed in every place', (kind) => {
    const different = new Map<string, string>();
    const seen = new Set<string>();
    for (const { change, make } of bundledOf(kind).flatMap((json) => [...changesOf(json)])) {
      if (seen.has(change)) continue;
      seen.add(change);
      const json = make();
      const [schema, fault] = [bySchema(kind, json), faults[kind](json)];
      if (schema !== (fault === undefined) && !(schema && beyondSchemas.test(fault ?? '')))
        different.set(change, fault ?? 'taken');
    }
    expect(seen.size).toBeGreaterThan(50);
    expect(Object.fromEntries(different)).toEqual({});
  });
});

function bundledOf(kind: Kind): unknown[] {
  if (kind === 'policy') return [defaultPolicy];
  // A shipped map has the same rules many times over: the rules of the page have each field once.
  if (kind === 'map') return [mapOfThePage()];
  return bundled.filter((one) => one.kind === kind).map(({ json }) => json);
}

/** The examples of every operation in the README of the package, as one map. */
function mapOfThePage(): object {
  const [page = ''] = /^## Rules[\s\S]*?(?=^## )/m.exec(read('packages/mapping/README.md')) ?? [];
  const blocks = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
  const rules = blocks.flatMap((block) => JSON.parse(`[${block.trim().replaceAll('}\n{', '},\n{')}]`));
  const { rules: _, ...head } = JSON.parse(read('packages/mapping/maps/x12-004010/850.json'));
  return { ...head, effective: { from: '2026-01-31', until: '2026-12-31' }, rules };
}

function sampleOf(kind: Kind): object {
  const [first] = bundledOf(kind);
  return first as object;
}

function kindOf(file: string, json: Readonly<Record<string, unknown>>): Kind | undefined {
  if (/\/golden\//.test(file)) return undefined;
  if (/\/guides\/[^/]+$/.test(file)) return 'guide';
  if (/\/ours\/[^/]+$/.test(file)) return 'company';
  if (json['rules'] !== undefined && json['native'] !== undefined) return 'map';
  if (json['base'] !== undefined && json['version'] !== undefined) return 'overlay';
  return json['identity'] !== undefined && json['documents'] !== undefined ? 'profile' : undefined;
}

function firstOf(result: { readonly ok: boolean; readonly issues?: readonly { readonly message: string }[] }) {
  return result.ok ? undefined : result.issues?.[0]?.message;
}
