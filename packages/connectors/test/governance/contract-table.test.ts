import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderContractPage } from '../../scripts/render-contract-page.ts';
import { coreOperations } from '../../src/governance/contract-cell.ts';
import { contractTable } from '../../src/governance/contract-table.ts';
import { connectors } from './connectors.ts';

const folder = join(import.meta.dirname, '../..');
const systems = [...new Set(contractTable.map(({ system }) => system))];
/** Functions of an entry and no operation of a connector. */
const beside = new Set(['webhooks.verify']);

describe('the table of systems and operations', () => {
  it.each(connectors.map(({ id, capabilities }) => [id, capabilities] as const))(
    'says of %s what the connector offers, and nothing else',
    (id, capabilities) => {
      const said = contractTable
        .filter(({ system, implemented, operation }) => system === id && implemented && !beside.has(operation))
        .map(({ operation }) => operation);
      expect([...said].sort()).toEqual([...capabilities].sort());
    },
  );

  it('has every connector', () => {
    expect(systems.filter((system) => connectors.every(({ id }) => id !== system))).toEqual([]);
  });

  it.each(systems)('has each core operation of %s once', (system) => {
    const operations = contractTable.filter((cell) => cell.system === system).map(({ operation }) => operation);
    expect(operations.filter((operation, at) => operations.indexOf(operation) !== at)).toEqual([]);
    expect(coreOperations.filter((operation) => !operations.includes(operation))).toEqual([]);
  });

  it('names a test that is there for all that is implemented, and a reason for all that is not', () => {
    const wrong = contractTable.filter(({ implemented, tested, note }) =>
      implemented ? tested === undefined || !existsSync(join(folder, tested)) : note === undefined,
    );
    expect(wrong).toEqual([]);
  });

  it('stands on the page as it is', () => {
    expect(readFileSync(join(folder, 'docs/systems/README.md'), 'utf8')).toBe(renderContractPage());
  });
});
