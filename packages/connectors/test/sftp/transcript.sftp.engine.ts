import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sftpMailbox } from '@dist/connectors/node/sftp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realTime } from '../../../orchestration/test/engines/hosts/real-time.ts';
import { bytes } from '../files/mailbox-under-test.ts';
import { type Sshd, startSshd } from './sshd.ts';

/** OpenSSH's own server program, which writes down what it is asked. */
const program = '/usr/lib/openssh/sftp-server';

describe.skipIf(!existsSync(program))('what OpenSSH writes down', () => {
  let folder: string;
  let sshd: Sshd;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'transcript-'));
    for (const name of ['in', 'out']) await mkdir(join(folder, name));
    sshd = await startSshd('', `ForceCommand ${program} -l INFO -e 2>>${folder}/log`);
  });
  afterAll(async () => {
    await sshd.stop();
    await rm(folder, { recursive: true });
  });

  it('edge 16 of a file that goes and a file that comes is as recorded', async () => {
    const mailbox = sftpMailbox({
      ...sshd.server,
      root: folder,
      incoming: 'in',
      outgoing: 'out',
      complete: { by: 'rename' },
      now: () => Date.parse('2026-11-27T12:00:00Z'),
    });
    await mailbox.put('855-000000001.edi', bytes('ISA*00*'));
    await writeFile(join(folder, 'in/4711.edi'), 'ISA*00*');
    for await (const file of mailbox.claim()) {
      await file.read();
      await file.settle('archive');
    }
    await mailbox.close();
    const log = () => readFile(join(folder, 'log'), 'utf8');
    await realTime.until('the server has seen the end', async () => (await log()).includes('session closed'));
    await expect(plain(await log())).toMatchFileSnapshot('../../docs/transcripts/sftp.txt');
  });

  /** Without what differs from run to run: the folder, the process, the address, and the random part of names. */
  function plain(log: string): string {
    return log
      .replaceAll(folder, '')
      .replace(/local user \S+ from \S+/g, 'local user seller from 127.0.0.1')
      .replace(/\[\d+\]/g, '')
      .replace(/\.(?:[0-9a-f]{12}|[0-9a-f]{32})\.part/g, '.<unique>.part')
      .replace(/\.[^./]+\.[0-9a-f]{12}\.(?=\d+\.)/g, '.<reader>.')
      .replace(/\.[0-9a-f]{12}\.(?=\d+\.edi)/g, '.<unique>.')
      .replaceAll('\r', '');
  }
});
