import { type Definition, eachSegment, type Issue, read, type Segment } from '@dist/x12';
import * as release004010 from '@dist/x12/004010';
import * as release005010 from '@dist/x12/005010';

/** A segment as a person reads it. */
export interface AnnotatedSegment {
  /** `PO1`. */
  readonly id: string;
  /** What it is called; empty where the transaction set is not known. */
  readonly name: string;
  readonly elements: readonly AnnotatedElement[];
  readonly issues: readonly AnnotatedIssue[];
}

/** A value that is there. */
export interface AnnotatedElement {
  /** `PO102`; of a component `REF04-1`. */
  readonly designator: string;
  /** What it is called, in words; empty where that is not known. */
  readonly name: string;
  readonly value: string;
}

/** What is wrong, with its place in the bytes. */
export interface AnnotatedIssue {
  readonly severity: Issue['severity'];
  readonly message: string;
  readonly offset: number;
  readonly length: number;
}

/** An X12 file, segment by segment. */
export interface AnnotatedX12 {
  readonly segments: readonly AnnotatedSegment[];
  /** What belongs to no segment that is shown. */
  readonly issues: readonly AnnotatedIssue[];
  /** Whether there are more segments than are shown. */
  readonly isCut: boolean;
}

const sets = [release004010, release005010].flatMap((release) => Object.values<Definition>(release));

/** So many segments are shown of one document. */
const mostSegments = 2000;

/** Reads an X12 file with the standard's definitions: a companion guide of a partner is not laid over them. */
export function annotateX12(bytes: Uint8Array): AnnotatedX12 {
  const file = read(bytes, { sets, nearestRelease: true });
  const segments: AnnotatedSegment[] = [];
  const issues = file.issues.map(toIssue);
  let isCut = false;
  const add = (segment: Segment, own: readonly Issue[], definition?: Definition) => {
    if (segments.length < mostSegments) segments.push(annotate(segment, own, definition));
    else {
      isCut = true;
      issues.push(...own.map(toIssue));
    }
  };
  for (const interchange of file.interchanges) {
    add(interchange.segment, interchange.issues);
    for (const group of interchange.groups) {
      add(group.segment, group.issues);
      for (const set of group.sets) {
        const left = bySegment(set.issues);
        eachSegment(set, (segment) => {
          add(segment, left.get(segment.position) ?? [], set.definition);
          left.delete(segment.position);
        });
        for (const rest of left.values()) issues.push(...rest.map(toIssue));
      }
    }
  }
  return { segments, issues, isCut };
}

function annotate(segment: Segment, issues: readonly Issue[], definition: Definition | undefined): AnnotatedSegment {
  const { id, elements } = segment;
  const known = definition?.segments[id];
  const rows = elements.flatMap(({ repeats }, index) => {
    const use = known?.elements[index];
    const designator = `${id}${String(index + 1).padStart(2, '0')}`;
    return repeats.flatMap((components) =>
      components.flatMap((value, component) => {
        if (value === '') return [];
        const isComposite = components.length > 1 || use?.components !== undefined;
        const named = isComposite ? (use?.components?.[component] ?? use) : use;
        const name = named === undefined ? '' : inWords(named.name);
        return [{ designator: isComposite ? `${designator}-${component + 1}` : designator, name, value }];
      }),
    );
  });
  return { id, name: known?.name ?? envelope[id] ?? '', elements: rows, issues: issues.map(toIssue) };
}

const envelope: Readonly<Record<string, string>> = {
  ISA: 'Interchange control header',
  GS: 'Functional group header',
  ST: 'Transaction set header',
  SE: 'Transaction set trailer',
};

function inWords(name: string): string {
  return name.replace(/[A-Z]+(?![a-z])|[A-Z]|\d+/g, (part) => ` ${part.toLowerCase()}`).trim();
}

function toIssue({ severity, message, at: { offset, length } }: Issue): AnnotatedIssue {
  return { severity, message, offset, length };
}

function bySegment(issues: readonly Issue[]): Map<number, Issue[]> {
  const groups = new Map<number, Issue[]>();
  for (const issue of issues) {
    const position = issue.at.segment ?? 0;
    const group = groups.get(position);
    if (group === undefined) groups.set(position, [issue]);
    else group.push(issue);
  }
  return groups;
}
