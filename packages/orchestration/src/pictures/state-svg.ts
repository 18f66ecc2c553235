import type { StateDiagram } from './state-diagram.ts';
import { escapeXml, type Point, round, svgArrow, svgPage, svgText, textWidth } from './svg-page.ts';

const [margin, rowHeight, headHeight, gap] = [24, 17, 28, 90];
const widest = 520;

interface Box {
  readonly phase: string;
  readonly terminal: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly exits: readonly { readonly to: string; readonly text: string }[];
}

/**
 * The diagram drawn: a box for each phase with its exits (to which phase, by which events), in columns by how many steps
 * an order needs to get there, and an arrow from each exit to its phase.
 */
export function stateSvg(diagram: StateDiagram): string {
  const boxes = boxesOf(diagram);
  const byPhase = new Map(boxes.map((box) => [box.phase, box]));
  const arrows = boxes.flatMap((box) =>
    box.exits.flatMap(({ to }, index) => {
      const target = byPhase.get(to);
      return target === undefined ? [] : [arrowOf(box, index, target)];
    }),
  );
  const width = Math.max(0, ...boxes.map((box) => box.x + box.width)) + gap;
  const height = Math.max(0, ...boxes.map((box) => box.y + box.height)) + margin;
  const title = `Phases of an order under policy ${diagram.policy}: ${boxes.length} phases, ${arrows.length} arrows`;
  return svgPage({ width: Math.ceil(width), height, title, elements: [...arrows, ...boxes.flatMap(drawn)] });
}

function boxesOf(diagram: StateDiagram): readonly Box[] {
  const columns = columnsOf(diagram);
  const boxes: Box[] = [];
  let x = margin;
  for (const column of columns) {
    const sized = column.map((phase) => sizedOf(diagram, phase));
    const width = Math.max(...sized.map((box) => box.width));
    let y = margin;
    for (const box of sized) {
      boxes.push({ ...box, x, y, width });
      y += box.height + margin;
    }
    x += width + gap;
  }
  return boxes;
}

/** Phases by how many arrows lead to them from the first one. */
function columnsOf({ phases, arrows }: StateDiagram): readonly (readonly string[])[] {
  const columns: string[][] = [];
  const placed = new Set<string>();
  let next = phases.slice(0, 1).map(({ phase }): string => phase);
  while (next.length > 0) {
    columns.push(next);
    for (const phase of next) placed.add(phase);
    const reached = new Set(
      arrows.flatMap(({ from, to }): string[] => (placed.has(from) && !placed.has(to) ? [to] : [])),
    );
    next = phases.flatMap(({ phase }) => (reached.has(phase) ? [phase] : []));
  }
  return columns;
}

function sizedOf({ phases, arrows }: StateDiagram, phase: string): Box {
  const terminal = phases.some((one) => one.phase === phase && one.terminal);
  const exits = arrows
    .filter(({ from }) => from === phase)
    .map(({ to, events }) => ({ to, text: `${to}: ${events.join(', ')}` }));
  const wanted = Math.max(120, ...[phase, ...exits.map(({ text }) => text)].map((text) => textWidth(text) + 24));
  const height = headHeight + exits.length * rowHeight + (exits.length > 0 ? 6 : 0);
  return { phase, terminal, exits, x: 0, y: 0, width: Math.min(widest, wanted), height };
}

function drawn(box: Box): readonly string[] {
  const { x, y, width, height, phase, terminal, exits } = box;
  const size = `width="${round(width)}" height="${height}"`;
  const title = escapeXml(terminal ? `${phase} (an end)` : phase);
  return [
    `<rect class="${terminal ? 'end' : 'box'}" x="${round(x)}" y="${y}" ${size} rx="5"><title>${title}</title></rect>`,
    svgText(phase, { x: x + 10, y: y + 19 }, { as: 'name' }),
    ...exits.map(({ text }, index) =>
      svgText(text, { x: x + 10, y: y + headHeight + 11 + index * rowHeight }, { as: 'faint', most: width - 18 }),
    ),
  ];
}

/** From the row of an exit to the head of its phase, round the boxes between them where they stand in one column. */
function arrowOf(box: Box, row: number, target: Box): string {
  const y = box.y + headHeight + 7 + row * rowHeight;
  const end = { y: target.y + 14 + ((row * 5) % 9) - 4 };
  if (target.x > box.x) return curve({ x: box.x + box.width, y }, { x: target.x, y: end.y }, 1, 0);
  if (target.x < box.x) return curve({ x: box.x, y }, { x: target.x + target.width, y: end.y }, -1, 180);
  const from = { x: box.x + box.width, y };
  const to = { x: target.x + target.width, y: end.y };
  const bend = from.x + 22 + (row % 4) * 9;
  return svgArrow(
    `M${at(from)}C${at({ x: bend, y })} ${at({ x: bend, y: end.y })} ${at({ x: to.x + 8, y: to.y })}`,
    to,
    180,
  );
}

function curve(from: Point, to: Point, side: 1 | -1, degrees: number): string {
  const reach = Math.max(40, Math.abs(to.x - from.x) / 2);
  const [one, two] = [
    { x: from.x + side * reach, y: from.y },
    { x: to.x - side * reach, y: to.y },
  ];
  return svgArrow(`M${at(from)}C${at(one)} ${at(two)} ${at({ x: to.x - side * 8, y: to.y })}`, to, degrees);
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}
