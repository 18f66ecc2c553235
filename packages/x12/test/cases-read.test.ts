import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as definitions from '../src/004010.ts';
import * as definitions005010 from '../src/005010.ts';
import type { InterchangeParty, Segment } from '../src/envelope/interchange.ts';
import { read } from '../src/read.ts';
import { value } from '../src/value.ts';
import { receivedBefore } from './received-before.ts';
import { inReference, referenceFolder } from './reference-folder.ts';

interface Expected {
  readonly sets?: readonly { readonly st02: string; readonly status: string; readonly segments?: number }[];
  readonly issues?: number;
  readonly at?: readonly { readonly set?: string; readonly segment: number; readonly element?: number }[];
  readonly values?: Readonly<Record<string, string>>;
  readonly gs08?: string;
}
interface Case {
  readonly name: string;
  readonly file: string;
  readonly version: string;
  readonly type: string;
  readonly given?: {
    readonly ourIds?: InterchangeParty[];
    readonly receiverUsage?: 'T' | 'P';
    readonly receivedBefore?: string[];
  } | null;
  readonly expect: Expected;
  readonly or?: readonly Expected[];
}

const folder = inReference('cases', 'x12');
const sets = [...Object.values(definitions), ...Object.values(definitions005010)];
const topics = referenceFolder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.json'));
const all = topics.flatMap((topic) => JSON.parse(readFileSync(`${folder}/${topic}`, 'utf8')) as Case[]);
const open = ({ file, given }: Case) => {
  const options = { sets, receiver: { ids: given?.ourIds, usage: given?.receiverUsage }, seen: receivedBefore() };
  for (const before of given?.receivedBefore ?? []) read(readFileSync(`${folder}/${before}`), options);
  return read(readFileSync(`${folder}/${file}`), options);
};

/** What we judge otherwise than the case, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'An item directly under the shipment: nothing in the standard forbids it, BSN05 and the guide do':
    'the one issue is a warning, so the number of errors is none',
};

describe.skipIf(referenceFolder === undefined)('scenario cases (skipped without the reference folder)', () => {
  it.each(all.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const file = open(each);
    const errors = file.issues.filter(({ severity }) => severity === 'error');
    const variants = [each.expect, ...(each.or ?? []).map((variant) => ({ ...each.expect, ...variant }))];
    const found = file.sets.map(({ controlNumber, status }) => `${controlNumber} ${status}`);
    // Nothing may be passed on where the case lists no set.
    const wanted = variants.map(({ sets = [] }) =>
      sets.length > 0
        ? sets.map(({ st02, status }) => `${st02} ${status}`)
        : file.sets.map(({ controlNumber }) => `${controlNumber} rejected`),
    );
    expect(wanted).toContainEqual(found);
    if (OTHERWISE[each.name] === undefined) expect(variants.map(({ issues }) => issues)).toContain(errors.length);
    const places = file.issues.map(({ at, address }) => ({
      set: address.set,
      segment: at.segment,
      element: at.element,
    }));
    for (const place of each.expect.at ?? []) expect(places).toContainEqual(expect.objectContaining(place));
    for (const [index, { segments }] of (each.expect.sets ?? []).entries())
      if (segments !== undefined) expect(file.sets[index]?.segments).toHaveLength(segments);
    if (each.expect.gs08 !== undefined) expect(file.sets[0]?.group.version).toBe(each.expect.gs08);
    for (const [designator, text] of Object.entries(each.expect.values ?? {}))
      expect(decimalOrText(file.sets[0]?.segments ?? [], designator)).toBe(text);
  });
});

/** The value of an element, as decimal where it is a number: implied places are put in and needless zeros left out. */
function decimalOrText(segments: readonly Segment[], designator: string): string | undefined {
  const id = designator.slice(0, -2);
  const segment = segments.find((each) => each.id === id);
  const text = segment && value(segment, designator);
  const use = definitions.invoice810.segments[id]?.elements[Number(designator.slice(-2)) - 1];
  if (text === undefined || use === undefined || !/^(?:N\d|R)$/.test(use.type)) return text;
  const places = use.type === 'R' ? 0 : Number(use.type.slice(1));
  return String(Number(text) / 10 ** places);
}
