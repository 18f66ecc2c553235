/** A codec that a person might take for another by mistake; undefined where any text passes and none is wrong. */
export function wrongCodec(name: string | undefined): string | undefined {
  if (name === undefined || name === 'text' || name === 'same') return undefined;
  const [kind = '', setting] = name.split(':', 2);
  const zone = setting === undefined || setting === 'Z' ? '-06:00' : 'Z';
  if (kind === 'dateTime') return `dateTime:${zone}`;
  if (kind === 'gtin') return setting === '14' ? 'gtin:12' : 'gtin:14';
  if (kind === 'sscc') return setting === undefined ? 'sscc:18' : 'sscc';
  if (kind === 'digits') return `digits:${Number(setting) + 1}`;
  if (kind === 'implied' || name === 'implied2') return 'decimal';
  return others[name] ?? 'text';
}

const others: Readonly<Record<string, string>> = { decimal: 'implied2', number: 'integer', integer: 'implied2' };
