import type {
  AllocRule,
  BindRule,
  CalcRule,
  ConstRule,
  EachRule,
  NestRule,
  OneRule,
  PairCode,
  PairsRule,
  Scalar,
  WhenRule,
} from '../map/rule.ts';
import type { AnyPathFrom, ItemPlace, ListPath, ObjectPath, PartPlace, PathFrom, PlaceName } from './typed-path.ts';

/** Where rules stand: the place and the document of their canonical paths, and the names of codecs. */
export interface RuleSite {
  readonly place: PlaceName;
  readonly root: PlaceName;
  readonly codec: string;
}

type At<Site extends RuleSite, Place extends PlaceName> = {
  readonly place: Place;
  readonly root: Site['root'];
  readonly codec: Site['codec'];
};
type Path<Site extends RuleSite> = PathFrom<Site['place'], Site['root']>;
type AnyPath<Site extends RuleSite> = AnyPathFrom<Site['place'], Site['root']>;

type Codec<Site extends RuleSite> = { as?: Site['codec'] | undefined };

type TypedCondition<Text extends string> =
  | true
  | { path: Text; is: Scalar | readonly Scalar[] }
  | { path: Text; present: boolean }
  | { all: readonly TypedCondition<Text>[] }
  | { any: readonly TypedCondition<Text>[] }
  | { not: TypedCondition<Text> };

interface TypedSides<Text extends string> {
  canonical?: TypedCondition<Text> | undefined;
  native?: TypedCondition<string> | undefined;
}

type TypedBind<Site extends RuleSite> = Omit<BindRule, 'canonical' | 'as'> &
  Codec<Site> & { canonical: Path<Site> | readonly Path<Site>[] };
type TypedConst<Site extends RuleSite> = Omit<ConstRule, 'canonical'> & { canonical?: Path<Site> | undefined };

type TypedEach<Site extends RuleSite> = {
  [List in ListPath<Site['place']>]: Omit<EachRule, 'canonical' | 'key' | 'where' | 'rules'> & {
    canonical: List | `${List}[${string}]`;
    key?: Path<At<Site, ItemPlace<Site['place'], List>>> | undefined;
    where?: TypedSides<AnyPath<At<Site, ItemPlace<Site['place'], List>>>> | undefined;
    rules: readonly TypedRule<At<Site, ItemPlace<Site['place'], List>>>[];
  };
}[ListPath<Site['place']>];

type TypedOne<Site extends RuleSite> =
  | (Omit<OneRule, 'canonical' | 'rules'> & { canonical: '.'; rules: readonly TypedRule<Site>[] })
  | {
      [Part in ObjectPath<Site['place']>]: Omit<OneRule, 'canonical' | 'rules'> & {
        canonical: Part;
        rules: readonly TypedRule<At<Site, PartPlace<Site['place'], Part>>>[];
      };
    }[ObjectPath<Site['place']>]
  | {
      [List in ListPath<Site['place']>]: Omit<OneRule, 'canonical' | 'rules'> & {
        canonical: `${List}[${string}]`;
        rules: readonly TypedRule<At<Site, ItemPlace<Site['place'], List>>>[];
      };
    }[ListPath<Site['place']>];

type TypedPairs<Site extends RuleSite> = Omit<PairsRule, 'canonical' | 'codes'> & {
  canonical: ListPath<Site['place']>;
  codes: Readonly<Record<string, Omit<PairCode, 'as'> & Codec<Site>>>;
};
type TypedWhen<Site extends RuleSite> = Omit<WhenRule, 'if' | 'rules'> & {
  if: TypedSides<AnyPath<Site>>;
  rules: readonly TypedRule<Site>[];
};
type TypedCalc<Site extends RuleSite> = Omit<CalcRule, 'canonical' | 'of' | 'as'> &
  Codec<Site> & {
    canonical?: Path<Site> | undefined;
    of?: AnyPath<Site> | readonly AnyPath<Site>[] | { native: string | readonly string[] } | undefined;
  };
type TypedAlloc<Site extends RuleSite> = Omit<AllocRule, 'canonical' | 'as' | 'unit' | 'scheme'> &
  Codec<Site> & {
    canonical: ListPath<Site['place']>;
    unit: { element: number } & Codec<Site>;
    scheme: { element: number } & Codec<Site>;
  };

/** Rules of levels: of the document, of the items, of the units. */
type TypedNest<Site extends RuleSite> = Omit<NestRule, 'units' | 'items' | 'define'> & {
  units: ListPath<Site['place']>;
  items: ListPath<Site['place']>;
  define: Readonly<Record<string, TypedLevel<Site>>>;
};
type TypedLevel<Site extends RuleSite> =
  | { holds: 'document'; rules: readonly TypedRule<Site>[] }
  | { holds: 'group' | 'item'; rules: readonly TypedRule<At<Site, 'shipment.items'>>[] }
  | { holds: 'unit'; type: string; rules: readonly TypedRule<At<Site, 'shipment.units'>>[] };

/** A rule whose canonical paths and codecs are checked by the compiler of TypeScript. Native paths are texts. */
export type TypedRule<Site extends RuleSite> =
  | TypedBind<Site>
  | TypedConst<Site>
  | TypedOne<Site>
  | TypedEach<Site>
  | TypedPairs<Site>
  | TypedWhen<Site>
  | TypedCalc<Site>
  | TypedNest<Site>
  | TypedAlloc<Site>;
