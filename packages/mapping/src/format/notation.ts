import type { Shape } from '../shape/shape.ts';

/** A place, and how it is called. */
export interface NamedPlace {
  readonly text: string;
  /** What stands there, where that is known. */
  readonly shape: Shape | undefined;
  /** No place in a list stands at the end of its name. */
  readonly isBare: boolean;
}

/** How one kind of document calls its places: each by the name of the place that holds it, which many share. */
export class Notation {
  readonly root: NamedPlace;
  /** The name of a property or item of a place. */
  readonly inside: (place: NamedPlace, key: string | number) => NamedPlace;

  constructor(shape: Shape, inside: Notation['inside']) {
    this.root = { text: '', shape, isBare: true };
    this.inside = inside;
  }

  /** The name of a place by its keys from the document on. */
  of(path: readonly (string | number)[]): string {
    let place = this.root;
    for (const key of path) place = this.inside(place, key);
    return place.text;
  }
}
