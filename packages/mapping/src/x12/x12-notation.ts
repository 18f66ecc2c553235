import type { Field, Shape } from '../shape/shape.ts';

/** The place of a value in the notation of X12 paths: `PO1[2]/PO102`, `REF[0].02` where the segment repeats. */
export function x12Notation(root: Shape, path: readonly (string | number)[]): string {
  let shape: Shape | undefined = root;
  let text = '';
  let bare = true;
  for (const step of path) {
    if (typeof step === 'number') {
      text += `[${step}]`;
      bare = false;
      continue;
    }
    const field: Field | undefined = shape?.kind === 'object' ? shape.fields.get(step) : undefined;
    const label = field?.label ?? step;
    text += separator(text, field, bare) + label;
    bare = true;
    shape = field?.shape;
  }
  return text;
}

function separator(text: string, field: Field | undefined, bare: boolean): string {
  if (text === '') return '';
  if (field?.role === 'component') return '-';
  if (field?.role === 'element') return bare ? '' : '.';
  return '/';
}
