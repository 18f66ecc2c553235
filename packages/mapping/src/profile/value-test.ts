import { DecimalString } from '@dist/canonical';
import * as z from 'zod';

/** What the values at a path of a canonical document must be, each of them. Where there is none, nothing is wrong. */
export interface ValueTest {
  /** Path of the values, `lines[].ids[scheme=buyer].value`; all items of a list with `[]`. */
  path: string;
  /** Fewest characters. */
  minLength?: number | undefined;
  /** Most characters. */
  maxLength?: number | undefined;
  /** Exactly so many digits, and nothing else. */
  digits?: number | undefined;
  /** What it is made of; `upper-case` has no small letters, `no-blanks` no space. */
  format?: 'digits' | 'letters' | 'letters-and-digits' | 'upper-case' | 'no-blanks' | undefined;
  /** Text that it begins with. */
  starts?: string | undefined;
  /** The only values allowed. */
  oneOf?: string[] | undefined;
  /** Smallest decimal, included. */
  minimum?: DecimalString | undefined;
  /** Greatest decimal, included. */
  maximum?: DecimalString | undefined;
  /** Path of another value that it must not be equal to. */
  differsFrom?: string | undefined;
  /** Fewest values at the path. */
  least?: number | undefined;
  /** Most values at the path. */
  most?: number | undefined;
}

const path = z.string().min(1).max(500);
const count = z.int().min(0).max(1_000_000);

/** The schema of a test of values: the path and one thing at least to ask of it. */
export const ValueTest: z.ZodType<ValueTest> = z
  .strictObject({
    path,
    minLength: count.optional(),
    maxLength: count.optional(),
    digits: count.optional(),
    format: z.enum(['digits', 'letters', 'letters-and-digits', 'upper-case', 'no-blanks']).optional(),
    starts: z.string().min(1).max(100).optional(),
    oneOf: z.array(z.string().max(100)).min(1).max(10_000).optional(),
    minimum: DecimalString.optional(),
    maximum: DecimalString.optional(),
    differsFrom: path.optional(),
    least: count.optional(),
    most: count.optional(),
  })
  .refine((test) => Object.keys(test).length > 1, 'expected something to ask of the path, such as maxLength');
