/**
 * A value as a description describes it, whatever its notation. Fields and items are read when they are asked for: descriptions
 * refer back to themselves.
 */
export interface ValueShape {
  /** The same for the same definition: who compares everything meets it once. */
  readonly id: string;
  /** That of the definition, where it has one: paths are told from there when everything is compared. */
  readonly name?: string | undefined;
  /** `string`, `object`, `array`, `enum`, `Money`; `null` where it may be null. Several where it may be one of them; none where nothing is said. */
  readonly types: ReadonlySet<string>;
  /** Limits of which a smaller one is a tighter one: `maxLength`, `precision`, `scale`, `maximum`, `maxItems`. */
  readonly limits: ReadonlyMap<string, number>;
  /** The values that it may have; undefined where it may have any. */
  readonly values?: ReadonlySet<string> | undefined;
  /** Of an object. */
  readonly fields?: (() => ReadonlyMap<string, FieldShape>) | undefined;
  /** Of a list. */
  readonly items?: (() => ValueShape) | undefined;
}

/** A field of an object, a parameter, or an argument. */
export interface FieldShape {
  /** Whether it must be sent; of what is received: whether it is always there. */
  readonly required: boolean;
  /** It is received, and may not be sent. */
  readonly readOnly?: boolean | undefined;
  readonly deprecated?: boolean | undefined;
  /** GraphQL: the arguments of the field. */
  readonly arguments?: ReadonlyMap<string, FieldShape> | undefined;
  readonly value: () => ValueShape;
}

/** What goes in and out of one operation. */
export interface OperationShape {
  readonly deprecated: boolean;
  readonly query?: ValueShape | undefined;
  readonly headers?: ValueShape | undefined;
  /** The body, or the arguments of a field of GraphQL. */
  readonly sends?: ValueShape | undefined;
  /** Whether there must be a body. */
  readonly mustSend: boolean;
  readonly reads?: ValueShape | undefined;
}

/**
 * All that a description offers, by the name of the operation: `POST /orders/{order_id}` of OpenAPI, `mutation orderCreate` of
 * GraphQL, `POST /A_SalesOrder` and `POST /PostGoodsIssue` of OData, whose values are those of the entity, without an envelope.
 */
export type Surface = ReadonlyMap<string, OperationShape>;
