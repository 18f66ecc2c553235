import type { Note } from '@dist/orchestration';
import type { Output, Style } from './console-output.ts';

/** Prints what happens to each order as it happens: time, order, what. Technical notes stay in the journal. */
export function timeline(output: Output): (note: Note) => void {
  let events = 0;
  return (note) => {
    events++;
    const style = styleOf(note);
    if (style === undefined) return output.progress(`${events} events`);
    const time = output.style('dim', note.at.slice(11, 23));
    output.line(`${time}  ${output.style('bold', note.order.padEnd(widest))}  ${output.style(style, wordsOf(note))}`);
  };
}

/** Long enough for the bundled partners' orders; a longer name only moves its own line. */
const widest = 26;

/** By the beginning of a note's type; what is not here is not told. */
const styles: readonly (readonly [prefix: string, style: Style])[] = [
  ['phase', 'cyan'],
  ['order.captured', 'bold'],
  ['order.unresolved', 'yellow'],
  ['order.invalid', 'red'],
  ['duplicate', 'yellow'],
  ['conflict', 'red'],
  ['held', 'yellow'],
  ['effect.inDoubt', 'yellow'],
  ['effect.retry', 'yellow'],
  ['parked', 'red'],
  ['sla', 'red'],
  ['erp.accepted', 'green'],
  ['erp.rejected', 'red'],
  ['shipment.posted', 'green'],
  ['invoice.posted', 'green'],
  ['payment.applied', 'green'],
  ['acknowledgment.received', 'green'],
];

function styleOf(note: Note): Style | undefined {
  // Of what was done, only what left the house is told.
  if (note.type === 'effect.done') return note.data === undefined ? undefined : 'green';
  return styles.find(([prefix]) => note.type.startsWith(prefix))?.[1];
}

function wordsOf({ type, message, effect, data }: Note): string {
  if (type !== 'effect.done') return message;
  const document = effect?.split('/').slice(2).join(' ') ?? '';
  const file = data?.['file'] === undefined ? '' : `: ${data['file']}`;
  return `${document} sent, control number ${data?.['controlNumber']}${file}`;
}
