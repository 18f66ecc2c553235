// npm --silent --prefix examples/cut-over start: from one ERP to another in five steps, on ERPs in memory.
import Database from 'libsql';
import { cutOver } from './cut-over.ts';
import { madeUpErps } from './made-up-erps.ts';
import { sqliteRouteDirectory } from './sqlite-route-directory.ts';

const customers = ['C-1', 'C-3', 'C-4', 'C-8'];
const database = new Database(':memory:');
await cutOver({
  erps: madeUpErps(customers),
  directory: sqliteRouteDirectory(database),
  customers,
  print: (line) => process.stdout.write(`${line}\n`),
});
database.close();
