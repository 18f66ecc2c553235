/** The own property of an object; nothing of its prototype. Undefined for anything that is no object. */
export function own(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const found = (value as Record<string | number, unknown>)[key];
  // Most places that rules look at are empty, and no data stands in the prototypes of objects and lists but their
  // methods, and what a program put there: asking costs more than all the rest.
  if (found === undefined || (inherited[key] === undefined && typeof found !== 'function')) return found;
  return Object.hasOwn(value, key) ? found : undefined;
}

const inherited = Object.prototype as Readonly<Record<string | number, unknown>>;

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
