import {
  explain,
  type LineView,
  lines,
  type Note,
  type Obligation,
  obligations,
  type Policy,
  phase,
  type Waiting,
  waiting,
} from '@dist/orchestration';
import { type Journal, loadOrder } from '@dist/orchestration/runtime';
import { type OrderName, type OrderRow, readModel } from '@dist/orchestration/telemetry';

/** One order, as an operator looks at it. */
export interface OrderView {
  readonly id: string;
  readonly phase: string;
  /** Where it is and what it waits for, in a sentence. */
  readonly explained: string;
  readonly waiting: Waiting;
  /** All numbers that it goes by. */
  readonly names: readonly OrderName[];
  readonly lines: readonly LineView[];
  /** Without what is in its documents: who is delivered to is for those who may open them. */
  readonly obligations: readonly Omit<Obligation, 'effect'>[];
  readonly row: OrderRow;
  /** Everything that happened, oldest first. */
  readonly timeline: readonly Note[];
  readonly documents: readonly DocumentOfOrder[];
}

/** A document of the order whose bytes are kept. */
export interface DocumentOfOrder {
  readonly key: string;
  readonly direction: 'in' | 'out';
  readonly type: string;
  readonly name: string;
  readonly at: string;
  readonly controlNumbers: readonly string[];
  /** Of its bytes. */
  readonly size: number;
}

/** The policy of a version, as runtimes take it; it throws where that one is not here. */
export type PolicyOf = (version: string | undefined) => Policy;

/** Everything of one order, from its journal; `undefined` where there is none of that id. */
export async function orderView(
  journal: Pick<Journal, 'load' | 'notes' | 'document'>,
  id: string,
  policyOf: PolicyOf,
): Promise<OrderView | undefined> {
  const loaded = await loadOrder(journal, id, policyOf);
  if (loaded === undefined) return undefined;
  const { state } = loaded;
  const policy = policyOf(state.policy);
  const timeline: Note[] = [];
  for await (const note of journal.notes(id)) timeline.push(note);
  const model = readModel(timeline);
  const names = model.namesOf(id);
  const row = model.order(id);
  if (row === undefined) return undefined;
  return {
    id,
    phase: phase(state),
    explained: explain(state, policy),
    waiting: waiting(state, policy),
    names,
    lines: lines(state),
    obligations: obligations(state, policy).map(({ effect: _, ...owed }) => owed),
    row,
    timeline,
    documents: await documentsOf(journal, names, row),
  };
}

/** What came in is named by the order's events, and its 997 by what it answers; what went out has the key of its effect. */
async function documentsOf(
  journal: Pick<Journal, 'document'>,
  names: readonly OrderName[],
  row: OrderRow,
): Promise<readonly DocumentOfOrder[]> {
  const received = names.flatMap(({ kind, value }) => (kind === 'document' ? [value] : []));
  const answers = received.map((key) => key.replace(/^in\//, 'acknowledgment/'));
  const keys = new Set([...received, ...answers, ...row.documents.map(({ key }) => key)]);
  const found = await Promise.all([...keys].map((key) => journal.document(key)));
  return found
    .flatMap((document) => {
      if (document === undefined) return [];
      const { key, direction, type, name, at, controlNumbers, bytes } = document;
      return [{ key, direction, type, name, at, controlNumbers, size: bytes.length }];
    })
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
