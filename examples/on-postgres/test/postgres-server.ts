import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL of its own in a new folder, reached by a socket there: no port is opened. */
export interface PostgresServer {
  readonly url: string;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** Makes a cluster with the programs of Debian, or those in POSTGRES_BIN, and starts it. */
export async function postgresServer(): Promise<PostgresServer> {
  const programs = programsFolder();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const owner = ownerOf();
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const options = { ...owner, cwd: folder, stdio: 'ignore' } as const;
  const data = join(folder, 'data');
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  const args = ['-D', data, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`];
  const server = spawn(join(programs, 'postgres'), args, options);
  const url = `postgresql:///postgres?host=${encodeURIComponent(folder)}&user=postgres`;
  await answers(url, server);
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function programsFolder(): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [process.env['POSTGRES_BIN'] ?? '', ...versions.map((version) => join(debian, version, 'bin'))];
  const found = folders.find((folder) => folder !== '' && existsSync(join(folder, 'initdb')));
  if (found === undefined) throw new Error('There is no PostgreSQL here: apt-get install postgresql');
  return found;
}

/** The server refuses to run as root. */
function ownerOf(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function answers(connectionString: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
    const isThere = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end();
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('The server does not start.');
}
