import { anyShape, type Field, type Shape } from '../shape/shape.ts';
import { type Brackets, readBrackets, readPart } from './brackets.ts';
import type { Path, PathFault, Select, Step } from './path.ts';

/** Parses a path of a JSON document: `parties.shipTo.ids[scheme=buyer].value`. */
export function parseJsonPath(text: string, from: Shape, root: Shape): Path | PathFault {
  const absolute = text.startsWith('/');
  let shape: Shape = absolute ? root : from;
  const steps: Step[] = [];
  let at = absolute ? 1 : 0;
  if (text === '.') return { text, absolute, steps, shape };
  for (;;) {
    const name = readPart(text, at, '.[');
    if (name === undefined || !isName(name.value, name.quoted)) return malformed(text, at);
    at = name.end;
    const brackets = text[at] === '[' ? readBrackets(text, at) : none;
    if (brackets === undefined || brackets.conditions.some(namesPrototype)) return malformed(text, at);
    if (text[at] === '[') at = brackets.end;
    const field = fieldOf(shape, name.value, brackets);
    if (field === undefined) return unknown(text, name.value, shape);
    const last = at >= text.length;
    const step = toStep(field, brackets, last);
    if (typeof step === 'string') return { code: 'path-malformed', message: `${text}: ${step}` };
    steps.push(step);
    shape = step.shape;
    if (last) return { text, absolute, steps, shape };
    if (text[at] !== '.') return malformed(text, at);
    at++;
  }
}

const none: Brackets = { conditions: [], index: undefined, all: false, end: 0 };

function isName(name: string, quoted: boolean): boolean {
  // A document made from this key would change its own prototype.
  if (name === '__proto__') return false;
  return quoted || /^[A-Za-z0-9_$@:-]+$/.test(name);
}

function namesPrototype({ place }: Brackets['conditions'][number]): boolean {
  return place.split('.').includes('__proto__');
}

/** The field of a name. Where the shape is open, the brackets say whether a list stands there. */
function fieldOf(shape: Shape, name: string, brackets: Brackets): Field | undefined {
  const field = shape.kind === 'object' ? shape.fields.get(name) : undefined;
  if (field !== undefined) return field;
  if (shape.kind === 'leaf' || (shape.kind === 'object' && !shape.open)) return undefined;
  return { key: name, shape: anyShape, many: isChosen(brackets), required: false };
}

function isChosen({ conditions, index, all }: Brackets): boolean {
  return conditions.length > 0 || index !== undefined || all;
}

function toStep(field: Field, brackets: Brackets, last: boolean): Step | string {
  if (!field.many && (brackets.all || brackets.index !== undefined)) return `${field.key} is no list`;
  if (field.many && !isChosen(brackets) && !last) return `${field.key} is a list: say which, [key=value], [0] or []`;
  const select = brackets.conditions.map(({ place, quoted, value }) => ({
    keys: quoted ? [place] : place.split('.'),
    value,
  }));
  const { key, many, shape } = field;
  const { index, all } = brackets;
  const slot = slotOf(select, index);
  return { key, many, select, index, all, takesFirst: false, slot, children: undefined, shape };
}

/** The identity of a chosen item: `["scheme"]=buyer`, `0`, or nothing for the first. */
export function slotOf(select: readonly Select[], index: number | undefined): string {
  if (index !== undefined) return String(index);
  return select.map(({ keys, value }) => `${keys.join('.')}=${value}`).join(',');
}

function malformed(text: string, at: number): PathFault {
  return {
    code: 'path-malformed',
    message: `${text}: not a path from character ${at + 1} on, "${text.slice(at, at + 40)}"`,
  };
}

function unknown(text: string, name: string, shape: Shape): PathFault {
  const known = shape.kind === 'object' ? [...shape.fields.keys()].join(', ') : 'a value without parts';
  return { code: 'path-unknown', message: `${text}: there is no ${name} here`, expected: known };
}
