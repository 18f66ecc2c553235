import * as z from 'zod';
import type { Condition, LevelRule, Rule } from './rule.ts';

const path = z.string().min(1).max(500);
const paths = z.union([path, z.array(path).min(1).max(8)]);
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const severity = z.enum(['error', 'warning', 'information']).optional();
const direction = z.enum(['read', 'write']);
const as = z.string().min(1).optional();
const element = z.int().min(1).max(99);
const common = { id: z.string().min(1).max(200), note: z.string().optional(), only: direction.optional() };

/** The schema of a condition. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.literal(true),
    z.strictObject({ path, is: z.union([scalar, z.array(scalar)]) }),
    z.strictObject({ path, present: z.boolean() }),
    z.strictObject({ all: z.array(conditionSchema) }),
    z.strictObject({ any: z.array(conditionSchema) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);
const sided = z.strictObject({ canonical: conditionSchema.optional(), native: conditionSchema.optional() });
const rules: z.ZodType<Rule[]> = z.lazy(() => z.array(ruleSchema));

const level: z.ZodType<LevelRule> = z.lazy(() =>
  z.discriminatedUnion('holds', [
    z.strictObject({ holds: z.literal('document'), rules }),
    z.strictObject({ holds: z.literal('group'), rules }),
    z.strictObject({ holds: z.literal('unit'), type: z.string().min(1), rules }),
    z.strictObject({ holds: z.literal('item'), rules }),
  ]),
);

const bind = z.strictObject({
  ...common,
  op: z.literal('bind').optional(),
  canonical: paths,
  native: paths,
  as,
  required: z.union([z.boolean(), direction]).optional(),
  default: scalar.optional(),
  omitDefault: z.boolean().optional(),
  severity,
});
const constant = z.strictObject({
  ...common,
  op: z.literal('const'),
  native: path.optional(),
  canonical: path.optional(),
  value: scalar,
  severity,
});
const one = z.strictObject({ ...common, op: z.literal('one'), canonical: path, native: path, rules });
const each = z.strictObject({
  ...common,
  op: z.literal('each'),
  canonical: path,
  native: path,
  where: sided.optional(),
  key: path.optional(),
  rules,
});
const pairs = z.strictObject({
  ...common,
  op: z.literal('pairs'),
  canonical: path,
  native: path.optional(),
  from: element,
  to: element.optional(),
  codes: z.record(z.string().min(1), z.strictObject({ scheme: z.string().min(1), as })),
  order: z.array(z.string().min(1)).optional(),
  positional: z.boolean().optional(),
  lossy: z.boolean().optional(),
});
const when = z.strictObject({ ...common, op: z.literal('when'), if: sided, rules });
const calc = z.strictObject({
  ...common,
  op: z.literal('calc'),
  native: path.optional(),
  canonical: path.optional(),
  function: z.enum(['count', 'sum', 'sumProduct', 'index']),
  of: z.union([paths, z.strictObject({ native: paths })]).optional(),
  as,
  tolerance: z
    .string()
    .regex(/^\d+(\.\d+)?$/, 'expected a decimal of 0 or more')
    .optional(),
  places: z.int().min(0).max(20).optional(),
  severity,
});
const nest = z.strictObject({
  ...common,
  op: z.literal('nest'),
  native: path,
  units: path,
  items: path,
  levels: z.array(z.string().min(1)).min(1).max(20),
  define: z.record(z.string().min(1), level),
  lossy: z.array(z.string()).optional(),
  sum: z.array(path).min(1).max(8).optional(),
  structure: z.strictObject({ native: path, codes: z.record(z.string(), z.string().min(1)) }).optional(),
  childCode: z.boolean().optional(),
});
const part = z.strictObject({ element, as });
const alloc = z.strictObject({
  ...common,
  op: z.literal('alloc'),
  canonical: path,
  native: path,
  unit: part,
  scheme: part,
  from: element,
  pairs: z.int().min(1).max(49),
  as,
});

/** The schema of a rule. */
export const ruleSchema: z.ZodType<Rule> = z.lazy(() =>
  z.discriminatedUnion('op', [bind, constant, one, each, pairs, when, calc, nest, alloc]),
);
