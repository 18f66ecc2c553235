import type { CanonicalPlaces } from '../generated/canonical-paths.ts';

/** A place of the canonical documents by its generated name: `order`, `order.lines`. */
export type PlaceName = keyof CanonicalPlaces;

export type ListPath<Place extends PlaceName> = keyof CanonicalPlaces[Place]['lists'] & string;
export type ObjectPath<Place extends PlaceName> = keyof CanonicalPlaces[Place]['objects'] & string;

/** The place of a list's items, or of an object. */
export type ItemPlace<Place extends PlaceName, Path extends ListPath<Place>> = CanonicalPlaces[Place]['lists'][Path] &
  PlaceName;
export type PartPlace<
  Place extends PlaceName,
  Path extends ObjectPath<Place>,
> = CanonicalPlaces[Place]['objects'][Path] & PlaceName;

type OwnValue<Place extends PlaceName> = CanonicalPlaces[Place]['values'];

/** A value inside the items of a list, one list deep. */
type ItemValue<Place extends PlaceName> = {
  [Path in ListPath<Place>]: `${Path}[${string}]` | `${Path}[${string}].${OwnValue<ItemPlace<Place, Path>>}`;
}[ListPath<Place>];

/** A value inside the items of a list in a list. Deeper ones are reached by rules with rules. */
type InnerItemValue<Place extends PlaceName> = {
  [Path in ListPath<Place>]: `${Path}[${string}].${ItemValue<ItemPlace<Place, Path>>}`;
}[ListPath<Place>];

/** The path of a value from a place: its own, or of an item chosen in brackets, `ids[scheme=seller].value`. */
export type ValuePath<Place extends PlaceName> = OwnValue<Place> | ItemValue<Place> | InnerItemValue<Place>;

/** A path of a value from where a rule stands, from the document (`/number`), or the place itself. */
export type PathFrom<Place extends PlaceName, Root extends PlaceName> = ValuePath<Place> | `/${ValuePath<Root>}` | '.';

/** A path of anything, for conditions and counts. */
export type AnyPathFrom<Place extends PlaceName, Root extends PlaceName> =
  | PathFrom<Place, Root>
  | ListPath<Place>
  | ObjectPath<Place>
  | `/${ListPath<Root> | ObjectPath<Root>}`;
