/** A property of an entity, with the facets that limit its values. */
export interface EdmxProperty {
  readonly name: string;
  /** `Edm.String`, or the name of a complex or enumeration type, or `Collection(…)` of one. */
  readonly type: string;
  readonly nullable: boolean;
  readonly maxLength?: number | undefined;
  readonly precision?: number | undefined;
  readonly scale?: number | undefined;
  /** `sap:creatable`: whether it may be sent when the entity is created. */
  readonly creatable: boolean;
  /** `sap:updatable`. */
  readonly updatable: boolean;
}

/** A property that leads to other entities. */
export interface EdmxNavigation {
  readonly name: string;
  /** The entity at the other end, without its namespace. */
  readonly target: string;
  readonly many: boolean;
}

/** An entity type, or a complex type, which has no key. */
export interface EdmxEntity {
  readonly name: string;
  readonly key: readonly string[];
  readonly properties: readonly EdmxProperty[];
  readonly navigations: readonly EdmxNavigation[];
}

export interface EdmxSet {
  readonly name: string;
  readonly entity: string;
  readonly creatable: boolean;
  readonly updatable: boolean;
  readonly deletable: boolean;
  /** `sap:addressable`: whether all of it may be read. */
  readonly addressable: boolean;
}

/** A function import of OData 2, or an action or function of OData 4. */
export interface EdmxFunction {
  readonly name: string;
  readonly method: string;
  readonly parameters: readonly EdmxProperty[];
  /** What it gives, without namespace; `Collection(…)` where there are several. */
  readonly returns?: string | undefined;
}

/** What an OData service offers, as its `$metadata` says. */
export interface EdmxModel {
  readonly namespace: string;
  readonly entities: readonly EdmxEntity[];
  readonly sets: readonly EdmxSet[];
  readonly functions: readonly EdmxFunction[];
  readonly enums: readonly { readonly name: string; readonly values: readonly string[] }[];
}
