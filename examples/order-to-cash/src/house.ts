import {
  createGateway,
  type DocumentTransport,
  erpPerformers,
  type Gateway,
  shopPerformers,
} from '@dist/connectors/gateway';
import { enrichmentPerformer, type Note, type Policy } from '@dist/orchestration';
import { createRuntime, type Journal, type LaneGuard, type Runtime } from '@dist/orchestration/runtime';
import { clock } from './clock.ts';
import { type Counterparties, startCounterparties } from './counterparties-process.ts';
import { type Estate, openEstate } from './estate/open-estate.ts';
import { type OpenShop, openShop } from './estate/open-shop.ts';
import { samplesFolder } from './input-files.ts';
import { mailboxes } from './mailboxes.ts';
import { masterData, masterDataFile } from './master-data.ts';
import { openJournal } from './open-journal.ts';
import { type Options, own } from './options.ts';
import { otherEffects } from './other-effects.ts';
import { loadPartners } from './partners.ts';
import { examplePolicy } from './policy.ts';
import { sampleShop } from './sample-shop.ts';
import type { World } from './world.ts';

/** What of the options the house is built by. */
export type HouseOptions = Pick<Options, 'files' | 'usage' | 'system' | 'shop' | 'erp'>;

/** What another program may put in its place. */
export interface HouseSettings {
  readonly onNote: (note: Note) => void;
  /** Makes of the example's policy its own one. */
  readonly policy?: ((example: Policy) => Policy) | undefined;
  /** Makes of the mailboxes its own transport. */
  readonly transport?: ((mailboxes: DocumentTransport) => DocumentTransport) | undefined;
  /** Says what stops or slows its lanes; nothing does when absent. */
  readonly limits?: ((journal: Journal, policy: Policy) => LaneGuard) | undefined;
}

/** A house that is wired and at rest: nothing is received, performed or followed until it is asked to. */
export interface House {
  readonly journal: Journal;
  readonly runtime: Runtime;
  readonly gateway: Gateway;
  readonly policy: Policy;
  readonly estate: Estate;
  readonly shop: OpenShop;
  /** Ends the process of the counterparties and closes the journal. The world stays with whom it was opened by. */
  close(): Promise<void>;
}

/**
 * Puts the packages together over a world: journal, counterparties, gateway, ERP, shop, runtime, with what a process that was
 * killed left taken back. Throws a WorldFault where the folder holds no journal or the counterparties do not start.
 */
export async function openHouse(options: HouseOptions, world: World, settings: HouseSettings): Promise<House> {
  const journal = openJournal(world);
  let counterparties: Counterparties | undefined;
  const close = async () => {
    await counterparties?.stop();
    await journal.close();
  };
  try {
    counterparties = await openCounterparties(options, world);
    return { ...(await wire(options, world, settings, { journal, counterparties })), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openCounterparties(options: HouseOptions, world: World): Promise<Counterparties> {
  const { delay, step, silence } = options.erp;
  return startCounterparties({
    directory: world.counterparties,
    master: masterDataFile,
    samples: [samplesFolder, ...options.files.filter((file) => file.endsWith('.json'))],
    delay,
    step,
    silence,
    system: options.system === own.erp ? undefined : options.system,
    shop: options.shop === own.shop ? undefined : options.shop,
  });
}

async function wire(
  options: HouseOptions,
  world: World,
  settings: HouseSettings,
  { journal, counterparties }: { readonly journal: Journal; readonly counterparties: Counterparties },
): Promise<Omit<House, 'close'>> {
  const folders = mailboxes(world.documents);
  await folders.clean();
  const shop = await openShop(options, counterparties.shop);
  const gateway = createGateway({
    journal,
    partners: loadPartners(options.usage),
    shops: [{ id: sampleShop.id, orders: shop.orders }],
    usage: options.usage,
    transport: settings.transport?.(folders) ?? folders,
    clock,
  });
  const estate = await openEstate(options, counterparties.erp);
  const example = examplePolicy(estate.name, options.erp.timeout);
  const policy = settings.policy?.(example) ?? example;
  const runtime = createRuntime({
    journal,
    policy,
    clock,
    worker: 'order-to-cash',
    timeouts: { 'erp.submit': options.erp.timeout },
    onNote: settings.onNote,
    limits: settings.limits?.(journal, policy),
    performers: {
      'order.enrich': enrichmentPerformer(masterData()),
      // Without its policy: what stands in for an ERP has no queue in which a request could wait for minutes.
      ...erpPerformers({ [estate.name]: { orders: estate.erp.orders } }),
      ...shopPerformers(shop.channel),
      ...gateway.performers,
      ...otherEffects,
    },
  });
  await runtime.recover();
  return { journal, runtime, gateway, policy, estate, shop };
}
