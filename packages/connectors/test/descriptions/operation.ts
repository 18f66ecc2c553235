import type { Provenance } from './check.ts';
import type { Resolve, Schema } from './schema.ts';

/** A parameter of the path or the query. */
export interface Parameter {
  readonly schema: Schema;
  readonly required: boolean;
}

/** What one operation takes and gives, whatever notation described it. */
export interface Operation {
  /** `POST /orders/{order_id}/shipments`. */
  readonly name: string;
  readonly method: string;
  /** The whole path, base included; its groups are `pathParameters` in their order. */
  readonly pattern: RegExp;
  readonly pathParameters: readonly { readonly name: string; readonly schema: Schema }[];
  /** Undefined where the description does not say which there are. */
  readonly query: Readonly<Record<string, Parameter>> | undefined;
  /** The query options of OData that are allowed, and the entity that their names belong to. */
  readonly odata?: { readonly entity: string; readonly options: readonly string[] } | undefined;
  /** In small letters. */
  readonly requiredHeaders: readonly string[];
  /** Schemas by media type; undefined where there is no body, `unknown` where nothing is said of it. */
  readonly body:
    | { readonly required: boolean; readonly types: Readonly<Record<string, Schema>> }
    | 'unknown'
    | undefined;
  /** Schemas by status, `default` for the rest; undefined for an answer without a body that is described. */
  readonly responses: Readonly<Record<string, Schema | undefined>>;
}

/** Names of an entity's properties; the entity behind a navigation property, else ''. */
export type EntityNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A description as it is checked with. */
export interface RestDescription {
  readonly provenance: Provenance;
  /** The file it was read from. */
  readonly source: string;
  readonly operations: readonly Operation[];
  readonly resolve: Resolve;
  /** For OData. */
  readonly entities?: EntityNames | undefined;
}
