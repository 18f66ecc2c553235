import { type OrderEvent, type OrderState, phase } from '@dist/orchestration';
import { createRuntime, loadOrder, type Report } from '@dist/orchestration/runtime';
import { sqliteJournal } from '@dist/orchestration/sqlite';
import Database from 'libsql';
import { housePerformers, housePolicy } from './made-up-house.ts';

const id = 'northfield/4711';

/** A process that lives as long as its journal is open; what it knows of the order is all in the file. */
export interface House {
  /** An event of this instant; its key names it, so that it counts once however often it comes. */
  event(report: Report, key: string): OrderEvent;
  /** Brings events to the order and does all that is due. */
  take(...events: readonly OrderEvent[]): Promise<void>;
  state(): Promise<OrderState>;
  phase(): Promise<string>;
  close(): Promise<void>;
}

/** Opens the journal in a file, as after a start of the process. */
export async function openHouse(file: string, endpoint: string, clock: () => string): Promise<House> {
  const database = new Database(file);
  const journal = sqliteJournal(database);
  const performers = housePerformers(endpoint);
  const runtime = createRuntime({ journal, performers, clock, policy: housePolicy, worker: 'worker-1' });
  await runtime.recover();
  const state = async () => {
    const known = await loadOrder(journal, id, housePolicy);
    if (known === undefined) throw new Error(`there is no order ${id}`);
    return known.state;
  };
  return {
    event: (report, key) => ({ ...report, key, at: clock(), v: 2 }) as OrderEvent,
    take: async (...events) => {
      await runtime.dispatch({ id, events });
      for (let done = 1; done > 0; ) done = await runtime.work();
    },
    state,
    phase: async () => phase(await state()),
    close: async () => {
      await runtime.stop();
      await journal.close();
      database.close();
    },
  };
}
