// Bouncy Castle and JavaMail, which OpenAS2 and others are built on, as the other side. Needs Java with its compiler and Debian's
// libbcmail-java, libbcpkix-java and libmail-java.
//
//   npx vitest run --config scripts/engines.config.mjs bouncycastle
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { As2Partner } from '@dist/connectors/node/as2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { order, packed, pairOf, parties } from '../parties.ts';

const jars = ['bcmail', 'bcpkix', 'bcutil', 'bcprov', 'javax.mail', 'javax.activation', 'activation'];
const classPath = jars.map((name) => `/usr/share/java/${name}.jar`).filter((path) => existsSync(path));
const isHere = classPath.length >= 6 && spawnSync('java', ['-version']).status === 0;
const title = isHere ? 'Bouncy Castle' : 'Bouncy Castle (skipped: there is no Java with it)';

const agreements: Readonly<Record<string, Partial<As2Partner>>> = {
  signed: { encrypt: false },
  encrypted: { sign: false },
  both: {},
  'both-sha512-aes128': { sign: 'sha-512', encrypt: 'aes-128-cbc' },
  'both-base64': { transferEncoding: 'base64' },
  'compressed-before': { compress: 'before-signing' },
  'compressed-after': { compress: 'after-signing' },
  'compressed-after-base64': { compress: 'after-signing', transferEncoding: 'base64' },
  'compressed-only': { compress: 'before-signing', sign: false, encrypt: false },
};
const aes256 = '2.16.840.1.101.3.4.1.42';
const makings: Readonly<Record<string, readonly [encoding: string, layers: string]>> = {
  'of-signed': ['binary', 'sign:SHA256withRSA'],
  'of-signed-base64': ['base64', 'sign:SHA1withRSA'],
  'of-signed-7bit': ['7bit', 'sign:SHA256withRSA'],
  'of-pss': ['binary', 'sign:SHA256withRSAandMGF1'],
  'of-encrypted': ['binary', `encrypt:${aes256}`],
  'of-triple-des': ['binary', 'sign:SHA1withRSA,encrypt:1.2.840.113549.3.7'],
  'of-both': ['binary', `sign:SHA384withRSA,encrypt:${aes256}`],
  'of-both-base64': ['base64', `sign:SHA512withRSA,encrypt:2.16.840.1.101.3.4.1.2`],
  'of-compressed-before': ['binary', `compress,sign:SHA256withRSA,encrypt:${aes256}`],
  'of-compressed-after': ['binary', `sign:SHA256withRSA,compress,encrypt:${aes256}`],
  'of-compressed': ['binary', 'compress'],
};

describe.skipIf(!isHere)(title, () => {
  const folder = mkdtempSync(join(tmpdir(), 'as2-java-'));
  const said = new Map<string, string>();
  const checks = new Map<string, string | undefined>();
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(async () => {
    for (const [name, { certificate, privateKey }] of Object.entries(await parties())) {
      writeFileSync(join(folder, `${name}.crt`), certificate);
      writeFileSync(join(folder, `${name}.key`), privateKey);
    }
    writeFileSync(join(folder, 'content.bin'), order);
    for (const [name, agreed] of Object.entries(agreements)) {
      const { headers, body, checks: own } = await packed((await pairOf({ agreed })).seller, order);
      const header = Object.entries(headers).map(([field, value]) => `${field}: ${value}\r\n`);
      writeFileSync(join(folder, `${name}.eml`), Buffer.concat([Buffer.from(`${header.join('')}\r\n`), body]));
      checks.set(name, own.find(({ hash }) => hash === 'sha-256')?.digest);
    }
    const tasks = [
      ...Object.keys(agreements).map((name) => `open ${name}`),
      ...Object.entries(makings).map(([name, [encoding, layers]]) => `make ${name} ${encoding} ${layers}`),
    ];
    writeFileSync(join(folder, 'tasks.txt'), tasks.join('\n'));
    const source = join(import.meta.dirname, 'Interop.java');
    const { stdout, stderr } = spawnSync('java', ['-cp', classPath.join(':'), source, folder], { encoding: 'utf8' });
    for (const line of stdout.trim().split('\n')) said.set(line.split(' ')[0] ?? '', line.split(' ')[1] ?? '');
    expect(said.size, stderr).toBe(tasks.length);
  }, 120_000);

  it.each(Object.keys(agreements))('reads what we write: %s', (name) => {
    const agreed = agreements[name] ?? {};
    const layers = (said.get(name) ?? '').split(',');
    expect(layers.map((layer) => layer.split(':')[0])).toEqual([
      ...(agreed.encrypt === false ? [] : ['encrypted']),
      ...(agreed.compress === 'after-signing' ? ['compressed'] : []),
      ...(agreed.sign === false ? [] : ['signed']),
      ...(agreed.compress === 'before-signing' ? ['compressed'] : []),
    ]);
    expect(new Uint8Array(readFileSync(join(folder, `${name}.out`)))).toEqual(order);
    if (agreed.sign !== false)
      expect(layers.find((layer) => layer.startsWith('signed'))).toBe(`signed:${checks.get(name)}`);
  });

  it.each(Object.keys(makings))('writes what we read: %s', async (name) => {
    const [encoding, layers = ''] = makings[name] ?? [];
    const { buyer } = await pairOf({ back: { requires: { signature: false, encryption: false } } });
    const bytes = readFileSync(join(folder, `${name}.eml`));
    const end = bytes.indexOf('\r\n\r\n');
    const lines = bytes
      .subarray(0, end)
      .toString()
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n');
    const fields = lines.map((line) => line.split(/: (.*)/s, 2) as [string, string]);
    const headers = { ...Object.fromEntries(fields), 'AS2-From': 'SELLER', 'AS2-To': 'BUYER', 'Message-ID': '<1@x>' };
    const opened = await buyer.open({ headers, body: new Uint8Array(bytes.subarray(end + 4)) });
    // Signed as text, each line ends in CRLF: that is what the signature is over.
    const canonical = Buffer.from(Buffer.from(order).toString().replaceAll('\n', '\r\n'));
    const content = encoding === '7bit' ? new Uint8Array(canonical) : order;
    expect(opened).toMatchObject({ status: 'message', content, fileName: '850.edi' });
    expect(opened).toMatchObject({ compressed: layers.includes('compress') });
    expect(opened).toMatchObject({ signedBy: layers.includes('sign') ? '0B' : undefined });
    if (said.get(name) !== 'none' && encoding !== '7bit' && layers.includes('SHA256')) {
      expect(opened).toMatchObject({ check: { hash: 'sha-256', digest: said.get(name) } });
    }
  });
});
