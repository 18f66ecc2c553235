// npm --silent --prefix examples/replay start: an order whose ship notice is refused, on a SQLite file in a temporary folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demonstrate } from './demonstrate.ts';
import { openPartnerEndpoint } from './partner-endpoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'dist-replay-'));
const endpoint = await openPartnerEndpoint();
try {
  const print = (line: string) => process.stdout.write(`${line}\n`);
  await demonstrate({ file: join(folder, 'orders.sqlite'), endpoint, print });
} finally {
  await endpoint.close();
  rmSync(folder, { recursive: true, force: true });
}
