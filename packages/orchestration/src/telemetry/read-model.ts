import type { Note, Phase } from '../word/state.ts';
import { nameIndex } from './correlation.ts';
import type { NameKind, OrderName } from './names-of.ts';
import { detailOf } from './note-detail.ts';
import { type DeadlineRow, type OrderRow, rowAfter } from './order-row.ts';

/** What was read so far, as plain data: with it a read model goes on where it was. */
export interface ReadModelCheckpoint {
  /** Version of this shape. */
  readonly version: 1;
  readonly position: number;
  readonly orders: readonly { readonly row: OrderRow; readonly names: readonly OrderName[] }[];
}

/** Which orders to list. */
export interface OrderFilter {
  readonly phase?: Phase | undefined;
  readonly partner?: string | undefined;
}

/** A deadline of an order that falls due soon, or has passed. */
export interface DeadlineAtRisk extends DeadlineRow {
  readonly order: string;
  readonly partner?: string | undefined;
  /** Seconds left; negative when it has passed. */
  readonly left: number;
}

/** Orders as the notes tell of them. */
export interface ReadModel {
  /** Position of the last note that was read; 0 before the first. */
  readonly position: number;
  /** Reads one note. A position that is not after the last one was read before, and changes nothing. */
  add(note: Note, position?: number): void;
  order(id: string): OrderRow | undefined;
  orders(filter?: OrderFilter): readonly OrderRow[];
  /** Orders by any of their numbers: purchase order, ERP order, shipment, invoice, control number, or their id. */
  find(number: string, kind?: NameKind): readonly OrderRow[];
  namesOf(order: string): readonly OrderName[];
  /** Deadlines that fall due within so many seconds, and those that have passed and are still owed; earliest first. */
  atRisk(now: string, withinSeconds: number): readonly DeadlineAtRisk[];
  /** How many orders are in each phase; those that none is in are left out. */
  phases(): Readonly<Partial<Record<Phase, number>>>;
  checkpoint(): ReadModelCheckpoint;
}

/**
 * Reads notes into one row for each order. The same notes give the same rows, whether read at once or in pieces with
 * checkpoints between. Give it the notes of a journal in their order; without positions it counts them.
 */
export function readModel(notes: Iterable<Note> = [], from?: ReadModelCheckpoint): ReadModel {
  const rows = new Map<string, OrderRow>();
  const names = nameIndex();
  const counts = new Map<Phase, number>();
  let position = from?.position ?? 0;
  const keep = (row: OrderRow, known: readonly OrderName[]): void => {
    const before = rows.get(row.order);
    if (before !== undefined) counts.set(before.phase, (counts.get(before.phase) ?? 1) - 1);
    counts.set(row.phase, (counts.get(row.phase) ?? 0) + 1);
    rows.set(row.order, row);
    names.add(row.order, known);
  };
  for (const { row, names: known } of from?.orders ?? []) keep(row, known);
  const model: ReadModel = {
    get position() {
      return position;
    },
    add(note, at = position + 1) {
      if (at <= position) return;
      position = at;
      // Deliveries of what belongs to no order are noted too.
      if (note.order !== '') keep(rowAfter(rows.get(note.order), note), detailOf(note).names);
    },
    order: (id) => rows.get(id),
    orders: (filter = {}) => [...rows.values()].filter((row) => isWanted(row, filter)),
    find: (number, kind) => names.find(number, kind).flatMap((order) => rows.get(order) ?? []),
    namesOf: names.namesOf,
    atRisk: (now, withinSeconds) => [...rows.values()].flatMap((row) => risksOf(row, now, withinSeconds)).sort(byLeft),
    phases: () => Object.fromEntries([...counts].filter(([, count]) => count > 0)),
    checkpoint: () => ({
      version: 1,
      position,
      orders: [...rows.values()].map((row) => ({ row, names: names.namesOf(row.order) })),
    }),
  };
  for (const note of notes) model.add(note);
  return model;
}

function isWanted(row: OrderRow, { phase, partner }: OrderFilter): boolean {
  return (phase === undefined || row.phase === phase) && (partner === undefined || row.partner === partner);
}

function risksOf({ order, partner, deadlines }: OrderRow, now: string, within: number): readonly DeadlineAtRisk[] {
  return deadlines.flatMap((deadline) => {
    const left = (Date.parse(deadline.due) - Date.parse(now)) / 1000;
    return left > within ? [] : [{ ...deadline, order, ...(partner !== undefined && { partner }), left }];
  });
}

function byLeft(one: DeadlineAtRisk, other: DeadlineAtRisk): number {
  return one.left - other.left || (one.order < other.order ? -1 : 1);
}
