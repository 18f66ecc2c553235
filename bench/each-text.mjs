import { builtEntry } from './built-entry.mjs';

const { eachValue } = await import(builtEntry('index'));

/**
 * Hands every component of every element of a segment of `@dist/x12` to a function, as a text. The one place where the
 * benchmark reads elements of ours: as a user would who wants all of them.
 */
export const eachText = eachValue;
