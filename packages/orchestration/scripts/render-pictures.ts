import { defaultPolicy } from '@dist/orchestration';
import { type StateDiagram, sequenceOf, stateDiagram, toMermaid, toSvg } from '@dist/orchestration/pictures';
import { fullStory, told } from '../test/telemetry/told.ts';

/** The pictures of docs/pictures.md: the page with what is generated put in its places, and the drawings beside it. */
export function renderPictures(page: string): Readonly<Record<string, string>> {
  const diagram = stateDiagram({ policy: defaultPolicy });
  const { events, effects } = told(fullStory);
  const sequence = sequenceOf(events, effects);
  const generated: Readonly<Record<string, string>> = {
    'state diagram': `${fenced(toMermaid(diagram))}\n${tableOf(diagram)}`,
    sequence: fenced(toMermaid(sequence)),
  };
  return {
    'pictures.md': filled(page, generated),
    'state-diagram.svg': toSvg(diagram),
    'sequence.svg': toSvg(sequence),
  };
}

function fenced(text: string): string {
  return `\`\`\`mermaid\n${text}\`\`\`\n`;
}

/** The diagram as data, so that a change of it is read line by line. */
function tableOf({ arrows }: StateDiagram): string {
  const rows = arrows.map(
    ({ from, to, events }) => `| \`${from}\` | \`${to}\` | ${events.map((event) => `\`${event}\``).join(', ')} |`,
  );
  return ['| from | to | by |', '|---|---|---|', ...rows, ''].join('\n');
}

function filled(page: string, generated: Readonly<Record<string, string>>): string {
  return Object.entries(generated).reduce((text, [name, content]) => {
    const [start, end] = [`<!-- ${name}: generated -->\n`, `<!-- ${name}: end -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new RangeError(`docs/pictures.md has no place for the ${name}`);
    return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
  }, page);
}
