// DATABASE_URL=… npm --silent --prefix examples/on-postgres start: orders of several processes on one PostgreSQL journal.
import { databaseUrl } from './database-url.ts';
import { run } from './run.ts';

try {
  await run(databaseUrl(process.env), (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
