import type { DataType, ElementUse, Requirement } from '../definition/definition.ts';

/** Transaction sets of one release as JSON, with the segments, composites and data elements that they need. */
export interface DictionaryJson {
  /** Version, release, subrelease: `004010`. */
  readonly release: string;
  /** A release whose segments and data elements are here too; its definitions are given to `readDictionary`. */
  readonly extends?: string | undefined;
  /** Where the facts are from; for people. */
  readonly source?: string | undefined;
  /** Nothing here is sure enough to reject data: what it alone says is reported as information. */
  readonly unsure?: boolean | undefined;
  /** By data element number: `350`. */
  readonly elements?: Readonly<Record<string, DictionaryElement>> | undefined;
  /** By their number: `C040`. */
  readonly composites?: Readonly<Record<string, DictionarySegment>> | undefined;
  /** By their id: `BLI`. */
  readonly segments?: Readonly<Record<string, DictionarySegment>> | undefined;
  readonly sets: readonly DictionarySet[];
}

/** What a data element is wherever it stands. */
export interface DictionaryElement {
  readonly name?: string | undefined;
  readonly type: DataType;
  readonly minimum: number;
  readonly maximum: number;
  /** Every code that there is: any other is an error. Left out where the list is not complete. */
  readonly codes?: readonly string[] | undefined;
}

/** A segment or composite: its elements in order, and its syntax notes as the standard writes them (`P0304`). */
export interface DictionarySegment {
  readonly name: string;
  readonly elements: readonly DictionaryElementUse[];
  readonly notes?: readonly string[] | undefined;
}

/** A data element or composite at its place; what it says of itself goes before what its number says. */
export interface DictionaryElementUse extends Partial<DictionaryElement> {
  /** `350`, `C040`, or `-` where the number is not known. */
  readonly element: string;
  readonly requirement: Requirement;
  /** Most repeats; 1 when absent. */
  readonly repeat?: number | undefined;
  readonly unsure?: ElementUse['unsure'];
}

/** A transaction set. */
export interface DictionarySet {
  /** ST01. */
  readonly id: string;
  /** GS01. */
  readonly functionalIdentifier: string;
  readonly name: string;
  /** In order, without ST and SE. */
  readonly structure: readonly DictionaryNode[];
}

/** What stands at a place of a set. */
export type DictionaryNode = DictionaryPlace | DictionaryLoop;

/** A segment at its place. */
export interface DictionaryPlace {
  readonly segment: string;
  readonly requirement: Requirement;
  readonly maximumUse: number | '>1';
  readonly unsure?: boolean | undefined;
}

/** A loop, named by the segment that starts it; `children` is what follows that one. */
export interface DictionaryLoop {
  readonly loop: string;
  readonly requirement: Requirement;
  readonly repeat: number | '>1';
  /** Of an HL loop: its repetitions are a tree by HL01 and HL02. */
  readonly tree?: boolean | undefined;
  readonly children?: readonly DictionaryNode[] | undefined;
  readonly unsure?: boolean | undefined;
}
