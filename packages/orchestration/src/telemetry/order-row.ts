import type { Note, Phase } from '../word/state.ts';
import { documentOf } from './document-of.ts';
import { detailOf } from './note-detail.ts';

/** Where one order is, as the notes tell: plain data. */
export interface OrderRow {
  readonly order: string;
  readonly partner?: string | undefined;
  readonly phase: Phase;
  /** When that phase began. */
  readonly since: string;
  /** Instant of the last note. */
  readonly at: string;
  /** Documents for the partner, in order of issue. */
  readonly documents: readonly DocumentRow[];
  /** Other effects that are not done. */
  readonly work: readonly EffectRow[];
  readonly holds: readonly HoldRow[];
  readonly deadlines: readonly DeadlineRow[];
}

/** An effect that was issued. */
export interface EffectRow {
  readonly key: string;
  readonly status: 'issued' | 'inDoubt' | 'parked' | 'done' | 'superseded' | 'withdrawn';
  readonly attempt: number;
  readonly since: string;
  readonly class?: string | undefined;
  readonly owner?: string | undefined;
}

/** A document for the trading partner: whether it was sent, and what the partner said, each on its own. */
export interface DocumentRow extends EffectRow {
  /** `855`, `856`, `810`, `865`. */
  readonly document: string;
  readonly answer?: string | undefined;
  readonly controlNumber?: string | undefined;
}

/** An open hold. */
export interface HoldRow {
  readonly hold: string;
  readonly since: string;
  readonly owner?: string | undefined;
  readonly reason?: string | undefined;
  readonly expiresAt?: string | undefined;
}

/** A deadline that is owed; `missedAt` when it was seen to pass. */
export interface DeadlineRow {
  readonly timer: string;
  readonly due: string;
  readonly missedAt?: string | undefined;
  readonly owner?: string | undefined;
  /** What missing it costs, in `currency`; absent where the policy does not say. */
  readonly breachCost?: string | undefined;
  readonly currency?: string | undefined;
}

/** The row of an order after one more note. Pure; the row before stays as it is. */
export function rowAfter(before: OrderRow | undefined, note: Note): OrderRow {
  const row = { ...(before ?? emptyRow(note)), at: note.at, ...(note.partner && { partner: note.partner }) };
  switch (note.type) {
    case 'phase':
      return afterPhase(row, note);
    case 'held':
      return afterHold(row, note);
    case 'hold.ended':
      return { ...row, holds: row.holds.filter(({ hold }) => hold !== detailOf(note).hold) };
    case 'deadline.set':
    case 'sla.breached':
      return afterDeadline(row, note);
    case 'deadline.ended':
      return { ...row, deadlines: row.deadlines.filter(({ timer }) => timer !== detailOf(note).timer) };
    case 'acknowledgment.received':
      return afterAnswer(row, note);
    default:
      return note.effect === undefined ? row : afterEffect(row, note, note.effect);
  }
}

function emptyRow({ order, at }: Note): OrderRow {
  return { order, phase: 'empty', since: at, at, documents: [], work: [], holds: [], deadlines: [] };
}

function afterPhase(row: OrderRow, note: Note): OrderRow {
  if (note.phase === undefined) return row;
  // The phases that a hold does not hide: in any other one none is open, whether or not its end was noted.
  const holds = underHold.has(note.phase) ? row.holds : [];
  return { ...row, phase: note.phase, since: note.at, holds };
}

const underHold: ReadonlySet<Phase> = new Set(['held', 'parked', 'inDoubt', 'invalid', 'cancelled', 'abandoned']);

function afterHold(row: OrderRow, note: Note): OrderRow {
  const { hold, owner, reason, expiresAt } = detailOf(note);
  if (hold === undefined) return row;
  const held: HoldRow = { hold, since: note.at, owner, reason: reason ?? note.message, expiresAt };
  return { ...row, holds: [...row.holds.filter((one) => one.hold !== hold), held] };
}

function afterDeadline(row: OrderRow, note: Note): OrderRow {
  const { timer, due, owner, breachCost, currency } = detailOf(note);
  if (timer === undefined || due === undefined) return row;
  const known = row.deadlines.find((one) => one.timer === timer);
  const missedAt = note.type === 'sla.breached' ? note.at : known?.missedAt;
  const deadline: DeadlineRow = { timer, due, ...stated({ missedAt, owner, breachCost, currency }) };
  return { ...row, deadlines: [...row.deadlines.filter((one) => one.timer !== timer), deadline] };
}

function afterAnswer(row: OrderRow, note: Note): OrderRow {
  const { status } = detailOf(note);
  const documents = row.documents.map((one) => (one.key === note.effect ? { ...one, answer: status } : one));
  return { ...row, documents };
}

function afterEffect(row: OrderRow, note: Note, key: string): OrderRow {
  const status = statusAfter[note.type];
  if (status === undefined) return row;
  const { attempt, class: errorClass, owner, controlNumber, document = documentOf(key, row.order) } = detailOf(note);
  const known = [...row.documents, ...row.work].find((one) => one.key === key);
  const effect: EffectRow = {
    key,
    status,
    attempt: attempt ?? known?.attempt ?? 1,
    since: note.at,
    ...(errorClass !== undefined && status !== 'done' && { class: errorClass }),
    ...(owner !== undefined && { owner }),
  };
  if (document === undefined) {
    const others = row.work.filter((one) => one.key !== key);
    return { ...row, work: status === 'done' || status === 'withdrawn' ? others : [...others, effect] };
  }
  const before = row.documents.find((one) => one.key === key);
  const kept = { answer: before?.answer, controlNumber: controlNumber ?? before?.controlNumber };
  const after: DocumentRow = { ...effect, document, ...stated(kept) };
  if (before !== undefined) return { ...row, documents: row.documents.map((one) => (one.key === key ? after : one)) };
  const replaced = predecessorOf(key);
  const earlier = row.documents.map((one) => (one.key === replaced ? { ...one, status: 'superseded' as const } : one));
  return { ...row, documents: [...earlier, after] };
}

const statusAfter: Readonly<Record<string, EffectRow['status'] | undefined>> = {
  'effect.issued': 'issued',
  'effect.retry': 'issued',
  'effect.inDoubt': 'inDoubt',
  'effect.done': 'done',
  'effect.withdrawn': 'withdrawn',
  parked: 'parked',
};

/** `…/856/S1#3` was sent in the place of `…/856/S1#2`, and that of `…/856/S1`. */
function predecessorOf(key: string): string | undefined {
  const [, root, times] = /^(.*)#(\d+)$/s.exec(key) ?? [];
  if (root === undefined) return undefined;
  return Number(times) > 2 ? `${root}#${Number(times) - 1}` : root;
}

function stated<Value extends object>(value: Value): Partial<Value> {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries) as Partial<Value>;
}
