import type { AvailabilityEvent, AvailabilityPolicy } from '@dist/orchestration/availability';

type Of<Type extends AvailabilityEvent['type']> = Extract<AvailabilityEvent, { readonly type: Type }>;

interface Known {
  status: string;
  count: number;
  readonly on: string;
  readonly until: string;
  reference?: string;
}

/**
 * The slow and obvious version: after each event everything is worked out again from the whole log, in plain numbers, for one
 * location and whole pieces. It knows nothing of the machine. Every order in the log is posted in one go.
 */
export function oracle(log: readonly AvailabilityEvent[], policy: AvailabilityPolicy, at: string, on: string) {
  const reservations = new Map<string, Known>();
  let now = '';
  const expire = () => {
    for (const one of reservations.values()) if (one.status === 'held' && one.until <= now) one.status = 'expired';
  };
  for (const [index, event] of log.entries()) {
    if (event.at > now) now = event.at;
    expire();
    const free = (day: string) => Math.max(0, promised(log.slice(0, index + 1), reservations, policy, now, day));
    if (event.type === 'reservation.requested' && !reservations.has(event.reservation)) {
      const count = Number(event.quantity.value);
      const day = event.on ?? event.at.slice(0, 10);
      const until = addSeconds(event.at, policy.reservations.holdSeconds);
      if (until > now)
        reservations.set(event.reservation, { status: count <= free(day) ? 'held' : 'refused', count, on: day, until });
    }
    const known = 'reservation' in event ? reservations.get(event.reservation) : undefined;
    if (event.type === 'reservation.confirmed' && known) {
      const isLate = known.status === 'expired' && known.count <= free(known.on);
      if (known.status === 'held' || isLate) {
        known.status = 'confirmed';
        known.reference = event.externalReference;
      }
    }
    if (event.type === 'reservation.released') {
      const left = Number(event.remaining?.value ?? 0);
      if (known === undefined) reservations.set(event.reservation, { status: 'released', count: 0, on: '', until: '' });
      else if (['held', 'confirmed'].includes(known.status) && left < known.count) {
        known.count = left;
        if (left === 0) known.status = 'released';
      }
    }
  }
  if (at > now) now = at;
  expire();
  const statuses = Object.fromEntries([...reservations].map(([key, { status }]) => [key, status]));
  return { quantity: Math.max(0, promised(log, reservations, policy, now, on)), statuses };
}

/** The least that is left on a day and the nine after it: nothing in the logs is later. */
function promised(
  log: readonly AvailabilityEvent[],
  reservations: ReadonlyMap<string, Known>,
  policy: AvailabilityPolicy,
  now: string,
  from: string,
): number {
  const stocks = log.filter((event): event is Of<'stock.reported'> => event.type === 'stock.reported');
  const snapshot = newest(stocks.filter(({ report }) => report === 'snapshot'));
  if (snapshot === undefined) return 0;
  const deltas = distinct(stocks.filter(({ report, sequence }) => report === 'delta' && sequence > snapshot.sequence));
  const onHand = Number(snapshot.quantity.value) + total(deltas.map(({ quantity }) => Number(quantity.value)));
  const told = (name: string) =>
    Math.max(
      0,
      ...stocks.flatMap(({ reflects = [], received = [] }) =>
        [
          ...reflects.map((row) => [row.externalReference, row.quantity.value]),
          ...received.map((row) => [row.receipt, row.quantity.value]),
        ].flatMap(([row, value]) => (row === name ? [Number(value)] : [])),
      ),
    );
  const today = now.slice(0, 10);
  const changes: { readonly day: string; readonly change: number }[] = [];
  for (const { status, count, on } of reservations.values())
    if (status === 'held') changes.push({ day: on, change: -count });

  const reports = log.filter((event): event is Of<'allocation.reported'> => event.type === 'allocation.reported');
  const complete = newest(reports.filter(({ report }) => report === 'complete'))?.sequence ?? -1;
  const names = new Set([
    ...[...reservations.values()].flatMap(({ reference }) => reference ?? []),
    ...reports.flatMap(({ allocations }) => allocations.flatMap((row) => row.externalReference ?? [])),
  ]);
  for (const name of names) {
    const rows = reports.flatMap(({ sequence, allocations }) =>
      allocations.flatMap((row) => (row.externalReference === name ? [{ sequence, row }] : [])),
    );
    const current = newest(rows.filter(({ sequence }) => sequence >= complete));
    const apart =
      Number(current?.row.quantity.value ?? 0) + Math.max(0, ...rows.map(({ row }) => Number(row.shipped?.value ?? 0)));
    const mine = [...reservations.values()].filter((one) => one.status === 'confirmed' && one.reference === name);
    const open = Math.max(apart, total(mine.map(({ count }) => count))) - told(name);
    const day = apart > 0 ? '' : (mine.map(({ on }) => on).sort()[0] ?? '');
    if (open > 0) changes.push({ day, change: -open });
  }
  const receipts = log.filter((event): event is Of<'receipt.expected'> => event.type === 'receipt.expected');
  for (const name of new Set(receipts.map((event) => event.receipt))) {
    const one = newest(receipts.filter((event) => event.receipt === name));
    if (one === undefined || one.on < today) continue;
    const change = Math.max(0, Number(one.quantity.value) - told(name));
    changes.push({ day: addDays(one.on, policy.receipts.dockToStockDays), change });
  }
  const safety = Number(policy.items[0]?.safetyStock ?? 0);
  const left: number[] = [];
  for (let later = 0; later <= 9; later++) {
    const day = addDays(from, later);
    left.push(onHand - safety + total(changes.map((one) => (one.day <= day || one.day <= today ? one.change : 0))));
  }
  return Math.min(...left);
}

function newest<Told extends { readonly sequence: number }>(reports: readonly Told[]): Told | undefined {
  return [...reports].sort((one, other) => one.sequence - other.sequence).at(-1);
}

function distinct<Told extends { readonly sequence: number }>(reports: readonly Told[]): readonly Told[] {
  return [...new Map(reports.map((report) => [report.sequence, report])).values()];
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function addSeconds(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString();
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
