import { openCounterparties } from './open-counterparties.ts';
import { readSettings } from './settings.ts';

// The process of the counterparties: says in one line of JSON where it listens, and ends when its standard input closes,
// which it does when the process that started this one is gone, however that ended.
const counterparties = await openCounterparties(readSettings(process.argv.slice(2))).catch((error: Error) => {
  process.stderr.write(`counterparties: ${error.message}\n`);
  process.exit(1);
});
process.stdout.write(`${JSON.stringify({ erp: counterparties.erp, shop: counterparties.shop })}\n`);
process.stdin.resume().once('close', async () => {
  await counterparties.close();
  process.exit(0);
});
