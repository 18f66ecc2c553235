import * as z from 'zod';
import { Extensions } from '../value/extensions.ts';

/** Schemas of extensions by their namespace. */
export type Namespaces = Readonly<Record<string, z.ZodType>>;

type Slot<N extends Namespaces> = Extensions & z.output<z.ZodObject<N>>;

/** A document whose extensions are typed: `ext` may be absent when every namespace may. */
export type WithExt<T, N extends Namespaces> = Omit<T, 'ext'> &
  (Record<never, never> extends z.output<z.ZodObject<N>> ? { ext?: Slot<N> | undefined } : { ext: Slot<N> });

/**
 * The schema of a document with typed extensions: `withExt(Order, { walmart: z.strictObject({ … }) })`. A namespace
 * must be there unless its schema is optional; other namespaces stay as they are. `validate` applies the rules of the
 * document's kind to it, too. A schema without fields is a mistake of the program: TypeError.
 */
export function withExt<T extends { ext?: Extensions | undefined }, N extends Namespaces>(
  schema: z.ZodType<T>,
  namespaces: N,
): z.ZodType<WithExt<T, N>> {
  if (!(schema instanceof z.ZodObject)) throw new TypeError('the schema is not that of a document');
  const named = z.looseObject(namespaces);
  const slot = named.refine((value) => Extensions.safeParse(value).success, 'expected extensions of at most 64 levels');
  const ext = named.safeParse({}).success ? slot.optional() : slot;
  return schema.extend({ ext }) as z.ZodType as z.ZodType<WithExt<T, N>>;
}
