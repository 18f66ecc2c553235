import { sha256 } from './sha256.ts';

/**
 * A name for what is asked again under a reference of ours: `northfield.4711.A2`. No reference has a piece like that, so that
 * it is never another order's. At most 35 characters; what is longer ends in a hash.
 */
export function nextReference(reference: string, times: number): string {
  const plain = `${reference}.A${times}`;
  return plain.length <= 35 ? plain : `${plain.slice(0, 18)}~${sha256(plain).slice(0, 16)}`;
}
