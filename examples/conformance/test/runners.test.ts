import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conformance } from '@dist/mapping/testing';
import { describe, expect, it } from 'vitest';
import { partnerFolder, partnerTexts } from '../src/partner-folder.ts';

const here = join(import.meta.dirname, '..');
const texts = partnerTexts(join(here, 'northfield'));
const readme = readFileSync(join(here, 'README.md'), 'utf8');

/** The names of the tests that a partner of these texts does not pass; no documents are drawn. */
function failed(changed: Readonly<Record<string, string>>): string[] {
  const tests = conformance(partnerFolder({ ...texts, ...changed })).filter(({ layer }) => layer !== 'laws');
  return tests.flatMap(({ name, run }) => {
    try {
      run();
      return [];
    } catch {
      return [name];
    }
  });
}

const overlay = texts['overlays/850.json'] ?? '';
const guide = texts['guides/850.json'] ?? '';
const meaning = texts['golden/order.json'] ?? '';

describe('the tests of a partner', () => {
  it('run with the test runner of Node, by the command of the README', () => {
    const { scripts } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
    const [, ...args] = scripts.start.split(' ');
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: here, encoding: 'utf8' });
    const counts = /^(?:#|ℹ) pass (\d+)\n(?:#|ℹ) fail (\d+)$/m.exec(stdout)?.slice(1);
    expect([status, counts]).toEqual([0, [`${conformance(partnerFolder(texts)).length}`, '0']]);
    for (const [, name] of readme.matchAll(/^✔ (.+)$/gm)) expect(stdout).toContain(name);
  });

  it.each(['northfield.test.ts', 'northfield.node.ts'])('are %s as the README shows it', (file) => {
    expect(readme).toContain(readFileSync(join(import.meta.dirname, file), 'utf8').trimEnd());
  });

  it('are all passed as the folder is', () => {
    expect(failed({})).toEqual([]);
  });

  it.each([
    ['a table has lost a code', { 'overlays/850.json': overlay.replace(', "VR": "vendorNumber"', '') }, 'golden'],
    ['a date has another qualifier', { 'overlays/850.json': overlay.replace('01=063', '01=001') }, 'golden'],
    ['a meaning is wrong', { 'golden/order.json': meaning.replace('"XCS"', '"EA"') }, 'golden'],
    ['the guide asks for more', { 'guides/850.json': guide.replace('REF[01=VR]', 'REF[01=IA]') }, 'guide'],
    ['an overlay changes nothing', { 'overlays/850.json': overlay.replace('DTM[01=063]', 'DTM[01=001]') }, 'static'],
  ])('are not passed where %s', (_, changed, which) => {
    expect(failed(changed).join('\n')).toContain(which);
  });

  it('are not made of a folder whose overlay is no JSON: the file is named', () => {
    expect(() => failed({ 'overlays/850.json': '{' })).toThrow('overlays/850.json');
  });
});
