/**
 * Makes the samples and the master data of the example: `node --import tsx scripts/make-samples.ts`. A second run makes
 * the same bytes. The text is written here and not by the packages, so that reading it proves something.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { files } from './data/orders.ts';
import { interchangeText } from './interchange-text.ts';
import { sampleMasterData } from './sample-master-data.ts';
import { shopOrders } from './shop-order.ts';

const folder = new URL('..', import.meta.url);
mkdirSync(new URL('samples/', folder), { recursive: true });

for (const { name, interchanges } of files) {
  const text = interchanges.map(interchangeText).join('');
  writeFileSync(new URL(`samples/${name}`, folder), text);
  // The buyer's system sends a file a second time, under another name.
  if (name === 'northfield-850-003-two-groups.edi')
    writeFileSync(new URL('samples/northfield-850-003b-resent.edi', folder), text);
}
for (const [name, order] of Object.entries(shopOrders())) writeJson(`samples/${name}`, order);
writeJson('master-data.json', sampleMasterData());

function writeJson(name: string, value: unknown): void {
  // Lists of one short text stay on their line, as the formatter of this repository wants them.
  const text = JSON.stringify(value, null, 2).replace(/\[\n\s+("[^"\n]*")\n\s+\]/g, '[$1]');
  writeFileSync(new URL(name, folder), `${text}\n`);
}
