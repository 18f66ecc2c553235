import { type NamedPlace, Notation } from '../format/notation.ts';
import type { Field, Shape } from '../shape/shape.ts';

/** The places of a transaction set as X12 paths call them: `PO1[2]/PO102`, `REF[0].02` where the segment repeats. */
export function x12Notation(root: Shape): Notation {
  return new Notation(root, inside);
}

function inside({ text, shape, isBare }: NamedPlace, key: string | number): NamedPlace {
  if (typeof key === 'number') return { text: `${text}[${key}]`, shape, isBare: false };
  const field = shape?.kind === 'object' ? shape.fields.get(key) : undefined;
  const label = field?.label ?? key;
  return { text: text + separator(text, field, isBare) + label, shape: field?.shape, isBare: true };
}

function separator(text: string, field: Field | undefined, isBare: boolean): string {
  if (text === '') return '';
  if (field?.role === 'component') return '-';
  if (field?.role === 'element') return isBare ? '' : '.';
  return '/';
}
