import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL of its own in a new folder, reached by a socket there. */
export interface PostgresServer {
  /** Where clients find it: `new pg.Pool({ ...server.connection, max: 16 })`. */
  readonly connection: { readonly host: string; readonly user: string; readonly database: string };
  readonly version: string;
  /** SIGKILL to the first process of the server: what a machine that fails would do to it. */
  kill(): Promise<void>;
  /** Starts it again on the same data. */
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** The folder with `initdb` and `postgres`; undefined when there is no PostgreSQL here. `POSTGRES_BIN` names another one. */
function postgresFolder(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    process.env['POSTGRES_BIN'] ?? '',
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ];
  return folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb')));
}

/** Makes a cluster and starts it. Nothing of it is outside its folder, and no port is opened. */
export async function postgresServer(settings: readonly string[] = []): Promise<PostgresServer> {
  const programs = postgresFolder();
  if (programs === undefined) throw new Error('There is no PostgreSQL here: apt-get install postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const owner = ownerOf();
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder, stdio: 'ignore' } as const;
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    options,
  );
  const connection = { host: folder, user: 'postgres', database: 'postgres' };
  const given = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=200', ...settings];
  const args = ['-D', data, ...given.flatMap((setting) => ['-c', setting])];
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    for (let tries = 1; ; tries++) {
      server = spawn(join(programs, 'postgres'), args, options);
      // Orphans of a server that was killed hold its memory for a moment, and a new one does not start before.
      if (await answers(connection, server)) return;
      if (tries === 50) throw new Error('The server does not start.');
    }
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    if (server?.exitCode !== null || !server.kill(signal)) return;
    await ended;
  };
  await start();
  return {
    connection,
    version: execFileSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' }).trim(),
    kill: () => end('SIGKILL'),
    start,
    stop: async () => {
      // It waits for connections that are just being closed.
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root. */
function ownerOf(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Asks until the server answers, or has ended. */
async function answers(connection: PostgresServer['connection'], server: ChildProcess): Promise<boolean> {
  while (server.exitCode === null) {
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2000 });
    const isThere = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end();
    if (isThere) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
