import { Order } from '@dist/canonical';
import { createGateway, erpPerformers, shopPerformers } from '@dist/connectors/gateway';
import { referenceErp } from '@dist/connectors/reference-erp';
import { orderMap, shopify } from '@dist/connectors/shopify';
import { compile, json } from '@dist/mapping';
import { enrichmentPerformer } from '@dist/orchestration';
import { createRuntime } from '@dist/orchestration/runtime';
import { sqliteJournal } from '@dist/orchestration/sqlite';
import { clock } from './clock.ts';
import { closingTable } from './closing-table.ts';
import type { Output } from './console-output.ts';
import { type Counterparties, startCounterparties } from './counterparties-process.ts';
import { inputFiles, samplesFolder } from './input-files.ts';
import { mailboxes } from './mailboxes.ts';
import { masterData, masterDataFile } from './master-data.ts';
import { openDatabase } from './open-database.ts';
import type { Options } from './options.ts';
import { loadPartners } from './partners.ts';
import { policy } from './policy.ts';
import { type InputReport, receiveInputs } from './receive-inputs.ts';
import { type RunReport, toReport } from './report.ts';
import { sampleShop } from './sample-shop.ts';
import { noteNews, settle } from './settle.ts';
import { timeline } from './timeline.ts';
import { openWorld, type World, WorldFault } from './world.ts';

/** The whole run. Answers the exit code. */
export async function run(options: Options, output: Output): Promise<number> {
  let world: ReturnType<typeof openWorld>;
  try {
    world = openWorld(options.out, options.fresh);
  } catch (error) {
    if (!(error instanceof WorldFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  const { delay, step, silence } = options.erp;
  const counterparties = await startCounterparties({
    directory: world.counterparties,
    master: masterDataFile,
    samples: [samplesFolder, ...options.files.filter((file) => file.endsWith('.json'))],
    delay,
    step,
    silence,
  });
  try {
    return await runWith(options, output, world, counterparties);
  } finally {
    await counterparties.stop();
    world.close();
  }
}

async function runWith(
  options: Options,
  output: Output,
  world: World,
  counterparties: Counterparties,
): Promise<number> {
  const database = openDatabase(world.journal);
  const journal = sqliteJournal(database);
  const transport = mailboxes(world.documents);
  await transport.clean();
  const gateway = createGateway({
    journal,
    partners: loadPartners(),
    shops: [{ id: sampleShop.id, orders: shopOrders() }],
    usage: 'P',
    transport,
    clock,
  });
  const erp = referenceErp({ baseUrl: counterparties.erp, timeoutMs: options.erp.timeout });
  const channel = shopify({
    baseUrl: counterparties.shop,
    accessToken: sampleShop.token,
    apiVersion: sampleShop.apiVersion,
  });
  const news = { last: Date.now() };
  const runtime = createRuntime({
    journal,
    policy,
    clock,
    worker: 'order-to-cash',
    onNote: noteNews(news, timeline(output)),
    performers: {
      'order.enrich': enrichmentPerformer(masterData()),
      ...erpPerformers({ reference: erp }),
      ...shopPerformers(channel),
      ...gateway.performers,
    },
  });
  await runtime.recover();
  const inputs = await receiveInputs(inputFiles(options.files, options.folder), {
    gateway,
    runtime,
    output,
    shop: sampleShop,
  });
  const followed = { erp: 'reference', events: erp.events, journal };
  const settled = await settle({ journal, runtime, policy, erp: followed, clock, pause: 15, patience: 20_000 }, news);
  const report = await toReport(journal, inputs, policy);
  await journal.close();
  database.close();
  tell(report, settled, options, output);
  return exitCode(report, inputs, settled);
}

function shopOrders() {
  const compiled = compile(orderMap, { native: json(), canonical: Order });
  if (!compiled.ok) throw new Error(`The map of shop orders does not compile: ${compiled.issues[0]?.message}`);
  return compiled.value;
}

function tell(report: RunReport, settled: boolean, options: Options, output: Output): void {
  if (options.json) process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  closingTable(report.orders, output);
  output.line();
  const files = report.orders.flatMap((order) => order.documents).filter((document) => document.file !== null).length;
  output.line(`${report.orders.length} orders, ${files} documents under ${options.out}/documents`);
  if (!settled)
    process.stderr.write('Some orders did not come to rest in time; run the same command again to go on.\n');
}

/** 1 where a file could not be read or a document could not be written; what a 997 refuses is normal business. */
function exitCode({ orders }: RunReport, inputs: readonly InputReport[], settled: boolean): number {
  const unreadable = inputs.some((input) => !input.readable);
  const unwritten = orders.some((order) => order.phase === 'parked');
  return unreadable || unwritten || !settled ? 1 : 0;
}
