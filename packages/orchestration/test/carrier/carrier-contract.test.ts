import { carrierContract } from '@dist/orchestration/testing';
import { describe, expect, it } from 'vitest';
import { faultyCarriers } from './faulty-carriers.ts';
import { openMemory } from './memory-setting.ts';

describe('the contract of carriers', () => {
  for (const { name, run } of carrierContract({ open: openMemory })) it(`memory: ${name}`, run);

  it('names no test that there is not', () => {
    const except = [{ reason: 'none', tests: ['nothing'] }];
    expect(() => carrierContract({ open: openMemory, except })).toThrow('no test "nothing"');
  });

  it.each(faultyCarriers)('catches a carrier that %s', async (_, spoil, name) => {
    const test = carrierContract({ open: spoil(openMemory) }).find((one) => one.name.startsWith(name));
    await expect(test?.run()).rejects.toThrow('expected');
  });
});
