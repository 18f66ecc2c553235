import { type Brackets, readBrackets } from '../path/brackets.ts';
import { slotOf } from '../path/parse-json-path.ts';
import type { Path, PathFault, Select, Step } from '../path/path.ts';
import type { Field, ObjectShape, Shape } from '../shape/shape.ts';

/** Parses a path of a transaction set: `N1[01=ST]/N401`, `REF[01=IA].02`, `PO1/PO102`. */
export function parseX12Path(text: string, from: Shape, root: Shape): Path | PathFault {
  const absolute = text.startsWith('/');
  let shape: Shape = absolute ? root : from;
  const steps: Step[] = [];
  if (text === '.') return { text, absolute, steps, shape };
  let at = absolute ? 1 : 0;
  do {
    const part = readPart(text, at);
    if (part === undefined)
      return {
        code: 'path-malformed',
        message: `${text}: not a path from character ${at + 1} on, "${text.slice(at, at + 40)}"`,
      };
    const found = toSteps(part, shape, part.end >= text.length);
    if ('code' in found) return { ...found, message: `${text}: ${found.message}` };
    steps.push(...found);
    shape = steps[steps.length - 1]?.shape ?? shape;
    at = part.end + 1;
  } while (at <= text.length);
  return { text, absolute, steps, shape };
}

interface Part {
  /** Segment or loop; empty where only an element is named. */
  readonly id: string;
  readonly brackets: Brackets | undefined;
  readonly element: number | undefined;
  readonly component: number | undefined;
  readonly end: number;
}

/** Reads one part up to the next `/`: `REF[01=IA].02`, `PO102`, `REF04-1`, `02`. */
function readPart(text: string, start: number): Part | undefined {
  // An id has two or three characters and an element two digits, so that the length tells PO1 from PO102.
  const head = /^(?:([A-Z][A-Z0-9]{1,2}))?(?:\.?(\d\d)(?:-(\d{1,2}))?)?(?=$|[/[])/.exec(text.slice(start, start + 12));
  if (head === null || head[0] === '') return undefined;
  const id = head[1] ?? '';
  let at = start + head[0].length;
  if (text[at] !== '[') return toPart(id, undefined, head[2], head[3], at);
  if (head[2] !== undefined) return undefined;
  const brackets = readBrackets(text, at);
  if (brackets === undefined) return undefined;
  at = brackets.end;
  const tail = /^(?:\.(\d\d)(?:-(\d{1,2}))?)?(?=$|\/)/.exec(text.slice(at, at + 8));
  return tail === null ? undefined : toPart(id, brackets, tail[1], tail[2], at + tail[0].length);
}

function toPart(
  id: string,
  brackets: Brackets | undefined,
  element: string | undefined,
  component: string | undefined,
  end: number,
): Part {
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  return { id, brackets, element: number(element), component: number(component), end };
}

function toSteps(part: Part, shape: Shape, last: boolean): Step[] | PathFault {
  if (shape.kind !== 'object') return { code: 'path-unknown', message: 'goes into a value without parts' };
  const inside =
    part.id === '' || (shape.positions !== undefined && part.id === shape.id && part.brackets === undefined);
  if (inside) return elementSteps(part, shape);
  const field = findField(shape, part);
  if (field === undefined) {
    const known = [...new Set([...shape.fields.values()].map(({ label }) => label))].join(', ');
    return { code: 'path-unknown', message: `there is no ${part.id} here`, expected: known };
  }
  if (part.element === undefined && !last && field.role !== 'loop') {
    return { code: 'path-unknown', message: `${part.id} is a segment here, not a loop` };
  }
  const step = placeStep(field, part);
  if ('code' in step) return step;
  if (part.element === undefined) return [step];
  const rest = elementSteps(part, field.shape);
  return 'code' in rest ? rest : [step, ...rest];
}

/** A loop where one is named, and first a segment where an element of it is. In a level of a tree, brackets choose among those below. */
function findField(shape: ObjectShape, { id, brackets, element }: Part): Field | undefined {
  const below = shape.children === undefined ? undefined : shape.fields.get(shape.children);
  const isChosen = brackets !== undefined && (brackets.all || brackets.conditions.length > 0);
  if (isChosen && below?.label === id) return below;
  const named = [...shape.fields.values()].filter((field) => field.label === id && field !== below);
  const role = element === undefined ? 'loop' : 'segment';
  return named.find((field) => field.role === role) ?? named[0];
}

function placeStep(field: Field, part: Part): Step | PathFault {
  const brackets = part.brackets;
  const select: Select[] = [];
  for (const { place, value } of brackets?.conditions ?? []) {
    const keys = conditionKeys(field.shape, place);
    if (keys === undefined) return { code: 'path-unknown', message: `${part.id} has no element ${place}` };
    select.push({ keys, value });
  }
  const index = brackets?.index;
  const all = brackets?.all ?? false;
  if (!field.many && (all || index !== undefined))
    return { code: 'path-malformed', message: `${part.id} does not repeat` };
  const { key, many, shape } = field;
  const children = shape.kind === 'object' ? shape.children : undefined;
  return { key, many, select, index, all, takesFirst: true, slot: slotOf(select, index), children, shape };
}

function conditionKeys(shape: Shape, place: string): string[] | undefined {
  if (shape.kind !== 'object' || !/^\d\d$/.test(place)) return undefined;
  if (shape.positions !== undefined) {
    const element = shape.positions[Number(place) - 1];
    return element === undefined ? undefined : [element.key];
  }
  if (shape.first === undefined) return undefined;
  const inside = conditionKeys(shape.first.shape, place);
  return inside === undefined ? undefined : [shape.first.key, ...inside];
}

function elementSteps(part: Part, shape: Shape): Step[] | PathFault {
  if (shape.kind !== 'object' || part.element === undefined) {
    return { code: 'path-unknown', message: `there is no ${part.id || 'place'} here` };
  }
  // An element of a loop is one of its first segment.
  const steps: Step[] = [];
  let segment: ObjectShape = shape;
  if (shape.first !== undefined && shape.first.shape.kind === 'object') {
    steps.push(plain(shape.first));
    segment = shape.first.shape;
  }
  const element = segment.positions?.[part.element - 1];
  if (element === undefined) {
    return { code: 'path-unknown', message: `${segment.id ?? 'this place'} has no element ${part.element}` };
  }
  steps.push(plain(element));
  if (part.component === undefined) return steps;
  const component = element.shape.kind === 'object' ? element.shape.positions?.[part.component - 1] : undefined;
  if (component === undefined) return { code: 'path-unknown', message: `there is no component ${part.component} here` };
  return [...steps, plain(component)];
}

function plain({ key, many, shape }: Field): Step {
  return {
    key,
    many,
    select: [],
    index: undefined,
    all: false,
    takesFirst: true,
    slot: '',
    children: undefined,
    shape,
  };
}
