import type { Batch, EffectNotice, Journal, OutboxEffect } from '../runtime/journal.ts';
import { longestTimeout } from '../runtime/longest-timeout.ts';
import { noticeOf } from '../runtime/notice-of.ts';
import type { EffectCarrier } from './effect-carrier.ts';

/** How a journal tells its carrier. */
export interface CarryingOptions {
  /** Milliseconds that the carrier may take to have the notices of a commit; 1,000 when absent. Then it is not waited for. */
  readonly timeout?: number | undefined;
  /** Called with notices that the carrier did not take in time, and why. It must not throw. */
  readonly onLost?: ((notices: readonly EffectNotice[], reason: unknown) => void) | undefined;
}

/**
 * A journal that offers a carrier what each commit has put in its outbox, later attempts too. What is committed stays
 * committed when the carrier fails: `append` answers as the journal has answered, and a sweep makes up for the notices.
 */
export function carrying(
  journal: Journal,
  carrier: Pick<EffectCarrier, 'offer'>,
  options: CarryingOptions = {},
): Journal {
  const append: Journal['append'] = async (batch) => {
    const result = await journal.append(batch);
    if (result.status === 'appended') await tell(carrier, noticesOf(batch), options);
    return result;
  };
  return { ...delegating(journal), append };
}

function noticesOf({ streams = [], effects = [], postponed = [] }: Batch): readonly EffectNotice[] {
  const issued: OutboxEffect[] = streams.flatMap(({ log }) => log.flatMap((entry) => entry.issued));
  const last = new Map([...issued, ...effects, ...postponed].map((effect) => [effect.key, noticeOf(effect)]));
  return [...last.values()];
}

async function tell(
  carrier: Pick<EffectCarrier, 'offer'>,
  notices: readonly EffectNotice[],
  { timeout = 1000, onLost }: CarryingOptions,
): Promise<void> {
  if (notices.length === 0) return;
  const tooLate = new AbortController();
  const late = () => tooLate.abort(new Error(`The carrier has taken more than ${timeout} ms.`));
  const timer = setTimeout(late, Math.min(timeout, longestTimeout));
  try {
    await Promise.race([carrier.offer(notices), aborted(tooLate.signal)]);
  } catch (reason) {
    onLost?.(notices, reason);
  } finally {
    clearTimeout(timer);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** All of the contract, so that a journal may be an object of a class too. */
function delegating(journal: Journal): Omit<Journal, 'append'> {
  return {
    load: (id) => journal.load(id),
    claim: (request) => journal.claim(request),
    waiting: (request) => journal.waiting(request),
    release: (worker, unstarted) => journal.release(worker, unstarted),
    due: (now, limit) => journal.due(now, limit),
    sequence: (name) => journal.sequence(name),
    document: (key) => journal.document(key),
    documents: (filter) => journal.documents(filter),
    mark: (key) => journal.mark(key),
    orders: (after) => journal.orders(after),
    events: (id) => journal.events(id),
    notes: (id) => journal.notes(id),
    changed: (place, limit) => journal.changed(place, limit),
    next: () => journal.next(),
    depth: (now) => journal.depth(now),
    closed: (before, limit) => journal.closed(before, limit),
    compact: (id, expectedVersion, snapshot) => journal.compact(id, expectedVersion, snapshot),
    close: () => journal.close(),
  };
}
