// Run by `npm run burst`: prints what a burst comes to, and fails when something does not hold.
import { parseArgs } from 'node:util';
import { burstReport } from './burst-report.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, orders: { type: 'string' } } });
const { orders = '50000' } = values;
if (!/^[1-9]\d{2,5}$/.test(orders)) {
  process.stderr.write(`A number of orders from 100 on is expected, not ${JSON.stringify(orders)}.\n`);
  process.exit(2);
}
const report = await burstReport(Number(orders));
process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : `${told(report)}\n`);
process.exit(report.claims.every(({ holds }) => holds) ? 0 : 1);

function told({ orders, partners, arriveWithinSeconds, drainedAfterSeconds, claims }: typeof report): string {
  const first = `${orders} orders of ${partners} partners in ${arriveWithinSeconds} s, drained after ${drainedAfterSeconds} s (simulated)`;
  const rows = claims.map(
    ({ claim, measured, bound, holds }) => `${holds ? 'ok  ' : 'FAIL'} ${claim}: ${measured} (${bound})`,
  );
  return [first, ...rows].join('\n');
}
