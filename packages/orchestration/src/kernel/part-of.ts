import type { OrderPart } from '../word/event.ts';
import { effectKey } from './effect-key.ts';
import { SparseMap } from './sparse-map.ts';
import type { PartView, View } from './view.ts';

/** What is known of a part, made when it is first asked for: an ERP may speak of a part before enrichment has named it. */
export function partOf(view: View, partId: string): PartView {
  const known = view.parts.get(partId);
  if (known !== undefined) return known;
  const unknown = { part: undefined, accepted: undefined, refused: undefined };
  const submit = effectKey.submit(view.id, partId);
  const part: PartView = { partId, submit, ...unknown, quantities: new SparseMap(), notFound: new Set() };
  view.parts.set(partId, part);
  return part;
}

/** Whether the ERP has answered for a part. */
export function isAnswered({ accepted, refused }: PartView): boolean {
  return accepted !== undefined || refused !== undefined;
}

/** The parts of the order that enrichment made, in its order; none before. */
export function partsOf(view: View): readonly OrderPart[] {
  return view.enriched?.parts ?? [];
}
