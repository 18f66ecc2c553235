/**
 * What this package needs to know of a transaction set: the structural part of `Definition` of `@dist/x12`, so that
 * nothing of it is loaded at run time.
 */
export interface X12Definition<Document = unknown> {
  readonly id: string;
  readonly release: string;
  readonly structure: readonly X12Node[];
  readonly segments: Readonly<Record<string, X12Segment>>;
  /** Only a type: what the definition decodes to. */
  readonly '~document'?: Document | undefined;
}

/** A segment: its elements in order. */
export interface X12Segment {
  readonly id: string;
  readonly elements: readonly X12Element[];
}

/** An element or component. */
export interface X12Element {
  readonly name: string;
  readonly requirement: 'M' | 'O' | 'X';
  readonly codes?: ReadonlySet<string> | undefined;
  readonly components?: readonly X12Element[] | undefined;
  readonly repeat: number;
}

/** A segment or a loop at its place. */
export type X12Node = X12SegmentUse | X12LoopUse;

/** A segment at its place. */
export interface X12SegmentUse {
  readonly kind: 'segment';
  readonly segment: string;
  readonly key: string;
  readonly requirement: 'M' | 'O' | 'X';
  readonly maximumUse: number;
}

/** A loop at its place. */
export interface X12LoopUse {
  readonly kind: 'loop';
  readonly loop: string;
  readonly key: string;
  readonly requirement: 'M' | 'O' | 'X';
  readonly repeat: number;
  readonly hierarchical: boolean;
  readonly children: readonly X12Node[];
}
