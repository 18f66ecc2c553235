import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { SftpServer } from '@dist/connectors/node/sftp';
import { type Child, startChild } from '../../../orchestration/test/engines/hosts/child.ts';
import { freePort } from '../../../orchestration/test/engines/hosts/free-port.ts';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';

/** OpenSSH on a free port of this machine, for the user who runs it, with keys of its own. */
export interface Sshd {
  readonly server: SftpServer;
  /** A private key that it takes, one that has a passphrase, and one that it does not know. */
  readonly keys: { readonly known: string; readonly locked: string; readonly stranger: string };
  readonly passphrase: string;
  readonly hostKey: string;
  /** Ends it with all its connections and starts it anew, with another host key where that is said. */
  restart(hostKey?: 'another'): Promise<string>;
  log(): string;
  stop(): Promise<void>;
}

/**
 * `subsystem` is what follows `internal-sftp`: `-R` reads only, `-P posix-rename` denies an extension. `further` are lines of
 * its configuration.
 */
export async function startSshd(subsystem = '', further = ''): Promise<Sshd> {
  const folder = mkdtempSync(join(tmpdir(), 'sshd-'));
  const at = (name: string) => join(folder, name);
  const passphrase = 'a passphrase (sample)';
  for (const name of ['host', 'another', 'known', 'stranger']) generate(at(name), '');
  generate(at('locked'), passphrase);
  writeFileSync(at('authorized'), ['known', 'locked'].map((name) => readFileSync(at(`${name}.pub`), 'utf8')).join(''));
  const port = await freePort();
  let child: Child | undefined;
  const start = async (hostKey: string) => {
    writeFileSync(at('config'), configuration(folder, { port, hostKey, subsystem, further }));
    // The path of the log must be absolute: with another one every connection is reset.
    child = startChild('/usr/sbin/sshd', ['-D', '-f', at('config'), '-E', at('log')], at('output'));
    await realTime.until('sshd answers', () => answers(port));
    return fingerprintOf(at(hostKey));
  };
  const stop = async () => {
    // Its sessions are processes of their own.
    const sessions = child?.process.pid ? sessionsOf(child.process.pid) : [];
    await child?.stop();
    for (const pid of sessions) endProcess(pid);
  };
  // It changes into this folder before it looks at a login.
  if (userInfo().uid === 0 && !existsSync('/run/sshd')) mkdirSync('/run/sshd', { mode: 0o755 });
  const hostKey = await start('host');
  const keys = { known: readKey(at('known')), locked: readKey(at('locked')), stranger: readKey(at('stranger')) };
  const server = { host: '127.0.0.1', port, username: userInfo().username, hostKeys: [hostKey], timeoutMs: 10_000 };
  return {
    server: { ...server, credentials: [{ privateKey: keys.known }] },
    keys,
    passphrase,
    hostKey,
    restart: async (which) => {
      await stop();
      return await start(which ?? 'host');
    },
    log: () => readFileSync(at('log'), 'utf8'),
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(
  folder: string,
  {
    port,
    hostKey,
    subsystem,
    further,
  }: { readonly port: number; readonly hostKey: string; readonly subsystem: string; readonly further: string },
): string {
  return [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${folder}/${hostKey}`,
    `AuthorizedKeysFile ${folder}/authorized`,
    `PidFile ${folder}/pid`,
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PermitRootLogin prohibit-password',
    'StrictModes no',
    'UsePAM no',
    'LogLevel VERBOSE',
    // Many readers connect at once.
    'MaxStartups 100',
    `Subsystem sftp internal-sftp ${subsystem}`,
    further,
    '',
  ].join('\n');
}

function generate(path: string, passphrase: string): void {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-C', 'sample', '-f', path]);
}

function fingerprintOf(path: string): string {
  const [, fingerprint = ''] = execFileSync('ssh-keygen', ['-lf', `${path}.pub`], { encoding: 'utf8' }).split(' ');
  return fingerprint;
}

function readKey(path: string): string {
  return readFileSync(path, 'utf8');
}

function sessionsOf(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
