import type { Note } from '@dist/orchestration';
import { clock } from './clock.ts';
import type { Output, Style } from './console-output.ts';

/** Prints what happens to each order as it happens: time, order, what. Technical notes stay in the journal. */
export function timeline(output: Output): (note: Note) => void {
  let events = 0;
  return (note) => {
    events++;
    const style = styleOf(note);
    if (style === undefined) return output.progress(`${events} events`);
    // As it becomes known here: what an ERP reports happened a little earlier.
    const time = output.style('dim', clock().slice(11, 23));
    output.line(
      `${time}  ${output.style('bold', nameOf(note.order).padEnd(widest))}  ${output.style(style, wordsOf(note))}`,
    );
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
  // The first steps are the same for every order, and of what was done only what left the house is told.
  if (note.type === 'phase' && (note.phase === 'captured' || note.phase === 'submitting')) return undefined;
  if (note.type === 'effect.done') return note.data === undefined ? undefined : 'green';
  return styles.find(([prefix]) => note.type.startsWith(prefix))?.[1];
}

const nameOf = (id: string): string => id.split('/').map(decodeURIComponent).join(' ');

function wordsOf({ order, type, message, effect = '', data }: Note): string {
  if (type !== 'effect.done') return message.replaceAll(order, nameOf(order));
  const [what = '', ...which] = effect.slice(order.length + 1).split('/');
  // An answer that is sent once more is keyed by the message that asked for it, which says nothing to people.
  const name = which.length > 1 ? 'again' : which.join(' ');
  const file = data?.['file'] === undefined ? '' : `: ${data['file']}`;
  return `${[what, name].filter(Boolean).join(' ')} sent${file}`;
}
