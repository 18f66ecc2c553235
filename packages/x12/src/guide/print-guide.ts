import type { Definition, ElementUse, StructureNode } from '../definition/definition.ts';
import { wordsOf } from '../element/words-of.ts';
import { type CompiledPlace, compileGuide } from './compile-guide.ts';
import { conditionInWords, valueInWords } from './condition-in-words.ts';
import type { Guide, GuidePlace, Usage } from './guide.ts';
import { markdown } from './markdown.ts';
import { violationsInWords } from './violations-in-words.ts';

const { text, code, block, table } = markdown;

/**
 * A guide as Markdown, for the people of a trading partner: what the set must hold, place by place in the order of the
 * standard, the conditions in words, and what a fault does.
 * @throws RangeError when the guide names a place that the definition does not have.
 */
export function printGuide(definition: Definition, guide: Guide): string {
  const compiled = compileGuide(definition, guide);
  const [fault] = compiled.faults;
  if (fault !== undefined) throw new RangeError(`${guide.name}: ${fault.message}`);
  const places = inOrder(compiled.places, definition.structure);
  const blocks = [
    ...heading(definition, guide),
    ...list('Notes', guide.notes),
    ...envelope(guide),
    ...list(
      'Orders of levels',
      guide.levels?.map((order) => order.join(' → ')),
    ),
    ...segmentBlocks(definition, places),
    ...elementBlocks(definition, places),
    ...conditionBlocks(guide),
    ...['## What a fault does', violationsInWords(guide)],
    ...(guide.example === undefined ? [] : ['## Example', block(guide.example)]),
    ...list('Sources', guide.provenance),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function heading({ id, release, name }: Definition, guide: Guide): string[] {
  const { from, to } = guide.effective ?? {};
  const time = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
  const facts = [
    `Transaction set ${id} (${text(name)}), release ${release}`,
    ...(guide.version === undefined ? [] : [`version ${text(guide.version)}`]),
    ...(time === '' ? [] : [`in force ${time}`]),
  ];
  return [`# ${text(guide.name)}`, `${facts.join(', ')}.`];
}

const list = (title: string, items: readonly string[] | undefined): string[] =>
  items === undefined || items.length === 0 ? [] : [`## ${title}`, items.map((item) => `- ${text(item)}`).join('\n')];

function envelope({ characters, separators }: Guide): string[] {
  const { element, component, segment, repetition } = separators ?? {};
  const lines = [
    ...(characters === undefined ? [] : [`Characters: the ${characters.set} character set of X12`]),
    ...(characters?.also === undefined ? [] : [`Also allowed: ${code(characters.also)}`]),
    ...(characters?.except === undefined ? [] : [`Not allowed: ${code(characters.except)}`]),
    ...(separators === undefined
      ? []
      : [
          `Separators: element ${shown(element)}, component ${shown(component)}, segment terminator ${shown(segment)}`,
          ...(repetition === undefined ? [] : [`Separator of repeats: ${shown(repetition)}`]),
        ]),
  ];
  return lines.length === 0 ? [] : ['## Characters and separators', lines.map((line) => `- ${line}`).join('\n')];
}

/** A separator; a line break as it is written in JSON. */
const shown = (separator = ''): string => code(JSON.stringify(separator).slice(1, -1));

/** Rules in the order of the standard, and what is about one place together. */
function inOrder(places: readonly CompiledPlace[], structure: readonly StructureNode[]): readonly CompiledPlace[] {
  const ranks = new Map<StructureNode, number>();
  const rank = (nodes: readonly StructureNode[]): void => {
    for (const node of nodes) {
      ranks.set(node, ranks.size);
      if (node.kind === 'loop') rank(node.children);
    }
  };
  rank(structure);
  const rankOf = ({ path }: CompiledPlace): number => ranks.get(path.steps.at(-1)?.nodes[0] as StructureNode) ?? 0;
  return [...places].sort((left, right) => rankOf(left) - rankOf(right));
}

const USAGES: Readonly<Record<Usage, string>> = {
  required: 'required',
  used: 'used',
  dependent: 'dependent',
  'not-used': 'not used',
};

const REQUIREMENTS = { M: 'mandatory', O: 'optional', X: 'relational' } as const;

function segmentBlocks(definition: Definition, places: readonly CompiledPlace[]): string[] {
  const rows = places
    .filter(({ path }) => path.element === undefined)
    .map(({ rule, path }) => {
      const node = path.steps.at(-1)?.nodes[0];
      const title = rule.name ?? definition.segments[path.segment?.id ?? '']?.name ?? '';
      const standard = node === undefined ? '' : REQUIREMENTS[node.requirement];
      const usage = rule.usage === undefined ? '' : USAGES[rule.usage];
      return [code(rule.path), text(title), standard, usage, uses(rule), text(rule.notes ?? '')];
    });
  const head = ['Place', 'Name', 'Standard', 'Guide', 'Uses', 'Notes'];
  return rows.length === 0 ? [] : ['## Segments and loops', table(head, rows)];
}

function uses({ usage, least = usage === 'required' ? 1 : 0, most }: GuidePlace): string {
  if (usage === 'not-used') return '0';
  if (most === undefined) return least > 1 ? `at least ${least}` : '';
  return least === most ? `exactly ${most}` : `${least} to ${most}`;
}

/** One table for each segment, by its path. */
function elementBlocks(definition: Definition, places: readonly CompiledPlace[]): string[] {
  const bySegment = new Map<string, CompiledPlace[]>();
  for (const place of places) {
    if (place.path.element === undefined) continue;
    const key = holderOf(place);
    bySegment.set(key, [...(bySegment.get(key) ?? []), place]);
  }
  const head = ['Element', 'Name', 'Standard', 'Guide', 'Values', 'Notes'];
  const blocks = [...bySegment].flatMap(([holder, inside]) => {
    const name = definition.segments[inside[0]?.path.segment?.id ?? '']?.name ?? '';
    const ordered = [...inside].sort((left, right) => numberOf(left) - numberOf(right));
    return [`### ${code(holder)} ${text(name)}`, table(head, ordered.map(elementRow))];
  });
  return blocks.length === 0 ? [] : ['## Elements', ...blocks];
}

/** The path without its element: `PO1/PO102` and `PO1.02` are both of `PO1`. */
function holderOf({ path }: CompiledPlace): string {
  return path.steps
    .map(({ id, qualifiers, index }) => {
      const conditions = qualifiers.map(({ element, value }) => `${String(element).padStart(2, '0')}=${value}`);
      const brackets = index === undefined ? conditions.join(',') : String(index);
      return brackets === '' ? id : `${id}[${brackets}]`;
    })
    .join('/');
}

const numberOf = ({ path }: CompiledPlace): number => (path.element ?? 0) * 100 + (path.component ?? 0);

function elementRow({ rule, path: { use } }: CompiledPlace): string[] {
  const name = rule.name ?? (use === undefined ? '' : wordsOf(use.name));
  const codes =
    rule.codes?.map(({ code: one, label }) => (label === undefined ? code(one) : `${code(one)} ${text(label)}`)) ?? [];
  const repeats = rule.most === undefined ? [] : [`at most ${rule.most} repeats`];
  const values = [...codes, ...valueInWords(rule).map(text), ...repeats].join('; ');
  const usage = rule.usage === undefined ? '' : USAGES[rule.usage];
  return [use?.designator ?? '', text(name), standardOf(use), usage, values, text(rule.notes ?? '')];
}

/** `mandatory AN 1/22`. */
function standardOf(use: ElementUse | undefined): string {
  if (use === undefined) return '';
  const form = use.components === undefined ? `${use.type} ${use.minimum}/${use.maximum}` : 'composite';
  return `${REQUIREMENTS[use.requirement]} ${form}`;
}

function conditionBlocks({ conditions = [] }: Guide): string[] {
  if (conditions.length === 0) return [];
  const rows = conditions.map((condition) => [
    text(condition.id),
    condition.at === undefined ? 'whole set' : code(condition.at),
    text(conditionInWords(condition)),
  ]);
  return ['## Conditions', table(['Condition', 'In each', 'Rule'], rows)];
}
