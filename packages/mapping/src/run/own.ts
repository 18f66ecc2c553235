/** The own property of an object; nothing of its prototype. Undefined for anything that is no object. */
export function own(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = (value as Record<string | number, unknown>)[key];
  if (found === undefined) return undefined;
  // In the prototypes of objects and lists stand methods, `__proto__` and what a program put there: to ask whether a property
  // is an own one costs more than all the rest.
  if (typeof found !== 'function' && key !== '__proto__' && !enriched) return found;
  return Object.hasOwn(value, key) ? found : undefined;
}

/** Whether a program put something into the prototype of all objects. */
let enriched = false;

/** Looks whether a program put something into the prototype of all objects: once a run, because to look always costs more. */
export function watchPrototype(): void {
  enriched = false;
  for (const _ in Object.prototype) enriched = true;
}

/** Whether a key that `for … in` gave is one of the object itself. */
export function isOwnKey(object: object, key: string): boolean {
  return !enriched || Object.hasOwn(object, key);
}

/** Sets an own property. A plain assignment of `__proto__` would change the object's prototype instead. */
export function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
}

export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A name that things are told apart by: the text of a scalar; undefined for anything else, which names nothing. */
export function nameText(value: unknown): string | undefined {
  return isScalar(value) && value !== '' ? String(value) : undefined;
}

/** Whether a value stands for nothing: absent, null, or the empty text of an unused element. */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
