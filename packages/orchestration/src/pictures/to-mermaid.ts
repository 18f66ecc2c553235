import type { Sequence } from './sequence-of.ts';
import type { StateDiagram } from './state-diagram.ts';

/** A picture as text for Mermaid (`stateDiagram-v2`, `sequenceDiagram`), which many pages of Markdown show drawn. */
export function toMermaid(picture: StateDiagram | Sequence): string {
  return picture.kind === 'stateDiagram' ? stateText(picture) : sequenceText(picture);
}

function stateText({ phases, arrows }: StateDiagram): string {
  return lines([
    'stateDiagram-v2',
    ...phases.slice(0, 1).map(({ phase }) => `  [*] --> ${phase}`),
    ...arrows.map(({ from, to, events }) => `  ${from} --> ${to}: ${plain(events.join(', '))}`),
    ...phases.flatMap(({ phase, terminal }) => (terminal ? [`  ${phase} --> [*]`] : [])),
  ]);
}

function sequenceText({ participants, messages }: Sequence): string {
  // Names come from outside and may hold anything; the participants are called by their place.
  const idOf = (name: string): string => `p${participants.indexOf(name)}`;
  let day = '';
  const dayNote = (at: string): readonly string[] => {
    if (at.slice(0, 10) === day) return [];
    day = at.slice(0, 10);
    return [`  Note over ${idOf(participants[0] ?? '')}: ${day}`];
  };
  return lines([
    'sequenceDiagram',
    ...participants.map((name) => `  participant ${idOf(name)} as ${plain(name)}`),
    ...messages.flatMap(({ at, from, to, text, failed }) => [
      ...dayNote(at),
      `  ${idOf(from)}${failed ? '-x' : '->>'}${idOf(to)}: ${plain(text)}`,
    ]),
  ]);
}

/** Signs that mean something to Mermaid, as its entity codes; a message stays on its line. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[#;:<>"'`{}%\\]|--/g, (signs) => [...signs].map((sign) => `#${sign.codePointAt(0)};`).join(''));
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
