import type { Direction, Scalar } from '../map/rule.ts';
import { type Codec, type CodecContext, type CodecValue, Refusal } from './codec.ts';

/** One value for each path of a rule, undefined where absent. */
export type Values = readonly (Scalar | undefined)[];

/**
 * Values of one side as `width` values of the other, by a codec in one direction. Lists are handed over as the codec
 * wants them: as a list, or joined with `|`.
 */
export function convert(
  codec: Codec,
  values: Values,
  width: number,
  direction: Direction,
  context: CodecContext,
): Values | Refusal {
  const given = gather(codec, values);
  if (given === undefined) return new Refusal(direction === 'read' ? codec.native : codec.canonical);
  const made = call(codec, given, direction, context);
  if (made instanceof Refusal) return made;
  if (typeof made === 'object') return made;
  if (codec.joins !== true || width === 1) return [made];
  return String(made)
    .split('|')
    .map((part) => (part === '' ? undefined : part));
}

/** One value of one side as one of the other. */
export function convertOne(codec: Codec, value: Scalar, direction: Direction, context: CodecContext): Scalar | Refusal {
  const made = call(codec, value, direction, context);
  if (made instanceof Refusal || typeof made !== 'object') return made;
  return new Refusal(direction === 'read' ? codec.native : codec.canonical);
}

function gather(codec: Codec, values: Values): CodecValue | undefined {
  if (values.length <= 1) return values[0];
  if (codec.joins !== true) return values;
  return values
    .map((value) => value ?? '')
    .join('|')
    .replace(/\|+$/, '');
}

// The caller's own codec may throw; a document must not make a run throw.
function call(codec: Codec, value: CodecValue, direction: Direction, context: CodecContext): CodecValue | Refusal {
  try {
    return direction === 'read' ? codec.decode(value, context) : codec.encode(value, context);
  } catch {
    return new Refusal(direction === 'read' ? codec.native : codec.canonical);
  }
}
