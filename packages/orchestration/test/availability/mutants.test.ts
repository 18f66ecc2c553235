import { describe, expect, it } from 'vitest';
import { builtChecks } from './built-checks.ts';
import { wrongMachines } from './wrong-machines.ts';

const count = 45;

describe('the checks of availability', () => {
  it('find nothing wrong with the machine', async () => {
    const { examine } = await builtChecks();
    expect(await examine(count)).toEqual([]);
  });

  it.each(wrongMachines)('see that a machine $wrong', async (wrong) => {
    const { examine } = await builtChecks(wrong);
    expect(await examine(count)).not.toEqual([]);
  });
});
