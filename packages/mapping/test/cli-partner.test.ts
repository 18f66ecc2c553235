import { describe, expect, it } from 'vitest';
import { cliInterchange, cliOrder } from './cli-interchange.ts';
import { cliRun } from './cli-run.ts';

const ORDER = cliOrder.filter((segment) => !segment.startsWith('REF*ZZ'));
const FILE = cliInterchange([ORDER]);
const { out: MEANING } = await cliRun('run --map x12/004010/850 --overlay o --in a', {
  o: { id: 'o', version: '1', base: 'x12/004010/850' },
  a: FILE,
});

const PROFILE = {
  id: 'northfield',
  version: '3',
  name: 'Northfield',
  identity: {
    interchanges: [
      { usage: 'production', qualifier: '01', id: '123456789' },
      { usage: 'test', qualifier: '12', id: '5550100', groupId: 'NORTH', releases: ['004010VICS'] },
    ],
  },
  documents: [
    {
      document: '850',
      direction: 'in',
      native: 'x12/004010/850',
      map: 'x12/004010/850',
      overlays: ['850'],
      constraints: [
        { id: 'short-number', then: { path: 'number', maxLength: 10 }, message: 'numbers have ten characters' },
      ],
    },
  ],
};
const OVERLAY = {
  id: 'northfield/850',
  version: '1',
  base: 'x12/004010/850',
  patch: { 'date-deliver-by': { native: 'DTM[01=063].02' } },
};
const PARTNER = {
  'northfield/profile.json': PROFILE,
  'northfield/overlays/850.json': OVERLAY,
  'northfield/golden/order.edi': FILE,
  'northfield/golden/order.json': MEANING,
};

/** A partner with a map of its own. */
const SHOP = {
  'shop/profile.json': {
    ...PROFILE,
    id: 'shop',
    documents: [{ document: 'order', direction: 'in', native: 'json/shop/order', map: 'shop' }],
  },
  'shop/maps/shop.json': {
    id: 'shop',
    version: '1',
    native: 'json/shop/order',
    canonical: 'order',
    direction: 'read',
    rules: [
      { id: 'kind', op: 'const', canonical: 'kind', value: 'order' },
      { id: 'model', op: 'const', canonical: 'version', value: '1' },
      { id: 'purpose', op: 'const', canonical: 'purpose', value: 'original' },
      { id: 'channel', op: 'const', canonical: 'channel', value: 'shop' },
      { id: 'number', canonical: 'number', native: 'name', required: true },
      { id: 'currency', canonical: 'currency', native: 'currency', required: true },
      { id: 'note', canonical: 'ext.acme.note', native: 'note' },
      { id: 'ship-to', canonical: 'parties.shipTo.name', native: 'address.name' },
      {
        id: 'lines',
        op: 'each',
        canonical: 'lines',
        native: 'items',
        rules: [
          { id: 'line-id', canonical: 'lineId', native: 'id', required: true },
          { id: 'quantity', canonical: 'quantity.value', native: 'quantity', as: 'decimal', required: true },
          { id: 'unit', canonical: 'quantity.unit', native: 'unit', required: true },
          { id: 'sku', canonical: 'ids[scheme=seller].value', native: 'sku' },
        ],
      },
    ],
  },
  'shop/golden/cart.native.json': {
    name: '#1001',
    currency: 'USD',
    address: { name: 'STORE 42' },
    items: [{ id: 'a', quantity: '2', unit: 'EA', sku: 'AX-100' }],
  },
  'shop/golden/cart.json': {
    kind: 'order',
    version: '1',
    purpose: 'original',
    channel: 'shop',
    number: '#1001',
    currency: 'USD',
    dates: {},
    references: [],
    parties: { shipTo: { name: 'STORE 42', ids: [] } },
    lines: [{ lineId: 'a', quantity: { value: '2', unit: 'EA' }, ids: [{ scheme: 'seller', value: 'AX-100' }] }],
  },
};

describe('the folder of a partner', { timeout: 60_000 }, () => {
  it('is checked by check, map by map', async () => {
    expect(await cliRun('check northfield', PARTNER)).toMatchObject({
      code: 0,
      out: 'northfield: valid: partner northfield version 3: 850 in, 0 errors, 0 warnings\n',
    });
  });

  it.each([
    [
      'a patch of a rule that there is not',
      'overlays/850.json',
      { ...OVERLAY, patch: { 'date-deliver': {} } },
      'overlay-rule-unknown',
    ],
    ['a patch that changes nothing', 'overlays/850.json', { ...OVERLAY, patch: { type: {} } }, 'partner-static'],
    ['an overlay that is no JSON', 'overlays/850.json', '{', 'file-malformed'],
    ['a profile of another form', 'profile.json', { ...PROFILE, documnets: [] }, 'profile-invalid'],
    [
      'a map that is not shipped',
      'profile.json',
      { ...PROFILE, documents: [{ ...PROFILE.documents[0], map: 'x' }] },
      'map-unknown',
    ],
  ])('check finds %s', async (_, file, content, issue) => {
    const { code, out, told } = await cliRun('check northfield', { ...PARTNER, [`northfield/${file}`]: content });
    expect({ code, told }).toEqual({ code: 1, told: '' });
    expect(out).toContain(`[${issue}]`);
  });

  it('has its maps explained, each with its overlay', async () => {
    const { code, out } = await cliRun('explain northfield', PARTNER);
    expect(code).toBe(0);
    expect(out).toMatch(/^850 in\nmap x12\/004010\/850 /);
    expect(out).toMatch(/^\* date-deliver-by .*\[patched by northfield\/850: native\]$/m);
    const [explained] = JSON.parse((await cliRun('explain northfield --json', PARTNER)).out);
    expect(explained).toMatchObject({ document: '850 in', overlays: [{ id: 'northfield/850' }] });
  });

  it('runs and explains without its golden pairs, which are often made by it', async () => {
    const { ['northfield/golden/order.json']: _, ...files } = PARTNER;
    const run = 'run --map northfield --document 850 --in northfield/golden/order.edi';
    expect(JSON.parse((await cliRun(run, files)).out).number).toBe('PO-4711');
    expect((await cliRun('explain northfield', files)).code).toBe(0);
    expect((await cliRun('check northfield', files)).out).toContain('golden/order.json');
  });

  it('runs a document with its overlays and constraints', async () => {
    const files = { ...PARTNER, a: FILE, b: FILE.replace('PO-4711', 'PO-4711-4711') };
    const run = 'run --map northfield --document 850';
    expect(JSON.parse((await cliRun(`${run} --in a`, files)).out).number).toBe('PO-4711');
    const { code, out, told } = await cliRun(`${run} --in b`, files);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(told).toContain('rule short-number: ');
    const order = JSON.parse(MEANING);
    const back = await cliRun(`${run} --reverse --in c --bare`, { ...files, c: order });
    expect(back.out).toContain('BEG*00*SA*PO-4711**20260301~');
    const long = await cliRun(`${run} --reverse --in c --bare`, { ...files, c: { ...order, number: 'PO-4711-4711' } });
    expect({ code: long.code, out: long.out }).toEqual({ code: 1, out: '' });
  });

  it('is who its documents are written to, in production or test', async () => {
    const write = 'run --map northfield --document 850 --reverse --in a';
    const { out } = await cliRun(write, { ...PARTNER, a: MEANING });
    expect(out).toContain('*12*5550100        *');
    expect(out).toContain('~GS*PO*SENDER*NORTH*20260302*0815*1*X*004010VICS~');
    expect((await cliRun(`${write} --usage P`, { ...PARTNER, a: MEANING })).out).toContain('*01*123456789      *');
    expect((await cliRun(`${write} --receiver ZZ:ME`, { ...PARTNER, a: MEANING })).out).toContain(
      '*ZZ*ME             *',
    );
  });

  it('R27 is compared, one version with another', async () => {
    const next = Object.fromEntries(
      Object.entries(PARTNER).map(([file, content]) => [file.replace('northfield/', 'next/'), content]),
    );
    const overlay = { ...OVERLAY, patch: { ...OVERLAY.patch, type: { default: 'NE' } } };
    const files = { ...PARTNER, ...next, 'next/overlays/850.json': overlay, a: FILE };
    const { out } = await cliRun('diff northfield next', files);
    expect(out).toMatch(/^~ type: default "SA" → "NE" .*\n1 difference\n$/);
    const impact = 'impact --map northfield --with next --document 850 --in a';
    expect(await cliRun(impact, files)).toMatchObject({ code: 0, out: '1 document, 0 differ\n' });
    const later = { ...files, 'next/overlays/850.json': { ...OVERLAY, patch: { 'ship-to-name': null } } };
    expect((await cliRun(impact, later)).out).toContain('a, set 0001: parties.shipTo.name: "STORE 42" → absent\n');
  });

  it.each([
    [
      'a document that it does not have',
      'run --map northfield --document 856 --in a',
      '--document 856 is none of northfield: 850 in',
    ],
    [
      'overlays as well',
      'run --map northfield --overlay o --in a',
      'whose profile names the overlays: leave --overlay out',
    ],
    [
      'several documents and no word of which',
      'run --map two --in a',
      'must say which of two is meant: 850 in, 850 out',
    ],
    [
      'an ambiguous word',
      'run --map two --document 850 --in a',
      '--document 850 is more than one of two: 850 in, 850 out',
    ],
    ['a folder that is not there', 'test nowhere', 'there is no folder nowhere'],
    ['a number of runs that is none', 'test northfield --runs many', '--runs must be a number from 1 to 100000'],
  ])('ends with 2 for %s', async (_, words, part) => {
    const documents = [PROFILE.documents[0], { ...PROFILE.documents[0], direction: 'out' }];
    const two = { 'two/profile.json': { ...PROFILE, documents }, 'two/overlays/850.json': OVERLAY };
    const { code, out, told } = await cliRun(words, { ...PARTNER, ...two, a: FILE });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(told).toContain(part);
  });

  it('is tested by the kit, failures with their reason', async () => {
    const wrong = { ...PARTNER, 'northfield/golden/order.json': MEANING.replace('PO-4711', 'PO-4712') };
    const { code, out } = await cliRun('test northfield --runs 1 --list', wrong);
    expect(out).toContain('passed  850 in, static: the map compiles without an issue\n');
    expect(out).toMatch(/^FAILED {2}850 in, golden: .*\n {8}.*PO-471/m);
    const [, tests, passed, failures] = /(\d+) tests, (\d+) passed, (\d+) failed\nnext: mend .*\n$/.exec(out) ?? [];
    expect(Number(passed) + Number(failures)).toBe(Number(tests));
    expect(out.match(/^(?:passed|FAILED) {2}/gm)).toHaveLength(Number(tests));
    expect(code).toBe(1);
  });

  it('ends with 0 where all its tests pass', async () => {
    const { code, out } = await cliRun('test shop --runs 1', SHOP);
    expect(out).toMatch(/^(\d+) tests, \1 passed, 0 failed\nnext: dist-map mutants shop, .*\n$/);
    expect(code).toBe(0);
  });

  it('is tested by the kit, in JSON', async () => {
    const { code, out } = await cliRun('test northfield --runs 1 --json', PARTNER);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ ok: code === 0, partner: 'northfield', version: '3' });
    expect(report.tests).toContainEqual(expect.objectContaining({ layer: 'golden', document: '850 in', ok: true }));
  });

  it('has its maps made wrong, and what no test sees is told', async () => {
    const { code, out } = await cliRun('mutants shop --runs 1', SHOP);
    expect(out).toMatch(/^survived {2}order in, dropped-required:number: .*$/m);
    expect(out).toMatch(/^killed \d+ of \d+, [\d.]+ %: .*golden \d+.*\nnext: for the first that survived .*\n$/m);
    const { killed, total, survivors } = JSON.parse((await cliRun('mutants shop --runs 1 --json', SHOP)).out);
    expect(total - killed).toBe(survivors.length);
    expect(code).toBe(killed / total >= 0.9 ? 0 : 1);
    expect((await cliRun('mutants shop --runs 1 --least 100', SHOP)).code).toBe(1);
    expect((await cliRun('mutants shop --runs 1 --least 1', SHOP)).code).toBe(0);
  });

  it('is begun by init, from a sample of each transaction set', async () => {
    const invoice = ['BIG*20260302*INV-1**PO-4711***DI', 'IT1*1*24*EA*12.5**UP*036000291452', 'TDS*30000', 'CTT*1'];
    const files = { a: cliInterchange([cliOrder]), b: cliInterchange([invoice], '810', 'IN') };
    const { code, out, made } = await cliRun('init --sample a --sample b --id northfield --out north', files);
    expect({ code, told: out.split('\n').at(-2) }).toEqual({
      code: 0,
      told: 'next: dist-map check north, then dist-map test north',
    });
    expect(Object.keys(made)).toEqual(expect.arrayContaining(['north/profile.json', 'north/golden/850-sample.edi']));
    const { id, documents } = JSON.parse(made['north/profile.json'] ?? '');
    expect(id).toBe('northfield');
    expect(documents.map(({ native }: { native: string }) => native)).toEqual(['x12/004010/850', 'x12/004010/810']);
    expect(await cliRun('check north', made)).toMatchObject({ code: 0 });
    expect(JSON.parse((await cliRun('init --sample a --id north --json', files)).out)).toMatchObject({
      ok: true,
      folder: 'north',
      samples: [{ file: 'a', map: 'x12/004010/850' }],
    });
  });

  it.each([
    ['a folder that is there', 'init --sample a --id northfield', 'nothing is overwritten'],
    ['an id of another form', 'init --sample a --id North', '--id must be small letters'],
    ['a sample that is no X12', 'init --sample b --id new', 'b can not be used'],
    ['two samples of one set', 'init --sample a --sample a --id new', 'two samples are of x12/004010/850'],
  ])('init ends with 2 for %s, and writes nothing', async (_, words, part) => {
    const { code, out, told, made } = await cliRun(words, { ...PARTNER, a: FILE, b: 'hello' });
    expect({ code, out, made }).toEqual({ code: 2, out: '', made: {} });
    expect(told).toContain(part);
  });
});
