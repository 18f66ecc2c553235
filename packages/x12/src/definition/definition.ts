import type { AppliedGuide } from '../guide/applied-guide.ts';

/** How an element is required: mandatory, optional, or relational (X: a syntax note decides). */
export type Requirement = 'M' | 'O' | 'X';

/** X12 data types: string, identifier, numeric with implied places, decimal, date, time, binary. */
export type DataType =
  | 'AN'
  | 'ID'
  | 'N0'
  | 'N1'
  | 'N2'
  | 'N3'
  | 'N4'
  | 'N5'
  | 'N6'
  | 'N7'
  | 'N8'
  | 'N9'
  | 'R'
  | 'DT'
  | 'TM'
  | 'B';

/** One element (or component) of a segment, in the order of the standard. */
export interface ElementUse {
  /** Reference designator, for instance `PO102`; a component is `REF04-1`. */
  readonly designator: string;
  /** Data element number, for instance `330`. */
  readonly element: string;
  /** Property in the typed document, for instance `quantityOrdered`. */
  readonly name: string;
  readonly requirement: Requirement;
  /** `AN` for a composite, whose components have types of their own. */
  readonly type: DataType;
  readonly minimum: number;
  readonly maximum: number;
  /** Values of a closed code list; absent where the list is open and never rejects. */
  readonly codes?: ReadonlySet<string> | undefined;
  /** Components, where the element is a composite. */
  readonly components?: readonly ElementUse[] | undefined;
  /** Syntax notes among the components, for instance `P0304`. */
  readonly notes?: readonly string[] | undefined;
  /** What only one source says (`?` in the notation): a breach is information and never rejects. */
  readonly unsure?: 'requirement' | 'value' | 'both' | undefined;
  /** Most repeats; 1 unless the standard says otherwise (from 004020 on). */
  readonly repeat: number;
}

/** A segment of a release: elements in order and syntax notes as the standard writes them (`P0607`). */
export interface SegmentDefinition {
  readonly id: string;
  readonly name: string;
  readonly elements: readonly ElementUse[];
  readonly notes: readonly string[];
}

/** A segment at its place in a transaction set. */
export interface SegmentUse {
  readonly kind: 'segment';
  readonly segment: string;
  /** Property in the typed document: the segment's id. An array there when `maximumUse` is over 1. */
  readonly key: string;
  readonly requirement: Requirement;
  /** `Infinity` where the standard says ">1". */
  readonly maximumUse: number;
  /** Whether the place may reject data: agreed by two sources, or argued. */
  readonly sure: boolean;
}

/** A loop at its place; its first child is the segment that starts it. */
export interface LoopUse {
  readonly kind: 'loop';
  /** The loop's name: the id of its first segment. */
  readonly loop: string;
  /** Property in the typed document, for instance `PO1Loop`. An array there when `repeat` is over 1. */
  readonly key: string;
  readonly requirement: Requirement;
  readonly repeat: number;
  /** True for HL: repetitions form a tree by HL01 and HL02, given as `children`. */
  readonly hierarchical: boolean;
  readonly children: readonly StructureNode[];
  readonly sure: boolean;
}

/** What stands at a place of a transaction set: a segment or a loop. */
export type StructureNode = SegmentUse | LoopUse;

/**
 * A transaction set of one release, as data. `Document` is the type of what it decodes to.
 * The standard's structure stands here in its own terms; one engine reads it.
 */
export interface Definition<Id extends string = string, Document = unknown> {
  /** ST01, for instance `850`. */
  readonly id: Id;
  /** Version, release, subrelease: `004010`. */
  readonly release: string;
  /** GS01, for instance `PO`. */
  readonly functionalIdentifier: string;
  readonly name: string;
  readonly structure: readonly StructureNode[];
  /** Every segment that the release's table holds, also those of other sets. Without a prototype: any id may be asked for. */
  readonly segments: Readonly<Record<string, SegmentDefinition>>;
  /** What a trading partner asks for beyond it; laid over it by `withGuide` of `@dist/x12/guide`. */
  readonly guide?: AppliedGuide | undefined;
  /** Only a type: what this definition decodes to. */
  readonly '~document'?: Document | undefined;
}

/** The document type of a definition. */
export type DocumentOf<D> = D extends Definition<string, infer Document> ? Document : never;
