import { type RouteDirectory, type RoutedSystem, router, type ShadowReport } from '@dist/connectors/router';
import type { MadeUpErps } from './made-up-erps.ts';
import { type CutOverPhase, phases } from './phases.ts';
import { sampleOrder } from './sample-order.ts';

/** What the move is played on. */
export interface Stage {
  readonly erps: MadeUpErps;
  readonly directory: RouteDirectory;
  readonly customers: readonly string[];
  readonly print: (line: string) => void;
}

/** Plays the phases: in each stock is asked for, every customer orders, and all earlier orders are submitted once more. */
export async function cutOver({ erps, directory, customers, print }: Stage): Promise<void> {
  const earlier: Submitted[] = [];
  for (const [index, phase] of phases(customers).entries()) {
    print(`${index + 1}. ${phase.title}`);
    const { erp, differences } = erpOf(phase, erps, directory);
    print(`   stock: ${await stock(erp, phase.isShadowed ? undefined : ['2', '1710'])}`);
    for (const difference of await differences()) print(`   shadow: ${difference}`);
    const orders: Submitted[] = [];
    for (const customer of customers) orders.push(await submit(erp, customer, `sample.${index + 1}.${customer}`));
    print(`   orders: ${orders.map(({ customer, number }) => `${customer} ${number}`).join(', ')}`);
    const again = await Promise.all(earlier.map(({ customer, reference }) => submit(erp, customer, reference)));
    const stayed = again.filter(({ number, status }, at) => status === 'duplicate' && number === earlier[at]?.number);
    if (again.length > 0) print(`   submitted again: ${stayed.length} of ${again.length} are where they were`);
    earlier.push(...orders);
  }
  const { legacy, new: young } = await erps.orders();
  print(`Of ${earlier.length} orders the legacy ERP has ${legacy}, the new one ${young}.`);
}

interface Routed {
  readonly erp: RoutedSystem;
  /** What the shadow says of the first answer, in words; waits for it. */
  readonly differences: () => Promise<readonly string[]>;
}

function erpOf({ policy, isShadowed }: CutOverPhase, { systems }: MadeUpErps, directory: RouteDirectory): Routed {
  if (!isShadowed) return { erp: router({ systems, policy, directory }), differences: async () => [] };
  let tell: (report: ShadowReport) => void = () => undefined;
  const told = new Promise<ShadowReport>((resolve) => {
    tell = resolve;
  });
  const erp = router({ systems, policy, directory, shadow: { system: 'new', report: (report) => tell(report) } });
  return { erp, differences: async () => inWords(await told) };
}

function inWords({ primary, shadow, differences }: ShadowReport): readonly string[] {
  return differences.map((one) => {
    const path = one.path.replace('availability.items.0.', '');
    return `${path} is ${JSON.stringify(one.primary)} in ${primary}, ${JSON.stringify(one.shadow)} in ${shadow}`;
  });
}

interface Submitted {
  readonly customer: string;
  readonly reference: string;
  readonly status: string;
  readonly number: string | undefined;
}

async function submit(erp: RoutedSystem, customer: string, reference: string): Promise<Submitted> {
  const order = sampleOrder(reference, customer);
  const outcome = await erp.orders.submit(order, { key: `${reference}/submit`, externalReference: reference });
  const number = 'order' in outcome ? outcome.order?.number : undefined;
  return { customer, reference, status: outcome.status, number };
}

async function stock(erp: RoutedSystem, locations: readonly string[] | undefined): Promise<string> {
  const found = await erp.inventory.availability({ items: ['AX-100'], locations });
  if (found.status !== 'found') return found.status;
  const numbers = found.availability.items.map(({ location, quantities }) => {
    const { value, unit } = quantities.find(({ type }) => type === 'onHand')?.quantity ?? {};
    return `${value} ${unit} in ${location?.value}`;
  });
  return numbers.join(', ');
}
