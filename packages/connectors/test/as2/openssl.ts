import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The version of the openssl program; undefined where there is none of OpenSSL 3 or newer. */
export const opensslVersion: string | undefined = /^OpenSSL (?:[3-9]|\d\d)\..*/.exec(said('version'))?.[0];

/** Whether it has the ciphers that are no longer safe. */
export const hasLegacyCiphers = said('list -providers -provider legacy').includes('legacy');

function said(command: string): string {
  return spawnSync('openssl', command.split(' '), { encoding: 'utf8' }).stdout ?? '';
}

/** A folder in which openssl reads and writes files by their names. */
export interface OpensslFolder {
  write(name: string, content: string | Uint8Array): void;
  read(name: string): Uint8Array;
  /** Runs a command written as at a prompt; an error holds what openssl prints. */
  run(command: string): string;
  remove(): void;
}

/** A new folder. */
export function opensslFolder(): OpensslFolder {
  const folder = mkdtempSync(join(tmpdir(), 'as2-'));
  return {
    write: (name, content) => writeFileSync(join(folder, name), content),
    read: (name) => new Uint8Array(readFileSync(join(folder, name))),
    run: (command) => {
      const { status, stdout, stderr } = spawnSync('openssl', command.split(' '), { cwd: folder, encoding: 'utf8' });
      if (status !== 0) throw new Error(`openssl ${command}: ${stderr}`);
      return stdout + stderr;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
