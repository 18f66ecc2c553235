import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/cli/commands.ts';
import { createFolder } from '../src/cli/node/create-folder.ts';
import { nodeSystem } from '../src/cli/node/node-system.ts';
import { cliInterchange, cliOrder } from './cli-interchange.ts';
import { cliRun } from './cli-run.ts';

const FILE = cliInterchange([cliOrder]);
const READ = 'run --map x12/004010/850 --in a.edi';
const WRITE = 'run --map x12/004010/850 --reverse --in a.json';

/** A shop's orders, with master data for its items. */
const SHOP = {
  id: 'shop',
  version: '1',
  native: 'json/shop/order',
  canonical: 'order',
  rules: [
    { id: 'kind', op: 'const', canonical: 'kind', value: 'order' },
    { id: 'model', op: 'const', canonical: 'version', value: '1' },
    { id: 'purpose', op: 'const', canonical: 'purpose', value: 'original' },
    { id: 'channel', op: 'const', canonical: 'channel', value: 'shop' },
    { id: 'number', canonical: 'number', native: 'name', required: true },
    { id: 'currency', canonical: 'currency', native: 'currency', required: true },
    {
      id: 'lines',
      op: 'each',
      canonical: 'lines',
      native: 'items',
      rules: [
        { id: 'line-id', canonical: 'lineId', native: 'id', required: true },
        { id: 'sku', canonical: 'ids[scheme=seller].value', native: 'sku', as: 'lookup:item' },
        { id: 'quantity', canonical: 'quantity.value', native: 'quantity', as: 'decimal', required: true },
        { id: 'unit', canonical: 'quantity.unit', native: 'unit', default: 'EA', omitDefault: true },
      ],
    },
  ],
};
const CART = { name: '#1001', currency: 'USD', items: [{ id: 'a', sku: 'X1', quantity: '2' }] };
const FACTS = { item: { X1: 'AX-100' } };

describe('dist-map run', () => {
  it('prints the canonical document of X12, and tells what no rule reads', async () => {
    const { code, out, told } = await cliRun(READ, { 'a.edi': FILE });
    expect({ code, told }).toEqual({
      code: 0,
      told: 'a.edi, set 0001: no rule reads: REF[1].01 "ZZ", REF[1].02 "ABC"\n',
    });
    expect(JSON.parse(out)).toMatchObject({ kind: 'order', number: 'PO-4711', lines: [{ lineId: '0001' }] });
  });

  it('prints an array of several, and leaves out those with an error', async () => {
    const faulty = cliOrder.map((segment) => segment.replace('*24*EA*', '*24*??*'));
    const both = await cliRun(READ, { 'a.edi': cliInterchange([cliOrder, cliOrder]) });
    expect(JSON.parse(both.out)).toHaveLength(2);
    const one = await cliRun(READ, { 'a.edi': cliInterchange([cliOrder, faulty]) });
    expect({ code: one.code, left: JSON.parse(one.out).length }).toEqual({ code: 1, left: 1 });
    expect(one.told).toContain('a.edi, set 0002: rule line-unit: PO1[0]/PO103: ');
  });

  it('passes over sets of another type, and says when there is none of the map’s', async () => {
    const strange = `${FILE}${cliInterchange([['BEG*00']], '997', 'FA').replaceAll('000000001', '000000002')}`;
    const mixed = await cliRun(READ, { 'a.edi': strange });
    expect({ code: mixed.code, told: mixed.told.includes('997') }).toEqual({ code: 0, told: false });
    const none = await cliRun('run --map x12/004010/856 --in a.edi', { 'a.edi': FILE });
    expect({ code: none.code, out: none.out }).toEqual({ code: 1, out: '' });
    expect(none.told).toContain('there is no 856 of release 004010 in it [set-absent]');
  });

  it('maps no set that X12 rejects', async () => {
    const { code, out, told } = await cliRun(READ, { 'a.edi': FILE.replace('*24*EA', '*2O*EA') });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(told).toContain('PO102 (quantity ordered) holds a character that its type does not allow');
  });

  it('writes back the same bytes with what --json kept', async () => {
    const { code, out } = await cliRun(`${READ} --json`, { 'a.edi': FILE });
    expect(code).toBe(0);
    const back = await cliRun(`${WRITE} --complement a.json`, { 'a.json': out });
    expect({ code: back.code, out: back.out, told: back.told }).toEqual({ code: 0, out: FILE, told: '' });
    expect((await cliRun(WRITE, { 'a.json': out })).out).not.toContain('REF*ZZ');
  });

  it.each([
    [
      'its envelope',
      '--sender 01:ME --receiver 12:YOU --control-number 77 --usage P',
      /\*01\*ME {13}\*12\*YOU {12}\*.*\*000000077\*0\*P\*>/,
    ],
    ['its instant', '--at 2026-05-06T07:08:00Z', /\*260506\*0708\*/],
    ['the sets alone', '--bare', /^ST\*850\*0001~.*SE\*6\*0001~$/],
    ['a line for each segment', '--bare --lines', /^ST\*850\*0001~\nBEG.*\nSE\*6\*0001~\n$/s],
  ])('writes X12 with %s', async (_, options, wanted) => {
    const { out } = await cliRun(READ, { 'a.edi': cliInterchange([cliOrder.filter((one) => !one.startsWith('REF'))]) });
    expect((await cliRun(`${WRITE} ${options}`, { 'a.json': out })).out).toMatch(wanted);
  });

  it('writes nothing where any document has an error', async () => {
    const order = JSON.parse((await cliRun(READ, { 'a.edi': FILE })).out);
    const { code, out, told } = await cliRun(WRITE, { 'a.json': [order, { ...order, number: undefined }] });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(told).toMatch(/^a\.json, document 2: number is required .*\n$/);
    const long = await cliRun(WRITE, { 'a.json': { ...order, number: 'X'.repeat(23) } });
    expect({ code: long.code, out: long.out }).toEqual({ code: 1, out: '' });
    expect(long.told).toContain('BEG03');
  });

  it('runs maps of JSON both ways, with master data', async () => {
    const files = { 'map.json': SHOP, 'facts.json': FACTS, 'cart.json': CART };
    const read = await cliRun('run --map map.json --in cart.json --facts facts.json', files);
    expect({ code: read.code, told: read.told }).toEqual({ code: 0, told: '' });
    expect(JSON.parse(read.out).lines[0].ids).toEqual([{ scheme: 'seller', value: 'AX-100' }]);
    const back = 'run --map map.json --in order.json --facts facts.json --reverse';
    const written = await cliRun(back, { ...files, 'order.json': read.out });
    expect(JSON.parse(written.out)).toEqual(CART);
  });

  it('runs maps of XML both ways', async () => {
    const [kind, model, purpose, channel] = SHOP.rules;
    const map = {
      ...SHOP,
      native: 'xml/shop/order',
      rules: [
        ...[kind, model, purpose, channel],
        { id: 'number', canonical: 'number', native: 'Order/Number', required: true },
        { id: 'currency', canonical: 'currency', native: 'Order/@currency', required: true },
        {
          id: 'lines',
          op: 'each',
          canonical: 'lines',
          native: 'Order/Line',
          rules: [
            { id: 'line-id', canonical: 'lineId', native: '@id', required: true },
            { id: 'quantity', canonical: 'quantity.value', native: 'Quantity/text()', as: 'decimal', required: true },
            { id: 'unit', canonical: 'quantity.unit', native: 'Quantity/@unit', required: true },
          ],
        },
      ],
    };
    const line = '<Line id="1"><Quantity unit="EA">2</Quantity></Line>';
    const order = `<Order currency="USD"><Number>1001</Number>${line}</Order>`;
    const read = await cliRun('run --map map --in order', { map, order });
    expect({ code: read.code, number: JSON.parse(read.out).number }).toEqual({ code: 0, number: '1001' });
    const written = await cliRun('run --map map --in made --reverse', { map, made: read.out });
    expect(written.out.replaceAll(/\s*\n\s*/g, '')).toContain(order);
    const twice = await cliRun('run --map map --in made --reverse', { map, made: `[${read.out},${read.out}]` });
    expect({ code: twice.code, out: twice.out }).toEqual({ code: 1, out: '' });
    const bad = await cliRun('run --map map --in order', { map, order: '<!DOCTYPE a><Order/>' });
    expect({ code: bad.code, out: bad.out }).toEqual({ code: 1, out: '' });
    expect(bad.told).toContain('[xml-type-refused]');
  });

  it('tells which master data was not given', async () => {
    const { code, told } = await cliRun('run --map map.json --in -', { 'map.json': SHOP, '-': CART });
    expect(code).toBe(1);
    expect(told).toContain('-: master data was not given (--facts): item "X1"\n');
  });

  it('lays overlays over the map in their order', async () => {
    const overlay = (id: string, base: string) => {
      return { id, version: '1', base, add: [{ rule: { id, op: 'const', canonical: `ext.${id}`, value: id } }] };
    };
    const files = { 'a.edi': FILE, one: overlay('one', 'x12/004010/850'), two: overlay('two', 'x12/004010/850') };
    const { out, told } = await cliRun(`${READ} --overlay one --overlay two`, files);
    expect({ told: told.includes('error'), ext: JSON.parse(out).ext }).toEqual({
      told: false,
      ext: { one: 'one', two: 'two' },
    });
  });

  it('traces each value to its rule when asked', async () => {
    const { told } = await cliRun(`${READ} --trace`, { 'a.edi': FILE });
    expect(told).toContain('  line-quantity: PO1[0]/PO102 "24" → lines[0].quantity.value "24" as decimal\n');
    const { out } = await cliRun(`${READ} --trace --json`, { 'a.edi': FILE });
    expect(JSON.parse(out).documents[0].trace).toContainEqual(
      expect.objectContaining({ rule: 'number', from: 'BEG03' }),
    );
  });

  it('--json prints one object and tells nothing', async () => {
    const { out, told } = await cliRun(`${READ} --json`, { 'a.edi': FILE.replace('*24*EA', '*2O*EA') });
    expect(told).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      map: { id: 'x12/004010/850', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      direction: 'read',
      issues: [{ code: 'element-invalid-character', severity: 'error' }],
      documents: [],
    });
  });
});

describe('dist-map check', () => {
  it('says of a shipped map that it is valid', async () => {
    const { code, out, told } = await cliRun('check x12/004010/850');
    expect({ code, told }).toEqual({ code: 0, told: '' });
    expect(out).toMatch(
      /^x12\/004010\/850: valid: map x12\/004010\/850 version \S+, \d+ rules, 0 errors, 0 warnings\n$/,
    );
  });

  it.each([
    ['an unknown path', { rules: [{ id: 'a', canonical: 'numbre', native: 'BEG03' }] }, 'Rule a: ', 'path-unknown'],
    ['a rule of another form', { rules: [{ id: 'a', native: 'BEG03' }] }, 'Rule a: ', 'map-invalid'],
    ['a native that there is not', { native: 'x12/004010/000' }, '', 'end-unknown'],
    ['a canonical that there is not', { canonical: 'ordre' }, '', 'end-unknown'],
    [
      'a path with the name of a prototype',
      { rules: [{ id: 'a', canonical: '__proto__.x', native: 'BEG03' }] },
      'Rule a: ',
      'path-malformed',
    ],
  ])('finds %s, with its rule', async (_, part, rule, issue) => {
    const map = { id: 'm', version: '1', native: 'x12/004010/850', canonical: 'order', rules: [], ...part };
    const { code, out } = await cliRun('check m.json', { 'm.json': map });
    expect(code).toBe(1);
    expect(out).toContain(`m.json: ${rule}`);
    expect(out).toContain(`[${issue}]`);
    expect(out).toMatch(/m\.json: not valid: .*\nWhat it means:\n {2}\S+: https:\S+#[a-z-]+\n$/);
    expect(out).toContain(`  ${issue}: `);
    const [{ ok, issues }] = JSON.parse((await cliRun('check m.json --json', { 'm.json': map })).out);
    expect({ ok, codes: issues.map(({ code: one }: { code: string }) => one) }).toMatchObject({
      ok: false,
      codes: expect.arrayContaining([issue]),
    });
  });
});

describe('dist-map explain', () => {
  const overlay = {
    id: 'northfield',
    version: '2',
    base: 'x12/004010/850',
    patch: { number: { as: 'upper' }, 'line-quantity': { severity: 'warning' }, total: null },
    tables: { unit: { PK: 'XPK' } },
  };

  it('shows each rule in effect, and which overlay changed it', async () => {
    const { code, out } = await cliRun('explain x12/004010/850 --overlay o', { o: overlay });
    expect(code).toBe(0);
    const lines = out.split('\n').map((line) => line.replaceAll(/ +/g, ' '));
    expect(lines).toContain('* number BEG03 ↔ number as upper, required [patched by northfield: as]');
    expect(lines).toContain(' line-price PO104 ↔ price.amount as decimal');
    expect(lines).toContain(
      '* line-quantity PO102 ↔ quantity.value as decimal, required, severity warning [patched by northfield: severity]',
    );
    expect(lines).toContain('- total [removed by northfield]');
    expect(lines).toContain('* unit [patched by northfield: PK]');
  });

  it('--json prints the map in effect', async () => {
    const { out } = await cliRun('explain x12/004010/850 --overlay o --json', { o: overlay });
    expect(JSON.parse(out)).toMatchObject({
      overlays: [{ id: 'northfield', version: '2' }],
      map: { native: 'x12/004010/850' },
    });
  });

  it.each(['850', '855', '856', '810'])('has words for every rule of the shipped %s', async (set) => {
    expect((await cliRun(`explain x12/004010/${set}`)).out).not.toMatch(/undefined|\[object|\{"/);
  });
});

describe('dist-map diff', () => {
  const overlay = {
    id: 'northfield',
    version: '2',
    base: 'x12/004010/850',
    patch: { 'line-quantity': { severity: 'warning' }, total: null },
    add: [
      { into: 'lines', rule: { id: 'color', canonical: 'ext.acme.color', native: 'PO4[0].03' } },
      { before: 'kind', rule: { id: 'plant', op: 'const', canonical: 'ext.acme', value: 'X' } },
    ],
    tables: { reference: { ZZ: 'agreed' } },
  };
  const DIFF = 'diff x12/004010/850 x12/004010/850';

  it('says what differs rule by rule, and nothing of what is the same', async () => {
    const { out } = await cliRun(`${DIFF} --with-overlay o`, { o: overlay });
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => line.replace(/ {3}\(now .*/, ''))).toEqual([
      expect.stringMatching(/^- total: CTT\/AMT/),
      '+ plant: "X" → ext.acme',
      '~ line-quantity: severity absent → "warning"',
      '+ color in lines: PO4[0].03 ↔ ext.acme.color',
      '~ table reference: ZZ absent → "agreed"',
      '5 differences',
    ]);
    expect(await cliRun(DIFF)).toMatchObject({ code: 0, out: '0 differences\n' });
  });

  it('sees another order, another place and another head', async () => {
    const [kind, model, ...others] = SHOP.rules;
    const moved = { ...SHOP, version: '2', rules: [model, kind, ...others] };
    const { out } = await cliRun('diff a b', { a: SHOP, b: moved });
    expect(out).toBe('~ map: version "1" → "2"\n~ rules of the top stand in another order\n2 differences\n');
    const when = { id: 'when', op: 'when', if: { native: true, canonical: true }, rules: [kind] };
    const inside = await cliRun('diff a b', { a: SHOP, b: { ...SHOP, rules: [when, model, ...others] } });
    expect(inside.out).toContain('~ kind: moved from the top to when\n');
    const changes = JSON.parse((await cliRun('diff a b --json', { a: SHOP, b: moved })).out);
    expect(changes.map(({ change }: { change: string }) => change)).toEqual(['map', 'reordered']);
  });

  it('ends with 1 where a map is not valid', async () => {
    const { code, out, told } = await cliRun('diff a b', { a: SHOP, b: { ...SHOP, native: 'x12/004010/000' } });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(told).toContain('[end-unknown]');
  });
});

describe('dist-map impact', () => {
  const overlay = { id: 'o', version: '1', base: 'x12/004010/850', patch: { currency: { default: 'CAD' } } };
  const strict = { ...overlay, patch: { release: { required: true } } };
  const IMPACT = 'impact --map x12/004010/850 --with x12/004010/850 --with-overlay o';

  it('R27 prints what a new map makes otherwise of stored documents, before it is used', async () => {
    const stated = cliInterchange([cliOrder.toSpliced(1, 0, 'CUR*BY*USD')]);
    const files = { o: overlay, 'a.edi': stated, 'b.edi': FILE };
    const { code, out } = await cliRun(`${IMPACT} --in a.edi b.edi`, files);
    expect(code).toBe(1);
    expect(out).toBe('b.edi, set 0001: currency: "USD" → "CAD"\n2 documents, 1 differs\n');
    expect(await cliRun(`${IMPACT} --in a.edi`, files)).toMatchObject({ code: 0, out: '1 document, 0 differ\n' });
  });

  it('R27 says which documents are not made any more, and why', async () => {
    const { code, out } = await cliRun(`${IMPACT} --in a.edi`, { o: strict, 'a.edi': FILE });
    expect(code).toBe(1);
    expect(out).toContain('a.edi, set 0001: is not made any more\n');
    expect(out).toContain('a.edi, set 0001: new issue: rule release: ');
    const { impacts } = JSON.parse((await cliRun(`${IMPACT} --in a.edi --json`, { o: strict, 'a.edi': FILE })).out);
    expect(impacts).toMatchObject([{ file: 'a.edi', set: '0001', made: { before: true, after: false } }]);
  });

  it('compares what is written, too', async () => {
    const order = JSON.parse((await cliRun(READ, { 'a.edi': FILE })).out);
    const files = { o: overlay, 'a.json': order };
    const { code, out } = await cliRun(`${IMPACT} --reverse --in a.json`, files);
    expect(code).toBe(1);
    expect(out).toContain('a.json: CUR02: absent → "USD"\n');
  });

  it('compares maps for the same documents only', async () => {
    const { code, told } = await cliRun('impact --map x12/004010/850 --with x12/004010/855 --in a.edi', {
      'a.edi': FILE,
    });
    expect({ code, told }).toEqual({
      code: 2,
      told: 'dist-map: the maps are for other documents: native x12/004010/850, and x12/004010/855\n',
    });
  });
});

describe('wrong usage and bad files end with 2 and a sentence', () => {
  const deep = `{"kind":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;

  it.each([
    ['no command', '', 'Usage: dist-map COMMAND'],
    ['an unknown command', 'chekc', 'there is no command chekc. Did you mean check?'],
    ['an unknown option', 'check m --overaly o', 'dist-map check has no option --overaly. Did you mean --overlay?'],
    ['an option without value', 'run --map', '--map needs a value'],
    ['a switch with a value', 'check m --json=yes', '--json takes no value'],
    ['what is needed left out', 'run --map m', 'dist-map run needs --in FILE'],
    ['words too many', 'run --map m --in a b', 'dist-map run takes no words beside its options; found b'],
    ['words too few', 'check', 'dist-map check takes MAP|FOLDER…; found none'],
    ['an option twice', 'run --map m --map m --in a', '--map can be given only once'],
    ['a file that is not there', 'check gone.json', 'gone.json can not be read: there is no such file'],
    ['an id that is not shipped', 'check x12/004010/000', 'no such map is shipped'],
    ['a path for an id', 'check x12/../../package', 'can not be read'],
    ['a map that is no JSON', 'check a.edi', 'a.edi is no JSON: '],
    ['a document that is no JSON', 'run --map shop --in a.edi', 'a.edi is no JSON: '],
    ['a document that is no UTF-8', 'run --map shop --in latin', 'latin is no JSON: it is not written in UTF-8'],
    ['a map that can not be compiled', 'run --map bad --in a.edi', 'Rule a: '],
    [
      'facts of another form',
      'run --map shop --in cart --facts a.json',
      'a.json: lines must be an object of keys and values',
    ],
    ['a complement of another form', 'run --map shop --in cart --complement a.json', 'a.json holds no complement'],
    ['a complement with a node that is none', 'run --map shop --in cart --complement node', 'node holds no complement'],
    ['a complement too deep', 'run --map shop --in cart --complement deep', 'deep holds no complement'],
    [
      'the wrong direction',
      'run --map once --in cart --reverse',
      'map shop runs in direction read only: leave --reverse out',
    ],
    [
      'an envelope that can not be',
      'run --map x12/004010/850 --reverse --in a.json --sender ME',
      '--sender must be a qualifier and an id',
    ],
    [
      'a control number that is none',
      'run --map shop --in cart --control-number 0',
      '--control-number must be 1 to 999999999',
    ],
    ['an instant that is none', 'run --map shop --in cart --at today', '--at must be an instant'],
  ])('%s', async (_, words, part) => {
    const { code, out, told } = await cliRun(words, {
      'a.edi': FILE,
      'a.json': { lines: 1 },
      bad: { ...SHOP, rules: [{ id: 'a', canonical: 'nowhere', native: 'x' }] },
      cart: CART,
      deep,
      latin: new Uint8Array([0x22, 0xe9, 0x22]),
      node: { map: 'shop', side: 'canonical', kept: { lists: { lines: [5] } } },
      once: { ...SHOP, direction: 'read' },
      shop: SHOP,
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(told).toContain(part);
    expect(told).not.toMatch(/^\s+at /m);
  });

  it('standard input that a person would have to type', async () => {
    const { code, told } = await cliRun('run --map shop --in -', { shop: SHOP }, true);
    expect({ code, told }).toEqual({ code: 2, told: 'dist-map: there is nothing on standard input; name a file\n' });
  });

  it.each([
    ['a document nested deep', deep, 'document-too-deep'],
    ['a document that is a number', '1', 'document-malformed'],
    ['no document', '[]', 'document-absent'],
  ])('%s ends with 1', async (_, cart, issue) => {
    const { code, told } = await cliRun('run --map shop --in cart', { shop: SHOP, cart });
    expect(code).toBe(1);
    expect(told).toContain(`[${issue}]`);
  });

  it('a canonical document nested deep ends with 1, too', async () => {
    const order = `{ "kind": "order", "ext": { "acme": ${'['.repeat(100_000)}${']'.repeat(100_000)} } }`;
    const { code, told } = await cliRun('run --map x12/004010/850 --reverse --in order', { order });
    expect({ code, told }).toEqual({
      code: 1,
      told: 'order: the document is nested deeper than 64 levels [document-too-deep]\n',
    });
  });

  it('nothing moves the cursor of a terminal, whatever a file holds', async () => {
    const hostile = '\u001b[2J\u009b1A\u202e';
    const cart = { ...CART, name: hostile, [hostile]: hostile };
    const map = { ...SHOP, rules: [...SHOP.rules, { id: hostile, canonical: hostile, native: hostile }] };
    for (const words of [
      'run --map shop --in cart --trace',
      'run --map shop --in cart --json',
      'check map',
      `check ${hostile}`,
    ]) {
      const { out, told } = await cliRun(words, { shop: SHOP, map, cart });
      expect(`${out}${told}`.length).toBeGreaterThan(0);
      expect(`${out}${told}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });
});

describe('help', () => {
  it('lists the commands', async () => {
    const { code, out } = await cliRun('--help');
    expect(code).toBe(0);
    for (const { name, about } of commands) expect(out).toMatch(new RegExp(`^  ${name} +${about.slice(0, 20)}`, 'm'));
  });

  it('of the README does what it says', async () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const overlay = { id: 'northfield', version: '1', base: 'x12/004010/850' };
    const files: Record<string, unknown> = { 'order.edi': FILE, 'northfield.json': overlay };
    for (const [, words = '', made = ''] of readme.matchAll(/^dist-map (.*) > (\S+)$/gm)) {
      const { code, out } = await cliRun(words, files);
      expect({ words, code }).toEqual({ words, code: 0 });
      files[made] = out;
    }
    expect(String(files['again.edi']).slice(106)).toContain(FILE.slice(FILE.indexOf('ST*'), FILE.indexOf('GE*')));
  });

  it('stands in the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    expect(commands.filter(({ name }) => !readme.includes(`| \`${name} `)).map(({ name }) => name)).toEqual([]);
  });

  it.each(commands.map(({ name }) => name))('%s says what it takes', async (name) => {
    const { code, out, told } = await cliRun(`${name} --help`);
    expect({ code, told }).toEqual({ code: 0, told: '' });
    expect(out).toMatch(new RegExp(`^Usage: dist-map ${name} `));
    for (const { name: option } of commands.find((one) => one.name === name)?.options ?? [])
      expect(out).toContain(`  --${option}`);
  });
});

describe('the process', { timeout: 60_000 }, () => {
  const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');
  const loader = pathToFileURL(join(root, '..', '..', 'node_modules/tsx/dist/loader.mjs')).href;
  const flags = ['--conditions=@dist/source', '--import', loader, join(root, 'src/cli.ts')];
  const start = (words: readonly string[], input: string) =>
    spawnSync(process.execPath, [...flags, ...words], { input, encoding: 'utf8' });

  it('finds the shipped maps, reads standard input, and ends with the code', () => {
    const { status, stdout, stderr } = start(['run', '--map', 'x12/004010/850', '--in', '-', '--json'], FILE);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout).documents[0].value.number).toBe('PO-4711');
  });

  it('tells the version of its package.json', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(nodeSystem().version()).toBe(version);
  });

  it('writes a folder whole or not at all, and over nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dist-map-'));
    const system = nodeSystem();
    try {
      const made = join(folder, 'partners', 'northfield');
      await createFolder(made, { 'profile.json': '{}', 'golden/a.edi': 'ISA' });
      expect(await system.filesIn(folder)).toEqual([
        'partners/northfield/golden/a.edi',
        'partners/northfield/profile.json',
      ]);
      await expect(createFolder(made, { 'profile.json': '' })).rejects.toThrow('is there already');
      await expect(createFolder(join(folder, 'partners'), {})).rejects.toThrow('is there already');
      mkdirSync(join(folder, 'empty'));
      await expect(createFolder(join(folder, 'empty'), { a: '' })).rejects.toThrow('is there already');
      await expect(createFolder(join(folder, 'x'), { a: '', '../b': '' })).rejects.toThrow('outside');
      await expect(createFolder(join(made, 'profile.json', 'x'), { a: '' })).rejects.toThrow('can not be written');
      expect(await system.filesIn(folder)).toHaveLength(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
