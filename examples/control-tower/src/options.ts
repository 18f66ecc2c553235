import { parseArgs } from 'node:util';
import type { Role } from './server/user.ts';

/** What the command was told. */
export interface TowerOptions {
  /** 0 takes one that is free. */
  readonly port: number;
  /** Folder of the run whose orders are shown. */
  readonly out: string;
  /** Address that it listens on. */
  readonly host: string;
  /** Of the developer, where nobody signs in. */
  readonly role?: Role | undefined;
}

export const usage = `The control tower: what happens to each order, on http://localhost.

npm run tower                   keeps the house of the bundled sample orders running, and shows it
npm run tower -- --port 4000    on this port; a free one when absent
npm run tower -- --out DIR      keeps the house in this folder (.control-tower when absent)
npm run tower -- --role viewer  looks without acting (operator when absent)
npm run tower -- --host ADDR    listens there (127.0.0.1 when absent); with sign-in alone, see the README
TOWER_POSTGRES=postgres://… npm run tower
                                shows the orders of a PostgreSQL journal (schema dist) and keeps its own tables there (schema tower)
`;

/** Reads the command line; answers a sentence where it is wrong, and undefined where help was asked for. */
export function readOptions(args: readonly string[]): TowerOptions | string | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '0' },
        out: { type: 'string', default: '.control-tower' },
        host: { type: 'string', default: '127.0.0.1' },
        role: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return undefined;
    const port = Number(values.port);
    if (!/^\d{1,5}$/.test(values.port) || port > 65_535) return `--port is a number up to 65535, not ${values.port}.`;
    const { out, host, role } = values;
    if (role !== undefined && role !== 'viewer' && role !== 'operator')
      return `--role is viewer or operator, not ${role}.`;
    return { port, out, host, role };
  } catch (error) {
    return (error as Error).message;
  }
}
