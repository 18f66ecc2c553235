import type { IssuedEffect } from '../word/state.ts';
import { effectKey } from './effect-key.ts';

/** The newest of a document and its repetitions (`…#2`, `…#3`). */
export function newestOf(entry: (key: string) => IssuedEffect | undefined, key: string): IssuedEffect | undefined {
  let newest = entry(key);
  for (let again = effectKey.again(key); newest !== undefined; again = effectKey.again(again)) {
    const later = entry(again);
    if (later === undefined) break;
    newest = later;
  }
  return newest;
}
