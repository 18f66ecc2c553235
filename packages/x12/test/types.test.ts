import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { renderKnownGaps } from '../scripts/render-known-gaps.ts';
import { renderTypes } from '../scripts/render-types.ts';
import { typedReleases } from '../scripts/typed-sets.ts';
import {
  type Invoice810,
  invoice810,
  type PurchaseOrder850,
  purchaseOrder850,
  type ShipNotice856,
} from '../src/004010.ts';
import { acknowledge } from '../src/acknowledge.ts';
import type { DocumentOf } from '../src/definition/definition.ts';
import { encode } from '../src/encode.ts';
import type {
  OutgoingInterchange,
  OutgoingSet,
  UnnumberedGroup,
  UnnumberedInterchange,
  UnnumberedSet,
} from '../src/envelope/outgoing.ts';
import { outgoingSet } from '../src/outgoing-set.ts';
import { read } from '../src/read.ts';
import { interchange, ORDER } from './sample.ts';

describe('generated interfaces', () => {
  const folder = new URL('../src/generated/004010/', import.meta.url);

  it.each(Object.entries(typedReleases))(
    'of release %s are those of the definitions: `npx tsx packages/x12/scripts/generate-types.ts` writes them',
    (release, sets) => {
      const place = new URL(`../src/generated/${release}/`, import.meta.url);
      const rendered = renderTypes(release, sets);
      expect(readdirSync(place).sort()).toEqual([...rendered.keys()].sort());
      for (const [file, text] of rendered) expect(readFileSync(new URL(file, place), 'utf8'), file).toBe(text);
    },
  );

  it('what has one source only is listed in KNOWN-GAPS.md', () => {
    expect(readFileSync(new URL('../KNOWN-GAPS.md', import.meta.url), 'utf8')).toBe(renderKnownGaps());
  });

  it('say the place in the standard, type, lengths and name of each element', () => {
    const text = readFileSync(new URL('segments.ts', folder), 'utf8');
    expect(text).toContain(
      '  /** BEG03 · 324 · AN 1/22 · Purchase order number */\n  readonly purchaseOrderNumber: string;',
    );
  });

  it('have as optional what the standard does not ask for, or what only one source says', () => {
    expectTypeOf<PurchaseOrder850['BEG']['purchaseOrderNumber']>().toEqualTypeOf<string>();
    expectTypeOf<PurchaseOrder850['BEG']['releaseNumber']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Invoice810['TDS']['totalAmount']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<NonNullable<ShipNotice856['HLLoop'][number]['children']>[number]>().toEqualTypeOf<
      ShipNotice856['HLLoop'][number]
    >();
    expectTypeOf<DocumentOf<typeof purchaseOrder850>>().toEqualTypeOf<PurchaseOrder850>();
  });
});

describe('received sets', () => {
  it('are told apart by type and status', () => {
    const { sets } = read(interchange([ORDER]), { sets: [purchaseOrder850, invoice810] });
    const numbers: string[] = [];
    for (const set of sets) {
      if (set.type === '850' && set.status !== 'rejected') {
        expectTypeOf(set.document).toEqualTypeOf<PurchaseOrder850>();
        numbers.push(set.document.BEG.purchaseOrderNumber);
      }
      if (set.type === '810' && set.status !== 'rejected') expectTypeOf(set.document).toEqualTypeOf<Invoice810>();
      if (set.status === 'rejected')
        expectTypeOf(set.document).toEqualTypeOf<PurchaseOrder850 | Invoice810 | undefined>();
    }
    expect(numbers).toEqual(['PO1']);
  });

  it('encode takes the document of its definition and no other', () => {
    expectTypeOf(encode<PurchaseOrder850>)
      .parameter(1)
      .toEqualTypeOf<PurchaseOrder850>();
    // @ts-expect-error an invoice is no purchase order
    expect(encode(purchaseOrder850, {} satisfies Partial<Invoice810>).ok).toBe(false);
  });

  it('an outgoing set takes the document of its definition and no other', () => {
    // @ts-expect-error an invoice is no purchase order
    const { definition } = outgoingSet(purchaseOrder850, {} satisfies Partial<Invoice810>, '0001');
    expect(definition).toBe(purchaseOrder850);
    expectTypeOf(outgoingSet<PurchaseOrder850>)
      .parameter(1)
      .toEqualTypeOf<PurchaseOrder850>();
  });

  it('one whose number is left to a counter is checked as well, and can not be written without it', () => {
    // @ts-expect-error this is no purchase order
    expect(outgoingSet(purchaseOrder850, { nonsense: 1 })).not.toHaveProperty('controlNumber');
    const unnumbered = outgoingSet(purchaseOrder850, {} as PurchaseOrder850);
    expectTypeOf(unnumbered).toEqualTypeOf<UnnumberedSet<PurchaseOrder850>>();
    expectTypeOf(unnumbered).toExtend<UnnumberedGroup['sets'][number]>();
    expectTypeOf(unnumbered).not.toExtend<OutgoingSet>();
  });

  it('an answer has a number where one was given, and else is one for a counter', () => {
    const [at, received] = [new Date(0), read(interchange([ORDER]), { sets: [purchaseOrder850] }).interchanges[0]];
    if (received === undefined) throw new Error('no interchange was read');
    const numbered = acknowledge(received, { at, controlNumber: '000000001' });
    expectTypeOf(numbered).toEqualTypeOf<OutgoingInterchange | undefined>();
    const unnumbered = acknowledge(received, { at });
    expectTypeOf(unnumbered).toEqualTypeOf<UnnumberedInterchange | undefined>();
    expect([numbered?.controlNumber, unnumbered?.controlNumber]).toEqual(['000000001', undefined]);
  });
});
