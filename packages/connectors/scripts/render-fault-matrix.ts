import { contract } from '../src/testing/contract.ts';
import type { ContractSubject } from '../test/governance/contract-subjects.ts';

/** The page of the fault matrix: which faults each adapter meets, and in how many of its operations. */
export function renderFaultMatrix(subjects: readonly ContractSubject[]): string {
  const columns = subjects.map(({ system, adapter, fake }) => ({ system, faults: faultsOf(contract(adapter, fake)) }));
  const faults = [...new Set(columns.flatMap((column) => [...column.faults.keys()]))];
  const total = columns.reduce(
    (sum, column) => sum + [...column.faults.values()].reduce((all, one) => all + one, 0),
    0,
  );
  const rows = faults.map((fault) => {
    const cells = columns.map((column) => column.faults.get(fault) ?? '');
    return `| ${fault.replaceAll('|', '\\|')} | ${cells.join(' | ')} |`;
  });
  return `# Fault matrix

What \`contract(adapter, fake)\` of \`@dist/connectors/testing\` does to each adapter, against its stand-in: ${total} cases. A number says in
how many operations a fault is met; an empty cell, that the adapter has no such operation, or that the case is left out for the
reason below. Each case is a test of \`test/<system>/contract.test.ts\`; your own adapter meets the same. This page is written by
\`scripts/fault-matrix-page.ts\`.

| case | ${columns.map(({ system }) => system).join(' | ')} |
|---|${columns.map(() => '--:|').join('')}
${rows.join('\n')}

## Left out

| adapter | case | why |
|---|---|---|
${subjects.flatMap(skippedOf).join('\n')}
`;
}

/** Cases without the name of their operation, and how many operations have them. */
function faultsOf(cases: ReturnType<typeof contract>): ReadonlyMap<string, number> {
  const faults = new Map<string, number>();
  for (const { name } of cases) {
    const [, rest] = /^[a-z]+\.[a-zA-Z]+ (.+)$/.exec(name) ?? [];
    const fault = rest === undefined ? name : `an operation ${rest}`;
    faults.set(fault, (faults.get(fault) ?? 0) + 1);
  }
  return faults;
}

function skippedOf({ system, adapter }: ContractSubject): readonly string[] {
  return (adapter.skip ?? []).map(({ name, reason }) => `| ${system} | ${name} | ${reason.replaceAll('|', '\\|')} |`);
}
