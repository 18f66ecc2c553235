import type { PartnerMap } from '../map/partner-map.ts';
import type { NestRule, PairsRule, Rule } from '../map/rule.ts';
import { own } from '../run/own.ts';
import type { Proposal } from './proposed-overlay.ts';

/** Patches of rules by their ids, and why each. */
export interface ProposedSpelling {
  readonly patch: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly proposals: readonly Proposal[];
}

/**
 * What an overlay must change so that a sample is written as it came, though it is read without: the order of its item
 * numbers and which of two qualifiers with one meaning it has, the order of its levels, whether it states the currency, and
 * whether invoice lines state their total (PAM). `lines` are the segments of the sample, elements parted by `*`.
 */
export function proposedSpelling(
  map: PartnerMap,
  { lines, direction }: { readonly lines: readonly string[]; readonly direction: 'in' | 'out' },
): ProposedSpelling {
  const segments = lines.map((line) => line.split('*'));
  const rules = allRules(map.rules);
  const found = [
    ...rules.flatMap((rule) => (rule.op === 'pairs' ? proposedOrder(rule, segments) : [])),
    ...rules.flatMap((rule) => (rule.op === 'nest' ? proposedLevels(rule, segments) : [])),
    // How what comes in is spelt is the partner's affair; what goes out must be so.
    ...(direction === 'out' ? [...proposedCurrency(rules, segments), ...proposedTotals(rules, segments)] : []),
  ];
  return {
    patch: Object.assign({}, ...found.map(({ patch }) => patch)),
    proposals: found.map(({ proposal }) => proposal),
  };
}

type Segments = readonly (readonly string[])[];

interface Proposed {
  readonly patch: ProposedSpelling['patch'];
  readonly proposal: Proposal;
}

function proposedOrder(rule: PairsRule, segments: Segments): Proposed[] {
  const order = rule.order ?? Object.keys(rule.codes);
  const seen = rule.lossy === true ? codesSeen(rule, segments, order) : undefined;
  if (seen === undefined || isWrittenSo(seen, order, rule)) return [];
  const patch = { [rule.id]: { order: [...seen, ...order.filter((code) => !seen.includes(code))] } };
  const why = 'the item numbers stand in this order, and where two qualifiers mean the same, these are the ones';
  return [{ patch, proposal: { rule: rule.id, code: seen.join(' '), meaning: 'first, in this order', why } }];
}

function proposedLevels({ id, levels, define }: NestRule, segments: Segments): Proposed[] {
  const seen = levelsSeen(segments);
  const isKnown = seen.every((level) => Object.hasOwn(define, level));
  const inOrder = levels.filter((level) => seen.includes(level));
  if (!isKnown || inOrder.join() === seen.join()) return [];
  const lossy = Object.keys(define).filter((level) => !seen.includes(level));
  const patch = { [id]: { levels: seen, lossy: lossy.length === 0 ? null : lossy } };
  return [
    { patch, proposal: { rule: id, code: seen.join('-'), meaning: 'the levels', why: 'they stand in this order' } },
  ];
}

/** The levels on the longest way down the tree, outermost first. */
function levelsSeen(segments: Segments): string[] {
  const ways = new Map<string, string[]>();
  let longest: string[] = [];
  for (const [id, number = '', parent = '', level = ''] of segments) {
    if (id !== 'HL') continue;
    const above = ways.get(parent) ?? [];
    // A level that stands in itself is for a person to look at.
    const way = above.includes(level) ? above : [...above, level];
    ways.set(number, way);
    if (way.length > longest.length) longest = way;
  }
  return longest;
}

function proposedCurrency(rules: readonly Rule[], segments: Segments): Proposed[] {
  const rule = rules.find(({ id }) => id === 'currency');
  const fallback = rule !== undefined && (rule.op ?? 'bind') === 'bind' ? own(rule, 'default') : undefined;
  const isStated = segments.some(([id, , currency]) => id === 'CUR' && currency === fallback);
  if (!isStated || !rules.some(({ id }) => id === 'currency-stated')) return [];
  const patch = { currency: { omitDefault: null }, 'currency-stated': { if: { canonical: true } } };
  const why = 'the sample states the currency, though it is the one that stands for none';
  return [{ patch, proposal: { rule: 'currency', code: String(fallback), meaning: 'always written', why } }];
}

function proposedTotals(rules: readonly Rule[], segments: Segments): Proposed[] {
  const ids = new Set(rules.map(({ id }) => id));
  const isStated = segments.some(([id]) => id === 'PAM');
  if (isStated || !ids.has('line-net-stated') || !ids.has('line-net-derived')) return [];
  // A side that is left out never holds.
  const patch = { 'line-net-stated': { if: { canonical: null } }, 'line-net-derived': { if: { canonical: true } } };
  const why = 'no line states its total: it is quantity at price';
  return [{ patch, proposal: { rule: 'line-net-stated', code: 'PAM', meaning: 'not written', why } }];
}

function allRules(rules: readonly Rule[]): Rule[] {
  return rules.flatMap((rule) => {
    if (rule.op === 'nest') return [rule, ...Object.values(rule.define).flatMap((level) => allRules(level.rules))];
    return 'rules' in rule ? [rule, ...allRules(rule.rules)] : [rule];
  });
}

/**
 * The qualifiers that a rule finds in a sample, in their order; undefined where that differs from segment to segment. Of those
 * that one scheme has for different forms of a number, the more particular stays first.
 */
function codesSeen(
  { native = '', from, to, codes }: PairsRule,
  segments: Segments,
  order: readonly string[],
): string[] | undefined {
  const seen: string[] = [];
  for (const elements of segments.filter(([id]) => id === native)) {
    let place = -1;
    for (let at = from; at < Math.min(elements.length, to ?? elements.length); at += 2) {
      const code = elements[at] ?? '';
      if (!Object.hasOwn(codes, code)) continue;
      const known = seen.indexOf(code);
      if (known >= 0 && known < place) return undefined;
      place = known < 0 ? place + 1 : known;
      if (known < 0) seen.splice(place, 0, code);
    }
  }
  const inOrder = order.filter((code) => seen.includes(code));
  const ofScheme = (code: string) => inOrder.filter((other) => codes[other]?.scheme === codes[code]?.scheme);
  const taken = new Map<string | undefined, number>();
  return seen.map((code) => {
    const scheme = codes[code]?.scheme;
    const next = taken.get(scheme) ?? 0;
    taken.set(scheme, next + 1);
    return ofScheme(code)[next] ?? code;
  });
}

/** Whether the rule as it is writes these qualifiers, and in this order. */
function isWrittenSo(seen: readonly string[], order: readonly string[], { codes }: PairsRule): boolean {
  const places = seen.map((code) => order.indexOf(code));
  const isInOrder = places.every((place, index) => index === 0 || place > (places[index - 1] ?? 0));
  const isFirst = (code: string) => {
    const earlier = order.slice(0, order.indexOf(code)).filter((other) => codes[other]?.scheme === codes[code]?.scheme);
    return earlier.every((other) => seen.includes(other));
  };
  return isInOrder && seen.every(isFirst);
}
