import type { LoopUse, Requirement, SegmentUse, StructureNode } from './definition.ts';
import { numberedKeys } from './numbered-keys.ts';

/** A transaction set as its table says. */
export interface SetStructure {
  readonly id: string;
  readonly functionalIdentifier: string;
  readonly name: string;
  readonly structure: readonly StructureNode[];
}

/** Reads the table of a set: a title line, then one line per place; a loop holds the lines indented below it. */
export function readStructure(text: string): SetStructure {
  const [title = '', ...lines] = text.trim().split('\n');
  const [id = '', functionalIdentifier = '', ...words] = title.split(' ');
  const { nodes } = readNodes(lines, 0, 0);
  return { id, functionalIdentifier, name: words.join(' '), structure: nodes };
}

function readNodes(lines: readonly string[], from: number, depth: number): { nodes: StructureNode[]; next: number } {
  const nodes: StructureNode[] = [];
  const unique = numberedKeys();
  let at = from;
  while (at < lines.length) {
    const line = lines[at] as string;
    if (depthOf(line) < depth) break;
    const { segment, requirement, kind, most, sure } = toPlace(line);
    at++;
    if (kind === undefined) {
      nodes.push({ kind: 'segment', segment, key: unique(segment), requirement, maximumUse: most, sure });
      continue;
    }
    const inner = readNodes(lines, at, depth + 1);
    at = inner.next;
    nodes.push(toLoop(segment, unique(`${segment}Loop`), requirement, most, kind === 'tree', sure, inner.nodes));
  }
  return { nodes, next: at };
}

const depthOf = (line: string): number => line.search(/\S/) / 2;

function toLoop(
  loop: string,
  key: string,
  requirement: Requirement,
  repeat: number,
  hierarchical: boolean,
  sure: boolean,
  rest: readonly StructureNode[],
): LoopUse {
  // Within a repetition the first segment is always there: it is what makes the repetition.
  const first: SegmentUse = { kind: 'segment', segment: loop, key: loop, requirement: 'M', maximumUse: 1, sure: true };
  return {
    kind: 'loop',
    loop,
    key,
    requirement,
    repeat,
    hierarchical,
    children: [first, ...rest],
    sure,
  };
}

// `REF O 12`, `PO1 M loop 100000`, `HL M tree 200000`, `TXI O >1`; a question mark at the end: only one source says so.
const PLACE =
  /^ *(?<segment>[A-Z][A-Z0-9]{1,2}) (?<requirement>[MOX])(?: (?<kind>loop|tree))? (?<most>\d+|>1)(?<unsure>\??)$/;

function toPlace(line: string) {
  const { groups } = PLACE.exec(line) ?? {};
  if (groups === undefined) throw new SyntaxError(`not a line of a set's table: ${line}`);
  return {
    segment: groups['segment'] as string,
    requirement: groups['requirement'] as Requirement,
    kind: groups['kind'] as 'loop' | 'tree' | undefined,
    most: groups['most'] === '>1' ? Number.POSITIVE_INFINITY : Number(groups['most']),
    sure: groups['unsure'] !== '?',
  };
}
