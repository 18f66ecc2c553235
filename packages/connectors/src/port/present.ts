/** The object without its absent fields, so that documents have none that say nothing. */
export function present<Value extends object>(value: Value): Value {
  const made: Record<string, unknown> = {};
  // Lists of pairs cost more than the fields. A plain assignment of `__proto__` would change the prototype instead.
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue;
    if (name !== '__proto__') made[name] = field;
    else Object.defineProperty(made, name, { value: field, enumerable: true, writable: true, configurable: true });
  }
  return made as Value;
}
