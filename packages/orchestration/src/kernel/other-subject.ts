import type { EffectBody } from '../word/effect.ts';

/**
 * What a corrected body says of another thing than the one that it corrects: the first field that names it and differs, as a
 * path; undefined when both are about the same. What a number, a partner or a reference names would otherwise be taken for
 * sent, and never be sent itself.
 */
export function otherSubject(correction: EffectBody, body: EffectBody): string | undefined {
  return names.find((path) => valueAt(correction, path) !== valueAt(body, path))?.join('.');
}

const names: readonly (readonly string[])[] = [
  ...['type', 'document', 'partner', 'to', 'shopOrderId', 'erp', 'warehouse', 'partId', 'externalReference'],
  ...['request', 'submit', 'attempt', 'round', 'cancel', 'change', 'shipmentId', 'payment', 'invoice', 'rma'],
  ...['request.part.erp', 'request.part.partId', 'request.part.externalReference'],
  ...['content.number', 'content.shipmentId', 'content.changeNumber', 'shipment.shipmentId'],
].map((path) => path.split('.'));

/** The text or number at a path; what is none of both is content, which a correction may change. */
function valueAt(body: EffectBody, path: readonly string[]): string | number | undefined {
  let value: unknown = body;
  for (const name of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
