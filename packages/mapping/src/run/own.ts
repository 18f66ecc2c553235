/** The own property of an object; nothing of its prototype. Undefined for anything that is no object. */
export function own(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
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
