import type { Delimiters } from './interchange.ts';

/** ISA12 from which on a repetition separator exists. */
const REPETITION_SINCE = '00402';

/** What is wrong with the separators of an interchange to write, in words; nothing when they can be used. */
export function checkDelimiters(delimiters: Delimiters, version: string, lineBreak: string): string | undefined {
  const { element, component, segment, repetition } = delimiters;
  const named = { element, component, segment, ...(repetition === undefined ? {} : { repetition }) };
  for (const [name, text] of Object.entries(named)) {
    const fault = checkSeparator(text, name === 'segment');
    if (fault !== undefined) return `the ${name} separator ${fault}`;
    if (name !== 'segment' && lineBreak.includes(text)) return `the ${name} separator is part of the line break`;
  }
  if (new Set(Object.values(named)).size < Object.keys(named).length) return 'two separators are the same';
  if (repetition !== undefined && !hasRepetition(version))
    return `a repetition separator exists from version ${REPETITION_SINCE} on`;
  return undefined;
}

/** Whether elements can repeat in an interchange of this version (ISA12). */
export const hasRepetition = (version: string): boolean => version >= REPETITION_SINCE;

function checkSeparator(text: string, mayBreakLines: boolean): string | undefined {
  if (typeof text !== 'string' || text.length !== 1) return 'must be one character';
  const code = text.charCodeAt(0);
  if (code > 0x7e) return 'must be an ASCII character';
  if (/[A-Za-z0-9 ]/.test(text)) return 'must be neither letter nor digit nor blank';
  // What files are padded with, and what editors change, can not separate data.
  if (code === 0x00 || code === 0x1a) return 'must not be NUL or SUB';
  if ((text === '\n' || text === '\r') && !mayBreakLines) return 'must not be a line break';
  return undefined;
}
