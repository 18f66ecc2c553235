import type { SeenInterchange } from '../src/read.ts';

/** A receiver's memory of the interchanges it has read, for the option `seen`: it keeps the bytes by their numbers. */
export function receivedBefore(): (interchange: SeenInterchange) => 'new' | 'same' | 'other' {
  const kept = new Map<string, string>();
  return ({ sender, receiver, controlNumber, usage, bytes }) => {
    const key = JSON.stringify([sender, receiver, controlNumber, usage]);
    const text = bytes.join();
    const known = kept.get(key);
    if (known === undefined) kept.set(key, text);
    if (known === undefined) return 'new';
    return known === text ? 'same' : 'other';
  };
}
