/** How a version stands to another; `unlike` where one of them cannot be read, or they are of different kinds. */
export type VersionOrder = 'newer' | 'same' | 'older' | 'unlike';

/**
 * Compares what senders number their changes by: an instant of ISO 8601 with its offset (`updated_at`), to the nanosecond,
 * or a whole number of any length (a sequence). `2026-03-02T08:00:00-06:00` and `2026-03-02T14:00:00Z` are the same.
 */
export function compareVersions(version: string | number | bigint, other: string | number | bigint): VersionOrder {
  const [one, two] = [read(version), read(other)];
  if (one === undefined || two === undefined || one.kind !== two.kind) return 'unlike';
  if (one.value === two.value) return 'same';
  return one.value > two.value ? 'newer' : 'older';
}

interface Read {
  readonly kind: 'sequence' | 'instant';
  readonly value: bigint;
}

function read(version: string | number | bigint): Read | undefined {
  if (typeof version === 'bigint') return { kind: 'sequence', value: version };
  if (typeof version === 'number') {
    return Number.isSafeInteger(version) ? { kind: 'sequence', value: BigInt(version) } : undefined;
  }
  // Longer numbers take a time that grows with the square of their length.
  if (/^-?\d{1,40}$/.test(version)) return { kind: 'sequence', value: BigInt(version) };
  const [, second = '', fraction = '', zone = ''] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(version) ?? [];
  const milliseconds = Date.parse(`${second}${zone}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return { kind: 'instant', value: BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, '0')) };
}
