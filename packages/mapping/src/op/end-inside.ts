import type { Field } from '../shape/shape.ts';
import type { Cover, End } from './compile-context.ts';

/** The end one property further in; noted as covered. */
export function endInside({ cover, trail, keys }: End, { key, shape }: Pick<Field, 'key' | 'shape'>, slot = ''): End {
  const name = slot === '' ? key : `${key}[${slot}]`;
  const inner: Cover = cover.kids.get(name) ?? { kids: new Map(), key };
  cover.kids.set(name, inner);
  return { shape, cover: inner, trail: `${trail}/${name}`, keys: [...keys, key] };
}
