import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderFaultMatrix } from '../../scripts/render-fault-matrix.ts';
import { contractTable } from '../../src/governance/contract-table.ts';
import { contractSubjects } from './contract-subjects.ts';

describe('the fault matrix', () => {
  it('has every system of the table', () => {
    const systems = new Set(contractTable.map(({ system }) => system));
    expect([...systems].sort()).toEqual(contractSubjects.map(({ system }) => system).sort());
  });

  it('stands on the page as it is', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/fault-matrix.md'), 'utf8');
    expect(page).toBe(renderFaultMatrix(contractSubjects));
  });
});
