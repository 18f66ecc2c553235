import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../src/run.ts';
import { type PostgresServer, postgresServer } from './postgres-server.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await postgresServer();
});
afterAll(() => server.stop());

describe('the example on a real PostgreSQL', () => {
  it('prints what the README shows, several times in one database, and leaves nothing behind', async () => {
    const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    for (let round = 0; round < 3; round++) {
      const lines: string[] = [];
      await run(server.url, (line) => lines.push(line));
      expect(readme).toContain(`\`\`\`text\n${lines.join('\n')}\n\`\`\``);
    }
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'dist%'");
    await client.end();
    expect(rows).toEqual([]);
  });
});
