import type { Sequence, SequenceMessage } from './sequence-of.ts';
import { round, svgArrow, svgPage, svgText, textWidth } from './svg-page.ts';

const margin = { left: 96, top: 20, right: 20, bottom: 24 };
const [rowHeight, headHeight, narrowest] = [34, 30, 130];

/** The sequence drawn: a column for each participant, a row for each message, the instant at the left. */
export function sequenceSvg(sequence: Sequence): string {
  const { participants, messages } = sequence;
  const places = placesOf(sequence);
  const top = margin.top + headHeight;
  const height = top + (messages.length + 1) * rowHeight + margin.bottom;
  const width = Math.max(...places, 0) + narrowest / 2 + margin.right + widestAtTheEnd(sequence);
  const elements = participants.flatMap((name, index) => columnOf(name, places[index] ?? 0, top, height));
  const rows = messages.flatMap((message, index) => {
    const y = top + (index + 1) * rowHeight;
    const [from, to] = [message.from, message.to].map((name) => places[participants.indexOf(name)] ?? 0);
    const before = messages[index - 1]?.at.slice(0, 10);
    return [...instantOf(message.at, before, y), ...rowOf(message, from ?? 0, to ?? 0, y)];
  });
  const title = `Who told whom what: ${messages.length} messages among ${participants.join(', ')}`;
  return svgPage({ width: Math.ceil(width), height, title, elements: [...elements, ...rows] });
}

/** The middle of each column: as far from the one before as the longest text between the two needs. */
function placesOf({ participants, messages }: Sequence): readonly number[] {
  const places: number[] = [];
  for (const [index, name] of participants.entries()) {
    const before = places[index - 1];
    if (before === undefined) {
      places.push(margin.left + Math.max(narrowest, textWidth(name) + 24) / 2);
      continue;
    }
    const needed = messages.map((message) => roomBetween(message, participants, index));
    places.push(
      before + Math.max(narrowest, (textWidth(participants[index - 1] ?? '') + textWidth(name)) / 2 + 36, ...needed),
    );
  }
  return places;
}

/** The room that a message takes of the gap before a column, where it spans that gap; it shares its text among its gaps. */
function roomBetween({ from, to, text }: SequenceMessage, participants: readonly string[], column: number): number {
  const [start, end] = [participants.indexOf(from), participants.indexOf(to)];
  const [left, right] = [Math.min(start, end), Math.max(start, end)];
  if (start === end) return column === start + 1 ? textWidth(text) + 60 : 0;
  return left < column && column <= right ? (textWidth(text) + 28) / (right - left) : 0;
}

/** A message of the last participant to itself stands beyond its column. */
function widestAtTheEnd({ participants, messages }: Sequence): number {
  const last = participants.at(-1);
  return Math.max(0, ...messages.map(({ from, to, text }) => (from === last && to === last ? textWidth(text) : 0)));
}

function columnOf(name: string, x: number, top: number, height: number): readonly string[] {
  const width = Math.max(90, textWidth(name) + 24);
  return [
    `<line class="line" x1="${round(x)}" y1="${top}" x2="${round(x)}" y2="${height - margin.bottom / 2}" stroke-dasharray="2 4"/>`,
    `<rect class="box" x="${round(x - width / 2)}" y="${margin.top}" width="${round(width)}" height="${headHeight}" rx="4"/>`,
    svgText(name, { x, y: margin.top + 20 }, { as: 'name', anchor: 'middle' }),
  ];
}

/** The time of day, and the day where it changes. */
function instantOf(at: string, dayBefore: string | undefined, y: number): readonly string[] {
  const day = at.slice(0, 10);
  const time = svgText(at.slice(11, 19), { x: 12, y: y + 4 }, { as: 'faint' });
  return day === dayBefore ? [time] : [svgText(day, { x: 12, y: y - 11 }, { as: 'name' }), time];
}

function rowOf({ text, failed }: SequenceMessage, from: number, to: number, y: number): readonly string[] {
  if (from === to) {
    const path = `M${round(from)} ${y - 8}h22v12h-20`;
    return [
      svgArrow(path, { x: from + 1, y: y + 4 }, 180, failed),
      svgText(text, { x: from + 28, y: y + 2 }, { as: 'over' }),
    ];
  }
  const [step, degrees] = to > from ? [-1, 0] : [1, 180];
  const middle = { x: (from + to) / 2, y: y - 6 };
  return [
    svgArrow(`M${round(from)} ${y}H${round(to + step * 6)}`, { x: to + step, y }, degrees, failed),
    svgText(text, middle, { as: 'over', anchor: 'middle' }),
  ];
}
