import { contractTable } from '../src/governance/contract-table.ts';

// npm run --silent contract            a table for people
// npm run --silent contract -- --json  [{ system, operation, implemented, specified, tested, live, source, note }]

const cells = contractTable.map(({ specified, tested, ...cell }) => ({
  ...cell,
  // False where no description was at hand, else what kind of description it was.
  specified: specified === 'none' ? false : specified,
  tested: tested ?? false,
}));

process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(cells, undefined, 2)}\n` : forPeople());

function forPeople(): string {
  const rows = cells.map(({ system, operation, implemented, specified, tested, note }) => {
    const state = implemented ? `${specified || 'unspecified'}, ${tested ? 'tested' : 'not tested'}` : 'not offered';
    return `${system.padEnd(18)} ${operation.padEnd(26)} ${state.padEnd(24)} ${note ?? ''}`.trimEnd();
  });
  const done = cells.filter(({ implemented }) => implemented).length;
  const systems = new Set(cells.map(({ system }) => system)).size;
  const summary = `${systems} systems, ${cells.length} cells, ${done} implemented, none run against a live system`;
  return `${rows.join('\n')}\n${summary}\n`;
}
