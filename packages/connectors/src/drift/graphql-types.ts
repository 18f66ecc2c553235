/** A type as it stands at a field: `[Order!]!` is a list that is there of what is there. */
export type GraphqlReference =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'list' | 'required'; readonly of: GraphqlReference };

/** A field of an object or of an input, or an argument. */
export interface GraphqlField {
  readonly name: string;
  readonly type: GraphqlReference;
  readonly arguments: readonly GraphqlField[];
  /** An argument or input with one need not be given. */
  readonly hasDefault: boolean;
  readonly deprecated: boolean;
}

export interface GraphqlType {
  readonly kind: 'scalar' | 'object' | 'interface' | 'union' | 'enum' | 'input';
  readonly name: string;
  readonly fields: readonly GraphqlField[];
  readonly values: readonly string[];
  /** Of a union: its members. Of an object: the interfaces that it has. */
  readonly others: readonly string[];
}

/** A schema: its types by name, and which of them are the roots. */
export interface GraphqlTypes {
  readonly query: string;
  readonly mutation: string | undefined;
  readonly types: ReadonlyMap<string, GraphqlType>;
}
