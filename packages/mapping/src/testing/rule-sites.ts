import type { Format } from '../format/format.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { Rule } from '../map/rule.ts';
import { isFault } from '../path/path.ts';
import { anyShape, type Shape } from '../shape/shape.ts';

/** A rule of a map, where it stands, and what its paths start from. */
export interface RuleSite {
  readonly rule: Rule;
  /** Keys of the map that lead to it: `['rules', 3, 'rules', 0]`. */
  readonly keys: readonly (string | number)[];
  readonly native: Place;
  readonly canonical: Place;
}

/** One end of a map at a rule. */
export interface Place {
  readonly format: Format;
  readonly shape: Shape;
}

/** Every rule of a map, each before those inside it. */
export function ruleSites(map: PartnerMap, native: Format, canonical: Format): RuleSite[] {
  const root = {
    native: { format: native, shape: native.shape },
    canonical: { format: canonical, shape: canonical.shape },
  };
  return sitesIn(map.rules, ['rules'], root);
}

type Places = Pick<RuleSite, 'native' | 'canonical'>;

function sitesIn(rules: readonly Rule[], keys: RuleSite['keys'], places: Places): RuleSite[] {
  return rules.flatMap((rule, index) => {
    const at = [...keys, index];
    return [{ rule, keys: at, ...places }, ...sitesInside(rule, at, places)];
  });
}

function sitesInside(rule: Rule, keys: RuleSite['keys'], places: Places): RuleSite[] {
  switch (rule.op) {
    case 'when':
      return sitesIn(rule.rules, [...keys, 'rules'], places);
    case 'one':
    case 'each':
      return sitesIn(rule.rules, [...keys, 'rules'], inside(places, rule.native, rule.canonical));
    case 'nest':
      return Object.entries(rule.define).flatMap(([level, held]) => {
        const list = held.holds === 'unit' ? rule.units : held.holds === 'document' ? '.' : rule.items;
        return sitesIn(held.rules, [...keys, 'define', level, 'rules'], inside(places, rule.native, list));
      });
    default:
      return [];
  }
}

function inside({ native, canonical }: Places, nativePath: string, canonicalPath: string): Places {
  return { native: placeAt(native, nativePath), canonical: placeAt(canonical, canonicalPath) };
}

/** Where a path leads to; anywhere, when it leads nowhere. */
export function placeAt({ format, shape }: Place, text: string): Place {
  const path = format.parsePath(text, shape);
  return { format, shape: isFault(path) ? anyShape : path.shape };
}
