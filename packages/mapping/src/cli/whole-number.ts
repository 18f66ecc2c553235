import type { Invocation } from './command.ts';
import { Failure } from './failure.ts';

/** The number that an option gives, from 1 to `most`; undefined where it was not given. @throws Failure for another. */
export function wholeNumber(invocation: Invocation, name: string, most: number): number | undefined {
  const text = invocation.option(name);
  if (text === undefined) return undefined;
  const number = /^[0-9]{1,10}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= most) return number;
  throw new Failure(`--${name} must be a number from 1 to ${most}; found "${text}"`);
}
