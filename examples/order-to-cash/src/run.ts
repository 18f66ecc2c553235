import { clock } from './clock.ts';
import { closingTable } from './closing-table.ts';
import type { Output } from './console-output.ts';
import { type House, openHouse } from './house.ts';
import { inputFiles } from './input-files.ts';
import { type Options, own } from './options.ts';
import { type InputReport, receiveInputs } from './receive-inputs.ts';
import { receiveListedOrders } from './receive-listed-orders.ts';
import { releaseHolds } from './release-holds.ts';
import { type RunReport, toReport } from './report.ts';
import { sampleShop } from './sample-shop.ts';
import { noteNews, settle } from './settle.ts';
import { timeline } from './timeline.ts';
import { openWorld, type World } from './world.ts';
import { worldFault } from './world-fault.ts';

/** The whole run. Answers the exit code. */
export async function run(options: Options, output: Output): Promise<number> {
  try {
    const world = openWorld(options.out, options.fresh);
    try {
      return await runIn(world, options, output);
    } finally {
      world.close();
    }
  } catch (error) {
    const fault = worldFault(error, options.out);
    if (fault === undefined) throw error;
    process.stderr.write(`${fault}\n`);
    return 1;
  }
}

async function runIn(world: World, options: Options, output: Output): Promise<number> {
  const news = { last: Date.now() };
  const house = await openHouse(options, world, { onNote: noteNews(news, timeline(output)) });
  try {
    return await runWith(options, output, house, news);
  } finally {
    await house.close();
  }
}

async function runWith(options: Options, output: Output, house: House, news: { last: number }): Promise<number> {
  const { journal, runtime, gateway, policy, estate, shop } = house;
  let isReleased = true;
  for (const id of options.release) {
    if (!(await releaseHolds(id, { journal, runtime, policy }, clock()))) isReleased = false;
  }
  // Who releases an order and names no files wants nothing else to come in.
  const isReleaseOnly = options.release.length > 0 && options.files.length === 0;
  const files = isReleaseOnly ? [] : inputFiles(options.files, options.folder, options.shop === own.shop);
  const inputs = await receiveInputs(files, { gateway, runtime, output, shop: sampleShop });
  await receiveListedOrders({ id: sampleShop.id, listed: shop.listed }, { gateway, runtime, output });
  const follow = () => estate.follow(journal, runtime);
  const settled = await settle({ journal, runtime, policy, follow, clock, pause: 15, patience: 20_000 }, news);
  const report = await toReport(journal, inputs, policy);
  tell(report, settled, options, output);
  return isReleased ? exitCode(report, inputs, settled) : 1;
}

function tell(report: RunReport, settled: boolean, options: Options, output: Output): void {
  if (options.json) process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  closingTable(report.orders, output);
  output.line();
  const answers = report.files.filter((file) => file.acknowledgment !== null && file.status !== 'seen').length;
  const files = report.orders.flatMap((order) => order.documents).filter((document) => document.file !== null).length;
  output.line(
    `${report.orders.length} orders with ${files} documents, ${answers} acknowledgments now: ${options.out}/documents`,
  );
  if (!settled)
    process.stderr.write('Some orders did not come to rest in time; run the same command again to go on.\n');
}

/** 1 where something needs a person; what a 997 refuses is normal business. */
function exitCode({ orders }: RunReport, inputs: readonly InputReport[], settled: boolean): number {
  const unread = inputs.some(({ readable, status, acknowledgment }) => {
    return !readable || status === 'quarantined' || (status === 'rejected' && acknowledgment === undefined);
  });
  const unwritten = orders.some((order) => order.phase === 'parked');
  return unread || unwritten || !settled ? 1 : 0;
}
