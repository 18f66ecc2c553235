import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoice810, purchaseOrder850, purchaseOrderAcknowledgment855 } from '../src/004010.ts';
import { quickDecode } from '../src/decode/quick-decode.ts';
import { decode } from '../src/decode.ts';
import type { Definition } from '../src/definition/definition.ts';
import { encode } from '../src/encode.ts';
import { parse } from '../src/parse.ts';
import { arbitraryDocument } from '../src/testing.ts';
import { interchange } from './sample.ts';
import { whole } from './whole.ts';

const runs = whole ? 1500 : 500;

const definitions: readonly Definition[] = [purchaseOrder850, purchaseOrderAcknowledgment855, invoice810];

/** A valid set of one of the definitions as text: segments with their separators. */
const sets = fc.constantFrom(...definitions).chain((definition) =>
  arbitraryDocument(definition as Definition<string, unknown>).map((document) => {
    const encoded = encode(definition as Definition<string, unknown>, document);
    // What would be read as something else can not be encoded.
    const lines = (encoded.ok ? encoded.value : []).map(({ id, elements }) =>
      [id, ...elements.map(({ repeats }) => repeats.map((one) => one.join('>')).join('^'))].join('*'),
    );
    return { definition, lines: [`ST*${definition.id}*0001`, ...lines] };
  }),
);

/** Small damage: at a place of the text, something else. */
const damages = fc.array(
  fc.tuple(fc.nat(), fc.constantFrom('', '*', '~', 'X', '9', '-', '.', '>', ' ', '**', 'é', '~REF*', '~N1*')),
  {
    maxLength: 2,
  },
);

describe('quickDecode', () => {
  it('law: what it takes has no fault and gives the document of the long way', { timeout: 30_000 }, () => {
    let taken = 0;
    let left = 0;
    fc.assert(
      fc.property(sets, damages, ({ definition, lines }, damage) => {
        let text = interchange([lines]);
        for (const [seed, put] of damage) {
          const at = 160 + (seed % Math.max(1, text.length - 200));
          text = text.slice(0, at) + put + text.slice(at + (seed % 3));
        }
        for (const set of parse(text).interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets))) {
          const quick = quickDecode(definition, set);
          if (quick === undefined) left++;
          else {
            // A copy of a set is read the long way.
            expect(decode(definition, { ...set })).toEqual({ ok: true, value: quick, issues: [] });
            taken++;
          }
        }
      }),
      { numRuns: runs },
    );
    expect(taken).toBeGreaterThan(runs / 8);
    expect(left).toBeGreaterThan(runs / 8);
  });

  it('takes a plain order, and one with a composite or a letter beyond ASCII', () => {
    for (const more of ['REF*IA*1', 'REF*IA*1**IA>2', 'N1*ST*CAFÉ*92*12']) {
      const lines = ['BEG*00*SA*PO1**20260131', more, 'PO1*1*2.5*EA*3', 'CTT*1'];
      const [set] = parse(interchange([lines])).interchanges[0]?.groups[0]?.sets ?? [];
      expect(set && quickDecode(purchaseOrder850, set), more).toBeDefined();
    }
  });
});
