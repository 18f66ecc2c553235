import { expect, it } from 'vitest';
import { postgresServer } from '../postgres/postgres-server.ts';
import { builtWorker } from './built-worker.ts';
import { deployed } from './deployed.ts';

it('an order in PostgreSQL that waits through a deployment ends under the code that came', async () => {
  const server = await postgresServer();
  try {
    const store = { kind: 'postgres', ...server.connection, schema: 'deployed' } as const;
    const { faults, checked } = await deployed(await builtWorker('deployed-postgres'), store);
    expect(faults).toEqual([]);
    expect(checked).toContain('northfield/PO-2');
  } finally {
    await server.stop();
  }
});
