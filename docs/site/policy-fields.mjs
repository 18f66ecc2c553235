// The page of all fields of a policy, from its JSON Schema: what may stand there, and what the policy to begin with has.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pages.mjs';
import { fieldRows, kindOf } from './schema-table.mjs';

const columns = [
  ({ path, isRequired }) => `\`${path.join('.')}\`${isRequired ? '' : '?'}`,
  ({ field }) => kindOf(field),
  ({ field }) => (field.default === undefined ? '' : `\`${JSON.stringify(field.default)}\``),
  ({ field }) => field.description ?? '',
];

/** The page as Markdown, a section for each field of the policy. */
export function policyFieldsPage() {
  const schema = JSON.parse(readFileSync(join(root, 'packages/orchestration/schema/policy.json'), 'utf8'));
  const sections = Object.entries(schema.properties).map(([name, field]) => {
    const rows = fieldRows({ properties: { [name]: field }, required: schema.required }, columns);
    const table = ['| field | what may stand there | default | |', '|---|---|---|---|', ...rows];
    return [
      `## ${name.replace('$', '\\$')}`,
      '',
      ...(field.description && field.properties ? [field.description, ''] : []),
      ...table,
      '',
    ].join('\n');
  });
  return [
    '# Fields of a policy',
    '',
    'Written from the sources: every field with what may stand there and what `defaultPolicy` has. `?` marks what may be left out. What is decided by',
    'them, and how partners and versions differ, is in [policy](/orchestration/policy).',
    '',
    ...sections,
  ].join('\n');
}
