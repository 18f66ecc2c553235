// The page of issue codes: every code that the sources can give, with its severity and the sentences that stand with it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { meanings } from './issue-meanings.mjs';
import { filesIn, root } from './pages.mjs';

const packages = [
  ['x12', 'X12'],
  ['mapping', 'Maps'],
  ['canonical', 'Canonical documents'],
  ['orchestration', 'Orders'],
  ['connectors', 'Connectors'],
];

/** Made-up systems and kits for tests have codes of their own. */
const passedBy = /\/(?:testing|fakes|generated)\/|\/testing\.ts$/;
const codePattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;
const severities = new Set(['error', 'warning', 'information']);
/** Functions that take a code beside the words for it. */
const reporters = /^(?:report|fault|issue|refused|failure|makeIssue|structureIssue|envelopeIssue|headerIssue)$/;

/** Per package: code → `{ severities, acknowledgments, messages }`. */
function issueCodes() {
  return new Map(packages.map(([name]) => [name, codesOf(name)]));
}

/** The page as Markdown, with an anchor for each code. */
export function issueCodesPage() {
  const all = issueCodes();
  const lines = ['# Issue codes', '', ...introduction(), ''];
  for (const [name, title] of packages) {
    lines.push(`## ${title}`, '', ...[...all.get(name)].sort().flatMap(([code, known]) => entryOf(code, known)));
  }
  return `${lines.join('\n')}\n`;
}

function introduction() {
  return [
    'Written from the sources: each code with its severity, and the sentences or expectations that stand with it; `…` is what is found in',
    'the data. A code is stable, its sentence is not. Where no severity stands it is `error`, unless the rule of a map says otherwise;',
    'failures of effects have none. How an issue is read is in [read an issue](/guides/read-an-issue).',
  ];
}

function entryOf(code, { severities: found, acknowledgments, messages, meaning }) {
  const sent = [...acknowledgments].map((name) => `acknowledged as \`${name}\``);
  const about = [...[...found].sort(), ...sent].join(', ');
  const says = [...messages].map((message) => `- ${inCode(message)}`);
  const means = meanings[code] ?? [...meaning].map((one) => `${one[0].toUpperCase()}${one.slice(1)}.`).join(' ');
  const parts = [means, about].filter((part) => part !== '');
  return [`### ${code}`, '', ...parts.flatMap((part) => [part, '']), ...(says.length > 0 ? [...says, ''] : [])];
}

function inCode(message) {
  return message.includes('`') ? `\`\` ${message} \`\`` : `\`${message}\``;
}

function codesOf(name) {
  const codes = new Map();
  const known = (code) => {
    if (!codes.has(code))
      codes.set(code, { severities: new Set(), acknowledgments: new Set(), messages: new Set(), meaning: new Set() });
    return codes.get(code);
  };
  const files = filesIn(`packages/${name}/src`).filter((file) => file.endsWith('.ts') && !passedBy.test(file));
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
    visit(source, (node) => {
      if (ts.isVariableDeclaration(node) && node.name.getText() === 'issueCodes') return readTable(node, known);
      if (ts.isObjectLiteralExpression(node)) return readObject(node, known);
      if (ts.isCallExpression(node)) return readCall(node, known);
    });
  }
  return codes;
}

/** The table of X12: `'code': ['error', 'AK403-1']`. */
function readTable(declaration, known) {
  visit(declaration, (node) => {
    if (!ts.isPropertyAssignment(node) || !ts.isArrayLiteralExpression(node.initializer)) return;
    const [severity, acknowledgment] = node.initializer.elements.map((element) => element.text);
    const entry = known(node.name.text);
    entry.severities.add(severity);
    if (acknowledgment) entry.acknowledgments.add(acknowledgment);
  });
}

/** `{ code: 'line-unknown', severity: 'error', message: … }`, and a rule whose findings have the message. */
function readObject(object, known) {
  const code = propertyOf(object, 'code') ?? shorthandOf(object, 'code');
  const beside = ['severity', 'message', 'find', 'path'].some(
    (name) => propertyOf(object, name) || shorthandOf(object, name),
  );
  if (!code || !beside) return;
  for (const text of textsOf(code).filter((text) => codePattern.test(text))) {
    const entry = known(text);
    addTo(entry, object);
    const meaning = propertyOf(object, 'meaning');
    for (const words of meaning ? textsOf(meaning) : []) entry.meaning.add(`what must hold: ${words}`);
    const find = propertyOf(object, 'find') ?? object.properties.find((property) => ts.isMethodDeclaration(property));
    if (find) visit(find, (node) => ts.isObjectLiteralExpression(node) && addTo(entry, node));
  }
}

/** `run.report(rule.id, 'value-required', 'error', path, { message })` and its like. */
function readCall(call, known) {
  if (!reporters.test(call.expression.name?.text ?? call.expression.text ?? '')) return;
  const codes = call.arguments.map((argument) => textsOf(argument).filter((text) => codePattern.test(text)));
  const at = codes.findIndex((found) => found.length > 0);
  for (const entry of (codes[at] ?? []).map(known)) {
    for (const argument of call.arguments.slice(at + 1)) {
      if (ts.isObjectLiteralExpression(argument)) addTo(entry, argument);
      else addTexts(entry, textsOf(argument));
    }
  }
}

function addTo(entry, object) {
  const severity = propertyOf(object, 'severity');
  const message = propertyOf(object, 'message') ?? shorthandOf(object, 'message');
  addTexts(entry, [...(severity ? textsOf(severity) : []), ...(message ? textsOf(message) : [])]);
}

function addTexts(entry, texts) {
  for (const text of texts) {
    if (severities.has(text)) entry.severities.add(text);
    else if (text.includes(' ') && /\p{L}/u.test(text)) entry.messages.add(text);
  }
}

function propertyOf(object, name) {
  return object.properties.find((property) => ts.isPropertyAssignment(property) && property.name.text === name)
    ?.initializer;
}

function shorthandOf(object, name) {
  return object.properties.find((property) => ts.isShorthandPropertyAssignment(property) && property.name.text === name)
    ?.name;
}

/** The texts that an expression may be: of a literal, of a template with `…`, of both ways of a condition, of a constant nearby. */
function textsOf(expression) {
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isTemplateExpression(expression)) {
    return [expression.head.text + expression.templateSpans.map(({ literal }) => `…${literal.text}`).join('')];
  }
  if (ts.isConditionalExpression(expression))
    return [...textsOf(expression.whenTrue), ...textsOf(expression.whenFalse)];
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    return textsOf(expression.right);
  }
  if (ts.isParenthesizedExpression(expression)) return textsOf(expression.expression);
  if (ts.isIdentifier(expression)) return textsOfConstant(expression);
  return [];
}

function textsOfConstant({ text: name, parent }) {
  for (let scope = parent; scope; scope = scope.parent) {
    for (const statement of scope.statements ?? []) {
      if (!ts.isVariableStatement(statement)) continue;
      const found = statement.declarationList.declarations.find((declaration) => declaration.name.text === name);
      if (found?.initializer) return ts.isIdentifier(found.initializer) ? [] : textsOf(found.initializer);
    }
  }
  return [];
}

function visit(node, look) {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}
