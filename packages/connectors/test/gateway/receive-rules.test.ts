import { readFileSync } from 'node:fs';
import { compilePartnerMaps, partnerDirectory, type TradingPartner } from '@dist/connectors/gateway';
import type { PartnerMap } from '@dist/mapping';
import { phase } from '@dist/orchestration';
import { parse } from '@dist/x12';
import { describe, expect, it } from 'vitest';
import { liveWorld } from './cases/live-world.ts';
import { partnerOf } from './cases/partner-of.ts';
import { interchangeText, profile, purchaseOrder, standardMaps } from './sample-gateway.ts';

const map5010 = new URL('../../../mapping/maps/x12-005010/850.json', import.meta.url);
const later850: PartnerMap = JSON.parse(readFileSync(map5010, 'utf8'));

/** A world with the sample partner, its profile changed. */
const worldOf = (changes: Partial<TradingPartner> = {}) =>
  liveWorld({ partners: partnerDirectory([partnerOf(changes)]) });

/** The guide asks for a department and allows stand-alone orders only. */
const guide = (violations?: Record<string, string>) => ({
  'x12/004010/850': {
    name: 'Northfield 850 (sample)',
    set: '850',
    release: '004010',
    places: [
      { path: 'REF[01=DP]', usage: 'required' },
      { path: 'BEG02', codes: ['SA'] },
    ],
    ...(violations && { violations }),
  },
});

const order = purchaseOrder('4711');
const withDepartment = { ...order, body: [...order.body.slice(0, 2), 'REF*DP*007', ...order.body.slice(2)] };
const replaced = (bytes: Uint8Array, from: string, to: string) =>
  new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(from, to));

describe('the guide of a partner', () => {
  it.each([
    ['R10 nothing is faulted where it is kept', {}, withDepartment, ['A'], [], 'fulfilling'],
    [
      'R10 what only it forbids does not reject: the order is held',
      {},
      order,
      ['E'],
      ['guide/000000101/7/0001'],
      'held',
    ],
    ['R10 its table may reject', { 'guide-missing': 'reject' }, order, ['R'], undefined, undefined],
    ['R10 its table may be silent', { 'guide-missing': 'silent' }, order, ['A'], [], 'fulfilling'],
  ])('%s', async (_, violations, set, codes, holds, where) => {
    const world = worldOf({ guides: guide(violations as Record<string, string>) });
    const receipt = await world.receive('in/a.edi', interchangeText({ sets: [set] }));
    expect(receipt.interchanges[0]?.acknowledgment?.codes).toEqual(codes);
    if (holds === undefined) expect(await world.orders()).toEqual([]);
    else {
      const state = await world.state('northfield/4711');
      expect([Object.keys(state.holds), phase(state)]).toEqual([holds, where]);
    }
  });

  it('R10 the table of the profile stands behind that of the guide', async () => {
    const acknowledgment = { violations: { 'guide-*': 'reject', 'guide-missing': 'reject' } } as const;
    const world = worldOf({ acknowledgment, guides: guide({ 'guide-missing': 'silent' }) });
    const receipt = await world.receive('in/a.edi', interchangeText({ sets: [order] }));
    expect(receipt.interchanges[0]?.acknowledgment?.codes).toEqual(['A']);
    const release = replaced(interchangeText({ control: '000000102', sets: [withDepartment] }), '*00*SA*', '*00*NE*');
    const other = await world.receive('in/b.edi', release);
    expect(other.interchanges[0]?.acknowledgment?.codes).toEqual(['R']);
  });

  it('R10 R11 an 824 refuses what it forbids where the profile says so, and no order is made', async () => {
    const world = worldOf({ guides: guide(), acknowledgment: { guideFault: '824' } });
    const receipt = await world.receive('in/a.edi', interchangeText({ sets: [order, withDepartment] }));
    expect(receipt.interchanges[0]?.orders).toEqual(['northfield/4711']);
    expect(world.sent('997')).toEqual([expect.stringContaining('AK9*E*2*2*2')]);
    const [advice = ''] = world.sent('824');
    expect(advice).toContain('~OTI*TR*PO*4711*****7*0001*850~');
    expect(advice).toMatch(/~TED\*007\*[^~]*REF/);
    expect(world.submitted).toHaveLength(1);
    expect(parse(advice).issues).toEqual([]);
    // Sent again, the partner gets its acknowledgment again, and no second advice.
    await world.receive('in/copy.edi', interchangeText({ sets: [order, withDepartment] }));
    expect([world.sent('997').length, world.sent('824').length]).toEqual([2, 1]);
  });

  it('R10 an 824 that cannot be made holds instead: nothing accepted is lost', async () => {
    const { '824': _advice, ...without } = standardMaps;
    const changes = { guides: guide(), acknowledgment: { guideFault: '824' as const } };
    const made = compilePartnerMaps(without, { ...profile, ...changes });
    if (!made.ok) throw new Error('the maps are faulty');
    const partners = partnerDirectory([{ profile: { ...profile, ...changes }, maps: made.value }]);
    const world = liveWorld({ partners });
    await world.receive('in/a.edi', interchangeText({ sets: [order] }));
    expect(phase(await world.state('northfield/4711'))).toBe('held');
    expect(world.sent('824')).toEqual([]);
  });

  it('R10 a guide of another set faults nothing, and one that cannot be read is told', () => {
    const wrong = { 'x12/004010/850': { name: 'none', set: '850', release: '004010', places: [{ path: 'QQ7' }] } };
    const made = compilePartnerMaps(standardMaps, { guides: wrong });
    expect([made.ok, made.issues.map(({ code }) => code)]).toEqual([false, ['guide-path']]);
    const stray = compilePartnerMaps(standardMaps, { guides: { 'x12/005010/850': {} } });
    expect([stray.ok, stray.issues.map(({ code }) => code)]).toEqual([true, ['guide-without-map']]);
  });

  it('R10 an issue is told at its place in the file, also behind another interchange', async () => {
    const world = worldOf({ guides: guide() });
    const first = interchangeText({ sets: [withDepartment] });
    const second = interchangeText({ control: '000000102', sets: [purchaseOrder('4712')] });
    const receipt = await world.receive('in/a.edi', new Uint8Array([...first, ...second]));
    const [issue] = receipt.interchanges[1]?.issues ?? [];
    expect(issue?.code).toBe('guide-missing');
    const alone = await worldOf({ guides: guide() }).receive('in/b.edi', second);
    const offsetOf = (found: unknown) => Number(/"offset":(\d+)/.exec(JSON.stringify(found))?.[1]);
    expect(offsetOf(issue)).toBe(first.length + offsetOf(alone.interchanges[0]?.issues[0]));
    expect(receipt.issues).toEqual([]);
  });
});

describe('the guide of a document that is sent', () => {
  const of855 = (violation: string) => ({
    'x12/004010/855': {
      name: 'Northfield 855 (sample)',
      set: '855',
      release: '004010',
      places: [{ path: 'REF[01=DP]', usage: 'required' }],
      violations: { 'guide-missing': violation },
    },
  });

  it.each([
    ['R10 refuses what it rejects: it parks here', 'reject', 0, 'parked'],
    ['R10 lets pass what it does not', 'accept-with-errors', 1, 'done'],
  ])('%s', async (_, violation, sent, status) => {
    const world = worldOf({ guides: of855(violation) });
    await world.receive('in/a.edi', interchangeText({ sets: [order] }));
    const { effects } = await world.state('northfield/4711');
    expect([world.sent('855').length, effects['northfield/4711/855']?.status]).toEqual([sent, status]);
  });
});

describe('the form of acknowledgments', () => {
  it.each([
    ['R09 a 997 by default, and a TA1 when it is asked for', {}, true, ['997'], true],
    ['R09 a 999 on request, also for an older release', { form: '999' }, false, ['999'], false],
    ['R07 a TA1 by profile, unasked', { interchange: 'always' }, false, ['997'], true],
    ['R07 no TA1 by profile, though it is asked for', { interchange: 'never' }, true, ['997'], false],
  ] as const)('%s', async (_, acknowledgment, acknowledgmentRequested, types, hasTa1) => {
    const world = worldOf({ acknowledgment });
    const bytes = interchangeText({ acknowledgmentRequested, sets: [order] });
    const receipt = await world.receive('in/a.edi', bytes);
    const [type] = types;
    expect(receipt.interchanges[0]?.acknowledgment?.type).toBe(type);
    const [answer = ''] = world.sent(type);
    expect([answer.includes(`~ST*${type}*`), answer.includes('~TA1*')]).toEqual([true, hasTa1]);
  });

  it('R07 there is no 997 for a 997, also for a faulty one, and no TA1 for a TA1', async () => {
    const world = worldOf({ acknowledgment: { interchange: 'never' } });
    for (const [index, code] of ['A', 'Q'].entries()) {
      const sets = [{ type: '997', body: ['AK1*PR*1', 'AK2*855*0001', `AK5*${code}`, 'AK9*A*1*1*1'] }];
      const bytes = interchangeText({ control: `00000010${index}`, identifier: 'FA', sets });
      const receipt = await world.receive(`in/${index}.edi`, bytes);
      expect(receipt.interchanges[0]?.acknowledgment).toBeUndefined();
    }
    expect(world.left).toEqual([]);
    expect(await world.orders()).toEqual([]);
  });

  it('R07 R12 two groups of two releases have an acknowledgment each, under numbers of their own', async () => {
    const world = liveWorld({ partners: partnerDirectory([partnerOf({}, [later850])]) });
    const head = new TextDecoder().decode(interchangeText({ sets: [order] }));
    const [isa = '', ...rest] = head.split('~');
    const [iea] = rest.splice(-2);
    const group = (version: string, number: string, po: string) =>
      rest.map((segment) =>
        segment
          .replace(/^(GS\*.*)\*7\*X\*004010$/, `$1*${number}*X*${version}`)
          .replace(/^GE\*1\*7$/, `GE*1*${number}`)
          .replace('*4711*', `*${po}*`),
      );
    const two = [
      isa,
      ...group('004010', '7', '4711'),
      ...group('005010', '8', '4712'),
      String(iea).replace('*1*', '*2*'),
      '',
    ];
    const receipt = await world.receive('in/two.edi', new TextEncoder().encode(two.join('~')));
    expect(receipt.interchanges[0]).toMatchObject({
      status: 'received',
      orders: ['northfield/4711', 'northfield/4712'],
    });
    const groups = parse(world.sent('997')[0] ?? '').interchanges[0]?.groups ?? [];
    expect(groups.map(({ header }) => header.version)).toEqual(['004010', '005010']);
    expect(new Set(groups.map(({ header }) => header.controlNumber)).size).toBe(2);
  });
});

describe('what a partner may send', () => {
  it('R05 a release without definition is refused, or read with the nearest where that is agreed', async () => {
    const bytes = replaced(interchangeText({ sets: [order] }), '*X*004010~', '*X*004030~');
    const refused = worldOf();
    const receipt = await refused.receive('in/a.edi', bytes);
    expect(receipt.interchanges[0]?.acknowledgment?.codes).toEqual(['R']);
    const read = worldOf({ nearestRelease: true });
    expect((await read.receive('in/a.edi', bytes)).interchanges[0]?.orders).toEqual(['northfield/4711']);
    expect(read.sent('997')).toEqual([expect.stringContaining('*X*004030~')]);
  });

  it('a set that is not agreed is refused as not supported', async () => {
    const world = worldOf({ receives: ['860'] });
    const receipt = await world.receive('in/a.edi', interchangeText({ sets: [order] }));
    expect(receipt.interchanges[0]?.issues.map(({ code }) => code)).toEqual(['set-not-supported']);
    expect([await world.orders(), world.sent('997').length]).toEqual([[], 1]);
  });

  it('R04 orders are told apart by the fields of the profile: a recycled number is another order', async () => {
    const world = worldOf({ order: { identity: ['number', 'date'] } });
    for (const [index, date] of ['20261102', '20281102'].entries()) {
      const sets = [purchaseOrder('4711', { date })];
      await world.receive(`in/${index}.edi`, interchangeText({ control: `00000010${index + 1}`, sets }));
    }
    expect(await world.orders()).toEqual(['northfield/4711;;2026-11-02', 'northfield/4711;;2028-11-02']);
  });

  it.each([
    ['R06 test in production', 'T', 'P'],
    ['R06 production in test', 'P', 'T'],
  ] as const)('%s is a hard stop', async (_, sent, installed) => {
    const partners = partnerDirectory([partnerOf({ usage: installed })]);
    const world = liveWorld({ partners, options: { usage: installed } });
    const bytes = interchangeText({ usage: sent, acknowledgmentRequested: true, sets: [order] });
    const receipt = await world.receive('in/a.edi', bytes);
    expect(receipt.interchanges[0]).toMatchObject({ status: 'rejected', orders: [], acknowledgment: { codes: ['R'] } });
    expect(world.sent('TA1')).toEqual([expect.stringContaining('*R*020~')]);
    expect([await world.orders(), world.sent('997')]).toEqual([[], []]);
    // The bytes are kept all the same (R02).
    expect((await world.documents()).filter(({ direction }) => direction === 'in')).toHaveLength(1);
  });

  it('a file beyond the limits is told, and nothing of it is read', async () => {
    const partners = partnerDirectory([partnerOf({})]);
    const world = liveWorld({ partners, options: { limits: { bytes: 500 } } });
    const small = await world.receive('in/small.edi', interchangeText({ sets: [order] }));
    expect(small.interchanges[0]?.status).toBe('received');
    const large = await world.receive('in/large.edi', interchangeText({ sets: [order, order, order] }));
    expect([large.interchanges, large.issues.map(({ severity }) => severity)]).toEqual([[], ['error']]);
  });
});
