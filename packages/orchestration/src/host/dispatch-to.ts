import type { Runtime } from '../runtime/create-runtime.ts';
import type { Journal } from '../runtime/journal.ts';
import type { Host } from './host.ts';

/**
 * The `dispatch` of a runtime on a host, for what takes one (a gateway's `receive`). Events go to their orders first,
 * then what comes with them is committed to the records, then deliveries are handed over: killed in between, the sender
 * comes again and finds its events known. A conflict is the answer; the events stay, as they are facts.
 */
export function dispatchTo(host: Host, records: Journal): Pick<Runtime, 'dispatch'> {
  return {
    async dispatch(dispatches, batch = {}) {
      for (const { id, events } of 'id' in dispatches ? [dispatches] : dispatches) {
        if (events.length > 0) await host.dispatch(id, events);
      }
      const { effects = [], ...rest } = batch;
      const result = Object.keys(rest).length === 0 ? ({ status: 'appended' } as const) : await records.append(rest);
      if (result.status === 'appended' && effects.length > 0) await host.deliver(effects);
      return result;
    },
  };
}
