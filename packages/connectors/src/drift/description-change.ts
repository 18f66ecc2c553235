/** What became of something that is used. */
export type ChangeKind =
  | 'operation-removed'
  | 'body-required'
  | 'field-removed'
  | 'field-required'
  | 'field-read-only'
  | 'argument-removed'
  | 'argument-required'
  | 'type-changed'
  | 'limit-shrunk'
  | 'value-removed'
  | 'value-added'
  | 'optional'
  | 'deprecated'
  | 'use-unknown';

/** One difference between two descriptions that matters to who is built on the first. */
export interface DescriptionChange {
  /** `breaking`: requests will be refused, or what is read is not there. `warning`: it may, or will later. */
  readonly severity: 'breaking' | 'warning';
  readonly kind: ChangeKind;
  /** `POST /orders`. */
  readonly operation: string;
  /** `sends items[].quantity`; empty where the operation itself is meant. */
  readonly at: string;
  /** One sentence. */
  readonly message: string;
}
