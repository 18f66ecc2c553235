// The first page of the reference.
const rows = [
  ['/reference/api/', 'API', 'every public entry, from the types and their docstrings'],
  ['/reference/issue-codes', 'Issue codes', 'every code, its severity, what is said with it, how it is acknowledged'],
  ['/reference/map-operations', 'Operations of maps', 'each operation of a map, its fields and examples'],
  [
    '/reference/policy-fields',
    'Fields of a policy',
    'what is decided by data: what may stand in each field, and its default',
  ],
  ['/orchestration/machine', 'The order machine', 'events, states, effects'],
  ['/canonical/rules', 'Rules of documents', 'what the checks of canonical documents look for'],
  ['/guides/in-your-editor', 'JSON Schemas', 'of maps, overlays, profiles, guides and policies, for editors'],
  ['/connectors/systems/', 'Systems', 'what each ERP, shop and service offers through the ports'],
  ['/connectors/fault-matrix', 'Faults', 'which faults each connector has met in tests'],
  ['/benchmarks', 'Performance', 'X12, maps and journals, measured beside other libraries'],
  ['/size', 'Size', 'what each entry costs in a bundle'],
];

/** The page as Markdown. */
export function referencePage() {
  const table = rows.map(([link, text, about]) => `| [${text}](${link}) | ${about} |`);
  return ['# Reference', '', '| page | what it says |', '|---|---|', ...table, ''].join('\n');
}
