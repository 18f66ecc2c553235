import type { IssueCode } from '../issue-codes.ts';

/** A syntax note broken: the element to point at, the kind of fault, and the rule in words. */
export interface NoteFault {
  /** Element (or component) number, from 1. */
  readonly element: number;
  readonly code: IssueCode;
  readonly expected: string;
}

/** A syntax note ready to run: gives a fault where the elements that are present break it. */
export type SyntaxNote = (present: (element: number) => boolean) => NoteFault | undefined;

type Rule = (elements: readonly number[], names: readonly string[]) => SyntaxNote;

const NOTE = /^([PRECL])((?:\d\d){2,})$/;

/**
 * Compiles a note as the standard writes it (`P0607`); `nameOf` gives the designator of an element for the message.
 * @throws RangeError for a note that is none.
 */
export function syntaxNote(note: string, nameOf: (element: number) => string): SyntaxNote {
  const parts = NOTE.exec(note);
  const rule = rules[parts?.[1] ?? ''];
  const elements = (parts?.[2]?.match(/\d\d/g) ?? []).map(Number);
  if (rule === undefined || elements.length < 2) throw new RangeError(`not a syntax note: ${note}`);
  return rule(elements, elements.map(nameOf));
}

const rules: Readonly<Record<string, Rule | undefined>> = {
  P: paired,
  R: required,
  E: exclusive,
  C: conditional,
  L: listConditional,
};

/** P: all or none. */
function paired(elements: readonly number[], names: readonly string[]): SyntaxNote {
  const expected = `${joined(names, 'and')} together or not at all`;
  return (present) => {
    if (!elements.some(present)) return undefined;
    return missing(elements, present, expected);
  };
}

/** R: at least one. */
function required([first = 0, ...others]: readonly number[], names: readonly string[]): SyntaxNote {
  const expected = `at least one of ${joined(names, 'and')}`;
  return (present) => (present(first) || others.some(present) ? undefined : conditionalFault(first, expected));
}

/** E: not more than one; the second that is there is the one too many. */
function exclusive(elements: readonly number[], names: readonly string[]): SyntaxNote {
  const expected = `only one of ${joined(names, 'and')}`;
  return (present) => {
    const second = elements.filter(present)[1];
    return second === undefined ? undefined : { element: second, code: 'element-excluded', expected };
  };
}

/** C: where the first is, all others are. */
function conditional([first = 0, ...others]: readonly number[], [name = '', ...names]: readonly string[]): SyntaxNote {
  const expected = `${joined(names, 'and')}, because ${name} is present`;
  return (present) => (present(first) ? missing(others, present, expected) : undefined);
}

/** L: where the first is, at least one of the others is. */
function listConditional(
  [first = 0, ...others]: readonly number[],
  [name = '', ...names]: readonly string[],
): SyntaxNote {
  const expected = `at least one of ${joined(names, 'and')}, because ${name} is present`;
  return (present) =>
    !present(first) || others.some(present) ? undefined : conditionalFault(others[0] as number, expected);
}

function missing(elements: readonly number[], present: (element: number) => boolean, expected: string) {
  const absent = elements.find((element) => !present(element));
  return absent === undefined ? undefined : conditionalFault(absent, expected);
}

const conditionalFault = (element: number, expected: string): NoteFault => ({
  element,
  code: 'element-conditional',
  expected,
});

function joined(names: readonly string[], word: string): string {
  return names.length === 1 ? (names[0] as string) : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;
}
