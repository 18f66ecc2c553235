import type { Invoice, Order, OrderAcknowledgment, OrderChange, Remittance, Shipment } from '@dist/canonical';
import { encode } from '@dist/x12';
import { describe, expect, it } from 'vitest';
import type { Overlay } from '../src/index.ts';
import { mustHave } from './compiled.ts';
import { goldenFiles, readGolden } from './golden-files.ts';
import { shipped, withOverlays } from './shipped-maps.ts';

/** The document of a golden pair, to be changed. */
function documentOf<T>(name: string): T {
  const found = goldenFiles.find((golden) => golden.name === name);
  if (found === undefined) throw new Error(`no case ${name}`);
  return structuredClone(found.document) as T;
}

/** The typed native document of a golden pair. */
function nativeOf(name: string): unknown {
  const found = goldenFiles.find((golden) => golden.name === name);
  if (found === undefined) throw new Error(`no case ${name}`);
  return structuredClone(readGolden(found).set.document);
}

/** The segments of a canonical document that begin so. */
function segments(id: string, document: unknown, begin: string, overlays: readonly Overlay[] = []): string[] {
  const written = mustHave(withOverlays(id, overlays).write(document));
  return mustHave(encode(shipped(id).definition, written))
    .map(({ id: name, elements }) =>
      [name, ...elements.map(({ repeats }) => repeats.map((parts) => parts.join('>')).join('^'))].join('*'),
    )
    .filter((segment) => segment.startsWith(begin));
}

const releases = ['004010', '005010'];

describe.each(releases)('%s 856', (release) => {
  const id = `x12/${release}/856`;
  const ordinary = documentOf<Shipment>(`${release}/856/ordinary`);
  const unit = ordinary.units[0]?.sscc;

  it.each<[string, string, Shipment]>([
    ['cartons', '0001', ordinary],
    ['loose items', '0004', { ...ordinary, units: [], items: ordinary.items.map(({ unitId, ...item }) => item) }],
    ['cartons on a pallet', '0001', documentOf<Shipment>(`${release}/856/pallets`)],
  ])('R22 BSN05 tells the order of levels that there is: %s', (_, code, shipment) => {
    expect(segments(id, shipment, 'BSN').map((segment) => segment.split('*')[5])).toEqual([code]);
  });

  it('R22 CTT01 counts the levels, and a sum of what was shipped is an overlay', () => {
    expect(segments(id, ordinary, 'CTT')).toEqual(['CTT*7']);
    const sum: Overlay['add'] = [
      { rule: { id: 'hash', op: 'calc', native: 'CTT02', function: 'sum', of: 'items[].quantity.value' } },
    ];
    expect(segments(id, ordinary, 'CTT', [{ id: 'p', version: '1', base: id, add: sum }])).toEqual(['CTT*7*25']);
  });

  it('R22 MAN GM carries the SSCC with its application identifier, 20 digits; AA, by an overlay, 18', () => {
    expect(segments(id, ordinary, 'MAN')[0]).toBe(`MAN*GM*00${unit}`);
    const bare = { 'carton-sscc': { native: 'MAN[01=AA].02', as: 'sscc:18' } };
    expect(segments(id, ordinary, 'MAN', [{ id: 'p', version: '1', base: id, patch: bare }])[0]).toBe(`MAN*AA*${unit}`);
  });

  it('gotcha 28: one carton of two orders stands under both, and is one unit again', () => {
    const pallets = documentOf<Shipment>(`${release}/856/pallets`);
    expect(segments(id, pallets, 'MAN*GM*00006141410000000043')).toHaveLength(2);
    expect(pallets.units.filter(({ type }) => type === 'carton')).toHaveLength(1);
  });
});

describe.each(releases)('%s 810', (release) => {
  const id = `x12/${release}/810`;
  const ordinary = documentOf<Invoice>(`${release}/810/ordinary`);

  it('R23 TDS01 is gross of the terms discount; TDS02 to TDS04 agree with ITD', () => {
    expect(segments(id, ordinary, 'TDS')).toEqual(['TDS*25500*25500*24990*510']);
    expect(segments(id, ordinary, 'ITD')).toEqual(['ITD*01*3*2**10**30*510']);
  });

  it('R23 BIG07 tells a credit from an invoice; amounts are positive in both', () => {
    expect(segments(id, documentOf(`${release}/810/credit`), 'BIG')).toEqual([
      'BIG*20260302*CM-1**PO-4711***CR***INV-1',
    ]);
  });

  it.each(['255.005', '0.001'])(
    'gotcha 14: a total with more than two places (%s) is refused, never rounded',
    (total) => {
      const { ok, issues } = shipped(id).compiled.write({ ...ordinary, total });
      expect([ok, issues.map(({ rule, code }) => `${rule} ${code}`)]).toEqual([false, ['total value-unmappable']]);
    },
  );

  it('gotcha 15: an allowance has no sign of its own, and SAC05 two implied places', () => {
    const charged = documentOf<Invoice>(`${release}/810/charged`);
    expect(segments(id, charged, 'SAC*A*C310')[0]).toBe('SAC*A*C310***1050*Z*5*****02*AGR-1**DEFECTIVE ALLOWANCE');
  });

  it('R18 gotcha 12: what the price counts is told beside what was ordered', () => {
    expect(segments(id, documentOf(`${release}/810/taxed`), 'QTY')).toEqual(['QTY*D1*41*LB']);
  });
});

describe.each(releases)('%s 850', (release) => {
  const id = `x12/${release}/850`;
  const order = (lines: Order['lines']): Order => ({ ...documentOf<Order>(`${release}/850/ordinary`), lines });
  const line = (price: Order['lines'][number]['price'], unit: string): Order['lines'][number] => ({
    lineId: '1',
    ids: [],
    quantity: { value: '600', unit },
    price,
  });

  it.each<[string, NonNullable<Order['lines'][number]['price']>, string, string]>([
    ['a dozen', { amount: '3', per: '12' }, 'EA', 'PO1*1*600*EA*3*PD'],
    ['a hundred', { amount: '25', per: '100' }, 'C62', 'PO1*1*600*UN*25*HP'],
    ['a thousand', { amount: '250', per: '1000' }, 'H87', 'PO1*1*600*PC*250*TP'],
    ['a hundred pieces in cases', { amount: '25', per: '100', unit: 'EA' }, 'XCS', 'PO1*1*600*CA*25*HP'],
    ['each', { amount: '0.25' }, 'EA', 'PO1*1*600*EA*0.25'],
  ])('gotcha 12: a price for %s is written with its basis', (_, price, unit, segment) => {
    expect(segments(id, order([line(price, unit)]), 'PO1')).toEqual([segment]);
  });

  it('gotcha 12: a price for a hundred cases has no basis, and its loss is told', () => {
    const { loss } = shipped(id).compiled.write(order([line({ amount: '25', per: '100' }, 'XCS')]));
    expect(loss.map(({ at }) => at)).toEqual(['lines[0].price.per']);
  });

  it('gotcha 9: line ids are opaque, and echoed verbatim', () => {
    const bases = documentOf<Order>(`${release}/850/bases`);
    expect(segments(id, bases, 'PO1').map((segment) => segment.split('*')[1])).toEqual(
      bases.lines.map(({ lineId }) => lineId),
    );
  });

  it('gotcha 20: an order without CUR is in the currency of the partner, and the trace says which rule made it', () => {
    const { trace } = shipped(id).compiled.read(nativeOf(`${release}/850/units`), { trace: true });
    const made = trace?.steps.find(({ rule }) => rule === 'currency');
    expect([made?.value, made?.from]).toEqual(['USD', undefined]);
  });

  it('gotcha 26: the mark-for of a line and its ship-to are both kept', () => {
    const { lines } = documentOf<Order>(`${release}/850/prepacks-1`);
    expect(Object.keys(lines[0]?.parties ?? {}).sort()).toEqual(['markFor', 'shipTo']);
    expect(segments(id, documentOf(`${release}/850/prepacks-1`), 'N1*Z7')).toHaveLength(1);
  });

  it('gotcha 33: a prepack keeps its parts and how many of each it holds', () => {
    const { lines } = documentOf<Order>(`${release}/850/prepacks-1`);
    expect(lines[0]?.components?.map(({ quantity }) => `${quantity.value} ${quantity.unit}`)).toEqual([
      '2 EA',
      '1 XCS',
      '0.5 LBR',
      '7 EA',
    ]);
  });

  it('gotcha 19: a line without price is none at zero, and one at no charge says so', () => {
    const [first, second] = documentOf<Order>(`${release}/850/taxed`).lines;
    expect([first?.price?.basis, second?.price]).toEqual([undefined, { amount: '0', basis: 'NC' }]);
    expect(documentOf<Order>(`${release}/850/units`).lines[0]?.price).toBeUndefined();
  });
});

describe.each(releases)('%s answers, changes and payments', (release) => {
  it('gotcha 21: what is short is told beside what is accepted, several answers to one line', () => {
    const { lines } = documentOf<OrderAcknowledgment>(`${release}/855/ordinary`);
    expect(lines[0]?.responses.map(({ status, quantity }) => `${quantity.value} ${status}`)).toEqual([
      '20 accepted',
      '3 substituted',
      '1 rejected',
    ]);
  });

  it('gotcha 34: a substitute is told with both items', () => {
    const { lines } = documentOf<OrderAcknowledgment>(`${release}/855/ordinary`);
    expect(lines[0]?.ids.map(({ value }) => value)).toEqual(['00036000291452', '4711']);
    expect(lines[0]?.responses[1]?.substituteIds?.map(({ value }) => value)).toEqual(['04006381333931', 'AX-9']);
  });

  it('R17 gotcha 7: BCH01 05 is the whole order, 04 what changes; an overlay says it of a partner who means otherwise', () => {
    const id = `x12/${release}/860`;
    expect(documentOf<OrderChange>(`${release}/860/units`).mode).toBe('fullImage');
    expect(documentOf<OrderChange>(`${release}/860/ordinary`).mode).toBe('delta');
    const patch = { delta: { value: 'fullImage' } };
    const add: Overlay['add'] = [{ rule: { id: 'agreed', op: 'const', canonical: 'quantities', value: 'total' } }];
    const map = withOverlays(id, [{ id: 'p', version: '1', base: id, patch, add }]);
    expect(mustHave(map.read(nativeOf(`${release}/860/ordinary`)))).toMatchObject({
      mode: 'fullImage',
      quantities: 'total',
    });
  });

  it('R24 what is taken off without an invoice is told with its reason, apart from the invoices', () => {
    const { adjustments, lines } = documentOf<Remittance>(`${release}/820/ordinary`);
    expect(adjustments?.map(({ reason, amount }) => `${reason} ${amount}`)).toEqual(['16 -50', '53 25']);
    expect(lines[1]?.adjustments).toEqual([
      { reason: '06', amount: '-64.5', reference: { type: 'order', value: 'PO-4712' }, note: '2 SHORT' },
    ]);
  });
});

describe.each(releases)('%s 820', (release) => {
  const { compiled } = shipped(`x12/${release}/820`);
  const several = nativeOf(`${release}/820/entities`);

  it('R24 the items of every ENT are read, so that the payment is the sum of them', () => {
    const { lines, adjustments = [], total } = mustHave(compiled.read(several)) as Remittance;
    expect(lines.map(({ number }) => number)).toEqual(['INV-1', 'INV-2', 'CM-1', 'PO-9', 'INV-3', 'INV-4', 'CM-2']);
    expect(adjustments.map(({ amount }) => amount)).toEqual(['-50', '25', '-10']);
    const paid = [...lines.map(({ net }) => net), ...adjustments.map(({ amount }) => amount)];
    expect(paid.reduce((sum, amount) => sum + Number(amount), 0)).toBe(Number(total));
  });

  it('R24 what was read of several ENT is written in one, and what was kept of the others is reported', () => {
    const { ENTLoop } = several as { ENTLoop: { ENT: Record<string, unknown> }[] };
    const named = ENTLoop.map((entity, at) =>
      at === 1 ? { ...entity, ENT: { ...entity.ENT, identificationCode: '77' } } : entity,
    );
    const { value, complement, loss } = compiled.read({ ...(several as object), ENTLoop: named });
    expect(loss.map(({ at }) => at)).toEqual(['ENT[1]/ENT04']);
    const written = compiled.write(value, { complement });
    expect(written.issues.map(({ code }) => code)).toEqual(['complement-unplaced']);
    expect((written.value as typeof several & { ENTLoop: unknown[] }).ENTLoop).toHaveLength(1);
  });
});

describe.each(releases)('%s 810: what no rule reads of a charge', (release) => {
  it('does not pass to another charge that takes its place', () => {
    const map = withOverlays(`x12/${release}/810`, []);
    const native = structuredClone(nativeOf(`${release}/810/charged`)) as {
      SACLoop: { SAC: Record<string, unknown> }[];
    };
    for (const [at, { SAC }] of native.SACLoop.entries())
      Object.assign(SAC, { agency: 'AX', agencyServiceCode: `KEPT${at}` });
    const { value, complement } = map.read(native);
    const { allowancesCharges: [first, ...others] = [], ...invoice } = value as Invoice;
    const changed = {
      ...invoice,
      allowancesCharges: [{ ...first, code: 'D240', kind: 'charge', amount: '9' }, ...others],
    };
    const { value: same } = map.write(value, { complement });
    const { value: back, issues } = map.write(changed, { complement });
    const kept = (document: unknown) => JSON.stringify(document).match(/KEPT\d/g);
    expect(kept(same)).toEqual(native.SACLoop.map((_, at) => `KEPT${at}`));
    expect(kept(back)).not.toContain('KEPT0');
    expect(issues.map(({ code }) => code)).toContain('complement-unplaced');
  });
});
