import type { EffectOf } from '@dist/orchestration';
import type { Journal } from '@dist/orchestration/runtime';

/** Whose a request to a warehouse is. */
export interface RequestOwner {
  readonly order: string;
  readonly partId: string;
  /** Which warehouse was asked: another one has no say in it. */
  readonly warehouse: string;
}

/** Requests (940) by their numbers, so that what the warehouse confirms (945) finds its order. */
export const warehouseRequests = {
  /** What is to be remembered of a request; undefined when it stands so already. */
  async mark(journal: Pick<Journal, 'mark'>, { order, body }: EffectOf<'warehouse.release'>) {
    const key = keyOf(body.request);
    const expected = await journal.mark(key);
    const { partId, warehouse } = body;
    const value = JSON.stringify({ order, partId, warehouse } satisfies RequestOwner);
    return expected === value ? undefined : { key, expected, value };
  },
  async find(journal: Pick<Journal, 'mark'>, request: string): Promise<RequestOwner | undefined> {
    const text = await journal.mark(keyOf(request));
    return text === undefined ? undefined : (JSON.parse(text) as RequestOwner);
  },
};

/** Our references are unique among all partners (R19), so that the number alone is a name. */
function keyOf(request: string): string {
  return `warehouse-request/${encodeURIComponent(request)}`;
}
