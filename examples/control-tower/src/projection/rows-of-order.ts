import type { Note } from '@dist/orchestration';
import { type OrderName, type OrderRow, readModel } from '@dist/orchestration/telemetry';
import type { DeadlineTable, MalformedTable, OrderTable, Tables, WorkTable } from '../database/tables.ts';
import { causeOf } from './cause-of.ts';
import type { Count } from './count.ts';
import { countsOf } from './counts-of.ts';
import { insightCountsOf } from './insight-counts-of.ts';
import { malformedOf } from './malformed-of.ts';
import { plainNumber } from './plain-number.ts';
import { quarterOf } from './quarter-of.ts';
import { textOf } from './text-of.ts';

/** All that the tower keeps of one order. */
export interface RowsOfOrder {
  readonly order: OrderTable;
  readonly counts: readonly Count[];
  readonly names: readonly Tables['names'][];
  readonly work: readonly WorkTable[];
  readonly deadlines: readonly DeadlineTable[];
  readonly waiting: readonly Tables['waiting'][];
  readonly malformed: readonly MalformedTable[];
}

/** What the notes of one order say of it: the same notes, the same rows. `position` is that of the last note. */
export function rowsOfOrder(id: string, position: string, notes: readonly Note[]): RowsOfOrder | undefined {
  const model = readModel(notes);
  const row = model.order(id);
  const [first] = notes;
  if (row === undefined || first === undefined) return undefined;
  const names = model.namesOf(id);
  const partner = row.partner ?? partnerIn(id);
  const work = workOf(row, partner, notes);
  const waiting = waitingOf(row, notes);
  const now = (metric: Count['metric'], a: string, b = ''): Count => ({ metric, hour: '', a, b, n: 1 });
  const deadlines = deadlinesOf(row, partner);
  const malformed = malformedOf(id, partner, notes);
  const counts = added([
    ...countsOf(notes, partner),
    ...insightCountsOf(notes, { partner, malformed, deadlines }),
    now('phase', row.phase, partner),
    ...work.map(({ cause, owner }) => now('work', cause, owner)),
    ...waiting.map(({ lane }) => now('waiting', lane)),
    ...deadlines.flatMap(countsOfDeadline),
  ]);
  const order: OrderTable = {
    id,
    position,
    number: names.find(({ kind }) => kind === 'purchaseOrder')?.value ?? id,
    partner,
    phase: row.phase,
    since: row.since,
    captured_at: first.at,
    at: row.at,
    row: JSON.stringify(row),
    counted: JSON.stringify(counts),
  };
  return { order, counts, names: namesIn(id, names), work, deadlines, waiting, malformed };
}

/** Before its order came, only the id says whose it is. */
function partnerIn(id: string): string {
  return decodeURIComponent(id.split('/')[0] ?? '');
}

function namesIn(id: string, names: readonly OrderName[]): readonly Tables['names'][] {
  const all = [...names.map(({ kind, value }) => ({ kind: String(kind), value })), { kind: 'id', value: id }];
  return all.map(({ kind, value }) => ({ plain: plainNumber(value), kind, value, order_id: id }));
}

function workOf(row: OrderRow, partner: string, notes: readonly Note[]): readonly WorkTable[] {
  const held = row.holds.map(({ hold, owner = '', since, reason = '' }): WorkTable => {
    return { order_id: row.order, item: hold, kind: 'hold', cause: causeOf(hold), owner, partner, since, reason };
  });
  const parked = [...row.documents, ...row.work].filter(({ status }) => status === 'parked');
  return [
    ...held,
    ...parked.map(({ key, class: cause = 'system', owner = '', since }): WorkTable => {
      const reason = notes.findLast(({ type, effect }) => type === 'parked' && effect === key)?.message ?? '';
      return { order_id: row.order, item: key, kind: 'parked', cause, owner, partner, since, reason };
    }),
  ];
}

function deadlinesOf(row: OrderRow, partner: string): readonly DeadlineTable[] {
  return row.deadlines.map(({ timer, due, breachCost, currency = '', owner = '', missedAt }) => ({
    order_id: row.order,
    timer,
    due,
    quarter: quarterOf(due),
    cost: Number(breachCost ?? 0),
    currency,
    partner,
    owner,
    missed_at: missedAt ?? null,
  }));
}

/** What is due when, so that nobody has to count deadlines. */
function countsOfDeadline({ quarter, currency, cost, missed_at }: DeadlineTable): readonly Count[] {
  if (missed_at !== null) return [];
  const due = { hour: String(quarter), a: currency, b: '' };
  return [
    { metric: 'due', ...due, n: 1 },
    { metric: 'dueCost', ...due, n: cost },
  ];
}

/** Effects that were issued and have not ended. */
function waitingOf(row: OrderRow, notes: readonly Note[]): readonly Tables['waiting'][] {
  const open = new Set(
    [...row.documents, ...row.work].flatMap(({ key, status }) => (status === 'issued' ? [key] : [])),
  );
  const last = new Map<string, Tables['waiting']>();
  for (const note of notes) {
    const { effect, at } = note;
    const lane = textOf(note, 'lane');
    if (effect === undefined || lane === undefined || !open.has(effect)) continue;
    last.set(effect, { order_id: row.order, key: effect, lane, not_before: textOf(note, 'notBefore') ?? at });
  }
  return [...last.values()];
}

/** Counts of the same thing made one. */
function added(counts: readonly Count[]): readonly Count[] {
  const sums = new Map<string, Count>();
  for (const count of counts) {
    const key = JSON.stringify([count.metric, count.hour, count.a, count.b]);
    sums.set(key, { ...count, n: (sums.get(key)?.n ?? 0) + count.n });
  }
  return [...sums.values()];
}
