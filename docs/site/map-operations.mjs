// The page of the operations of maps: their fields from the JSON Schema, what the README of the package says of each, and its examples.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pages.mjs';
import { fieldRows, kindOf } from './schema-table.mjs';

const rowsOf = [
  ({ path, isRequired }) => `\`${path.join('.')}\`${isRequired ? '' : '?'}`,
  ({ field }) => kindOf(field),
  ({ field }) => field.description ?? '',
];

/** The page as Markdown, a section for each operation and one for conditions. */
export function mapOperationsPage() {
  const { definitions } = JSON.parse(readFileSync(join(root, 'packages/mapping/schema/map.json'), 'utf8'));
  const readme = readFileSync(join(root, 'packages/mapping/README.md'), 'utf8');
  const [rules = ''] = /^## Rules[\s\S]*?(?=^## )/m.exec(readme) ?? [];
  const sections = definitions.rule.oneOf.map((form) => sectionOf(form, rules));
  return [
    '# Operations of maps',
    '',
    'A map is a list of rules, and each rule is one of these. Written from the sources; the fields are those of the',
    '[JSON Schema](/guides/in-your-editor). How rules work together is in [maps](/mapping/#rules). `?` marks what may be left out.',
    '',
    ...sections,
    ...conditions(definitions.condition),
  ].join('\n');
}

function sectionOf(form, rules) {
  const name = form.properties.op.const;
  const [, told] =
    new RegExp(`^\\*\\*${name}\\*\\*: ([\\s\\S]*?)(?=^\\*\\*[a-z]+\\*\\*: |(?![\\s\\S]))`, 'm').exec(rules) ?? [];
  if (told === undefined) throw new Error(`the README of @dist/mapping says nothing of ${name}`);
  const table = ['| field | what may stand there | |', '|---|---|---|', ...fieldRows(form, rowsOf)];
  return [`## ${name}`, '', `${form.description ?? ''}`, '', ...table, '', capital(told.trim()), '']
    .join('\n')
    .replaceAll('(#rule)', '(#operations-of-maps)');
}

function conditions({ anyOf }) {
  const forms = anyOf.map((form) => `- ${form.const === true ? '`true`' : kindOf(form)}`);
  return [
    '## condition',
    '',
    'A question to one document, in one of these forms; `true` always holds.',
    '',
    ...forms,
    '',
  ];
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
