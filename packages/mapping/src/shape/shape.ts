/** A value without parts. */
export interface LeafShape {
  readonly kind: 'leaf';
  readonly type: 'text' | 'number' | 'boolean' | 'any';
  /** Values of a closed list. */
  readonly codes?: ReadonlySet<string> | undefined;
}

/** A place of an object. */
export interface Field {
  /** Property in the document. */
  readonly key: string;
  /** The value, or each item where `many`. */
  readonly shape: Shape;
  readonly many: boolean;
  readonly required: boolean;
  /** Fewest items where `many`. */
  readonly minimum?: number | undefined;
  /** How the place is called in paths, where that is not its key: `PO1`, `02`. */
  readonly label?: string | undefined;
  /** What it is in X12: a segment, loop, element or component. */
  readonly role?: 'segment' | 'loop' | 'element' | 'component' | undefined;
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: ReadonlyMap<string, Field>;
  /** Keys without a field may stand here too. */
  readonly open: boolean;
  /** X12: the segment's id, or that of a loop's first segment. */
  readonly id?: string | undefined;
  /** X12: elements (components) by number, the first at 0; only of segments and composites. */
  readonly positions?: readonly Field[] | undefined;
  /** X12 loop: the field of the segment that starts it. */
  readonly first?: Field | undefined;
  /** X12 HL loop: key of the list of the levels below. */
  readonly children?: string | undefined;
}

/** What is unknown before a document comes: any JSON. */
export interface AnyShape {
  readonly kind: 'any';
}

/** What may stand at a place of a document, known when a map is compiled. */
export type Shape = LeafShape | ObjectShape | AnyShape;

export const anyShape: AnyShape = { kind: 'any' };
