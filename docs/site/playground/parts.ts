import type { Definition } from '@dist/x12';

/** What is fetched only when a file needs it: in the page each is a file of its own beside the first ones. */
export interface Parts {
  /** The transaction sets of a release, `004010`; none of a release that the packages do not have. */
  readonly definitions: (release: string) => Promise<readonly Definition[]>;
  /** JSON of the map that is shipped for a set; undefined where none is. */
  readonly map: (release: string, set: string) => Promise<unknown>;
  /** JSON of the sample partner’s companion guide for a set; undefined where it has none. */
  readonly guide: (release: string, set: string) => Promise<unknown>;
  /** JSON of the sample partner’s overlay over the map of a set; undefined where it has none. */
  readonly overlay: (release: string, set: string) => Promise<unknown>;
}
