import type { Properties } from './decode-segment.ts';

/**
 * A constructor of empty plain objects that are to get the same properties. Engines learn from the first ones how large they
 * become and make them in one piece; those of `{}` are made small and enlarged again and again, which is most of the garbage.
 */
export function propertiesMaker(): new () => Properties {
  function Empty(): void {}
  Empty.prototype = Object.prototype;
  const maker: unknown = Empty;
  if (!isMaker(maker)) throw new TypeError('a function is no constructor here');
  return maker;
}

const isMaker = (value: unknown): value is new () => Properties => typeof value === 'function';
