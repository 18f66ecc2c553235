import { contractTable } from '../src/governance/contract-table.ts';

/** The page of systems and operations: three signs a cell, for what is there, what it was checked against, and live. */
export function renderContractPage(): string {
  const systems = [...new Set(contractTable.map(({ system }) => system))];
  return `# Systems

What each adapter offers. A cell tells three things: whether the operation is there, what its requests and answers were checked
against, and whether it was run against the live system. Nothing was run against a live system up to now. This page is written by
\`scripts/contract-page.ts\` from the tables beside the adapters; \`npm run --silent contract -- --json\` prints the same.

| word | the operation was checked against |
|---|---|
| official | the vendor's own machine-readable description |
| derived | another official source, or a copy of the description that a third party keeps |
| transcribed | what documentation says, written down by hand |
| none | nothing |

${systems.map(sectionOf).join('\n\n')}
`;
}

function sectionOf(system: string): string {
  const cells = contractTable.filter((cell) => cell.system === system);
  const rows = cells.map(({ operation, implemented, specified, live, source, note }) => {
    const columns = [
      implemented ? 'yes' : 'no',
      implemented ? specified : '',
      implemented ? (live ? 'yes' : 'not run') : '',
      [note, source].filter((text) => text !== undefined).join(' '),
    ];
    return `| \`${operation}\` | ${columns.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return `## [${system}](${system}.md)

| operation | implemented | checked against | live | notes and source |
|---|---|---|---|---|
${rows.join('\n')}`;
}
