import type { ErrorClass, LineView, Phase } from '@dist/orchestration';
import type { FlowParked, FlowSent, FlowThen } from '@dist/orchestration/testing';
import type { FlowCase } from './flow-case.ts';

type Json = Record<string, unknown>;

/** Documents of the machine; acknowledgments of what was received are made by the gateway. */
const ours = new Set(['855', '856', '810', '865']);

/** What a scenario asks of the machine in the end. */
export function thenOf({ then }: FlowCase): FlowThen {
  const sent = ((then['sent'] ?? []) as (Json & { type: string })[]).filter(({ type }) => ours.has(type));
  return {
    ...pick<number>(then, 'orders'),
    ...pick<number>(then, 'erpOrders'),
    ...pick<number>(then, 'submits'),
    ...pick<Phase>(then, 'phase'),
    ...pick<FlowThen['parts']>(then, 'parts'),
    ...(Array.isArray(then['lines']) && { lines: then['lines'].map(lineOf) }),
    ...(sent.length > 0 && { sent: sent.map(sentOf) }),
    ...(Array.isArray(then['parked']) && { parked: then['parked'].map(parkedOf) }),
  };
}

function pick<Value>(then: Json, name: string): Record<string, Value> {
  return then[name] === undefined ? {} : { [name]: then[name] as Value };
}

/** The unit stands behind the quantity or beside it; the price is asked of the effects. */
function lineOf(row: Json): { line: string } & Partial<Omit<LineView, 'lineId'>> {
  const { line, price: _price, unit: _unit, ...amounts } = row;
  const values = Object.entries(amounts).map(([name, value]) => [name, String(value).split(' ')[0]]);
  return { line: String(line), ...Object.fromEntries(values) };
}

function sentOf(row: Json & { type: string }): FlowSent {
  const { type, lines, total, totals, itemLevels, notBefore, count } = row;
  const answers = Array.isArray(lines) ? responsesOf(lines) : undefined;
  const amounts = lines === undefined || Array.isArray(lines) ? undefined : amountsOf(lines as Record<string, string>);
  return {
    type,
    ...(count !== undefined && { count: Number(count) }),
    ...(amounts && { lines: amounts }),
    ...(answers && { responses: answers }),
    ...(itemLevels !== undefined && { rows: Number(itemLevels) }),
    ...(totals !== undefined && { totals: totals as string[] }),
    ...(total !== undefined && { totals: [String(total)] }),
    ...(notBefore !== undefined && { notBefore: String(notBefore) }),
  };
}

/** `6 CA at 41.40` → `6 CA`, `21` → `21 EA`. */
function amountsOf(lines: Record<string, string>): Record<string, string> {
  const shown = (text: string) => (/^\S+ \S+/.exec(text) ?? [`${text} EA`])[0];
  return Object.fromEntries(Object.entries(lines).map(([line, text]) => [line, shown(text)]));
}

function responsesOf(lines: readonly Json[]): NonNullable<FlowSent['responses']> {
  const rows = lines.map(({ line, status, responses }) => {
    const told = (responses ?? [{ status }]) as { status: string; qty?: string }[];
    return [String(line), told.map((one) => ({ status: one.status, ...(one.qty && { quantity: one.qty }) }))];
  });
  return Object.fromEntries(rows);
}

const classes: Readonly<Record<string, ErrorClass>> = {
  pricing: 'pricing',
  customerMaster: 'customerMaster',
  // The item is known and its pack is not: the same desk, a class of its own.
  itemXref: 'unitOfMeasure',
};

/** A reason is free words: its numbers must be found, and its class and line. */
function parkedOf({ why, line, class: name, expected, found }: Json): FlowParked {
  const numbers = [why, expected, found].flatMap((text) => String(text ?? '').match(/\d+(?:\.\d+)?/g) ?? []);
  const says = numbers.filter((text) => text.length > 1).map((text) => text.replace(/(\.\d*?)0+$/, '$1'));
  return {
    says,
    ...(line !== undefined && { line: String(line) }),
    ...(name !== undefined && { class: classes[String(name)] }),
  };
}
