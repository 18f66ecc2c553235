import type { Definition } from '@dist/x12';
import type { Format } from '../format/format.ts';
import { json } from '../format/json.ts';
import type { Result } from '../result.ts';
import { x12 } from '../x12/x12.ts';
import { xml } from '../xml/xml.ts';
import { unknownEnd } from './unknown-end.ts';
import { x12Definitions } from './x12/x12-definitions.ts';

/** The partner's side of a map: how its documents are addressed, and how they are read and written. */
export type NativeEnd =
  | { readonly kind: 'x12'; readonly format: Format; readonly definition: Definition }
  | { readonly kind: 'json' | 'xml'; readonly format: Format };

/** The end that a map's `native` names, such as `x12/004010/850` or `json/shop/order`. @throws Failure without `@dist/x12`. */
export async function nativeEnd(id: string): Promise<Result<NativeEnd>> {
  const [kind, release = '', set] = id.split('/');
  if (kind === 'json') return { ok: true, value: { kind, format: json({ id }) }, issues: [] };
  if (kind === 'xml') return { ok: true, value: { kind, format: xml({ id }) }, issues: [] };
  if (kind !== 'x12') return unknownEnd('native', id, ['x12/RELEASE/SET', 'json/NAME', 'xml/NAME']);
  const definitions = await x12Definitions(release);
  if (definitions === undefined) return unknownEnd('native', id, ['x12/004010/SET', 'x12/005010/SET']);
  const definition = definitions.find((one) => one.id === set);
  if (definition === undefined) {
    const known = definitions.map((one) => `x12/${release}/${one.id}`);
    return unknownEnd('native', id, known.sort());
  }
  return { ok: true, value: { kind, format: x12(definition), definition }, issues: [] };
}
