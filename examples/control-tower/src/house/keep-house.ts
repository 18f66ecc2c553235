import { setTimeout as sleep } from 'node:timers/promises';
import { consoleOutput } from '@dist/example-order-to-cash/console-output';
import { type House, openHouse } from '@dist/example-order-to-cash/house';
import { inputFiles } from '@dist/example-order-to-cash/input-files';
import { own } from '@dist/example-order-to-cash/options';
import { receiveInputs } from '@dist/example-order-to-cash/receive-inputs';
import { sampleShop } from '@dist/example-order-to-cash/sample-shop';
import { openWorld } from '@dist/example-order-to-cash/world';
import type { Note } from '@dist/orchestration';
import { laneGuard } from '@dist/orchestration/runtime';
import { type Outage, stagedOutage } from './outage.ts';
import { towerPolicy } from './tower-policy.ts';

/** What a kept house is told. */
export interface HouseKeeping {
  /** Where everything of it lies; `.control-tower` when absent. One process keeps a folder. */
  readonly folder?: string | undefined;
  /** Its abort ends the house. */
  readonly signal: AbortSignal;
  readonly onNote?: ((note: Note) => void) | undefined;
  /** Told of a fault of the journal or of what the ERP reports; the house goes on. It must not throw. */
  readonly onError: (error: unknown) => void;
  /** How the reference ERP behaves: milliseconds, and every how many orders it does not answer. */
  readonly erp?: { readonly delay: number; readonly step: number; readonly silence: number; readonly timeout: number };
}

/** A house that works. */
export interface KeptHouse extends Omit<House, 'close'> {
  /** The mailbox that is closed at first. */
  readonly outage: Outage;
  /**
   * Resolves once the signal has aborted and nothing of the house is left: no process, no open file, no lock. Rejects, with as
   * little left, where the samples could not be brought in.
   */
  readonly ended: Promise<void>;
}

/** The partner whose mailbox is closed at first. */
const closed = 'harborline';
/** By this the journal knows that the samples were brought in. */
const broughtIn = 'control-tower/samples';
/** Milliseconds between two questions to the ERP for what is new. */
const followMs = 250;

/**
 * Opens the order-to-cash house in a folder, brings the sample inputs in once, and keeps working until the signal aborts.
 * Throws a WorldFault where the folder cannot be used.
 */
export async function keepHouse(keeping: HouseKeeping): Promise<KeptHouse> {
  const { folder = '.control-tower', erp = { delay: 20, step: 10, silence: 7, timeout: 1500 } } = keeping;
  const world = openWorld(folder, false);
  try {
    const outage = stagedOutage(folder, closed);
    const { close, ...house } = await openHouse(
      { files: [], usage: 'P', system: own.erp, shop: own.shop, erp },
      world,
      {
        onNote: (note) => keeping.onNote?.(note),
        policy: (example) => towerPolicy(example, closed),
        transport: outage.over,
        limits: (journal, policy) => laneGuard({ journal, policy }),
      },
    );
    const ended = live(house, outage, keeping)
      .finally(close)
      .finally(() => world.close());
    return { ...house, outage, ended };
  } catch (error) {
    world.close();
    throw error;
  }
}

async function live(house: Omit<House, 'close'>, outage: Outage, keeping: HouseKeeping): Promise<void> {
  const { signal, onError } = keeping;
  await bringIn(house, outage);
  await Promise.all([house.runtime.run({ signal, onError }), follow(house, signal, onError)]);
}

/** The mark comes last: killed before it, the samples are brought in again, and the gateway has seen them. */
async function bringIn({ journal, gateway, runtime }: Omit<House, 'close'>, outage: Outage): Promise<void> {
  if ((await journal.mark(broughtIn)) !== undefined) return;
  outage.begin();
  const output = consoleOutput(process.stdout, true);
  await receiveInputs(inputFiles([], '', true), { gateway, runtime, output, shop: sampleShop });
  await runtime.dispatch([], { marks: [{ key: broughtIn, expected: undefined, value: 'yes' }] });
}

async function follow(
  { estate, journal, runtime }: Omit<House, 'close'>,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    await estate.follow(journal, runtime).catch(onError);
    await sleep(followMs, undefined, { signal }).catch(() => undefined);
  }
}
