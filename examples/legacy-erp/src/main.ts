// npm --prefix examples/legacy-erp start: an order goes to the ERP as a file and comes back as shipment and invoice.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileMailbox } from '@dist/connectors/node/files';
import { legacyErp } from './legacy-erp.ts';
import { madeUpErp } from './made-up-erp.ts';
import { sampleOrder } from './sample-order.ts';

const root = mkdtempSync(join(tmpdir(), 'legacy-erp-'));
await main();
rmSync(root, { recursive: true });

async function main(): Promise<void> {
  const theirs = madeUpErp(root, ['AX-100', 'AX-200'], () => `${new Date().toISOString().slice(0, 19)}Z`);
  const folder = (name: string) => fileMailbox(join(root, name));
  const erp = legacyErp({ orders: folder('orders'), imported: folder('imported'), exports: folder('exports') });
  const call = { key: 'northfield/4711/submit/1', externalReference: 'northfield.4711' };

  const outcome = await erp.orders.submit(sampleOrder, call);
  print('submitted', outcome.status);
  print('before its run', await stateOf());
  theirs.importOrders();
  print('imported, nothing exported', await stateOf());
  theirs.writeExports();
  print('exported', await stateOf());
  theirs.ship('SO000001');
  theirs.writeExports();
  print('shipped', await stateOf());
  for await (const page of erp.shipments.list())
    if (page.ok) print('shipments', page.items.map((one) => one.shipmentId).join());
  for await (const page of erp.invoices.list()) {
    if (page.ok) print('invoices', page.items.map((one) => `${one.number} ${one.total} ${one.currency}`).join());
  }
  const again = await erp.orders.submit(sampleOrder, call);
  print('submitted again', again.status);

  async function stateOf(): Promise<string> {
    const found = await erp.orders.find(call.externalReference);
    return found.status === 'found' ? `${found.order.number}: ${found.order.phase}` : found.status;
  }
}

function print(what: string, state: string): void {
  process.stdout.write(`${what.padEnd(28)}${state}\n`);
}
