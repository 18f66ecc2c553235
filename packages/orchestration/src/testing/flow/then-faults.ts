import { equals } from '@dist/canonical/arithmetic';
import type { IssuedEffect } from '../../word/state.ts';
import type { Story } from '../given.ts';
import type { Flow, FlowParked, FlowStory } from './flow.ts';
import { sentFaults } from './sent-faults.ts';
import { shownAmount } from './shown-amount.ts';

/** What a scenario asks of its end and does not find, one sentence each; empty when all of it holds. */
export function thenFaults({ then }: Flow, story: FlowStory): readonly string[] {
  const found: string[] = [];
  const expect = (what: string, has: unknown, wanted: unknown) => {
    const [left, right] = [JSON.stringify(has), JSON.stringify(wanted)];
    if (wanted !== undefined && left !== right) found.push(`${what}: expected ${right}, found ${left}`);
  };
  const stories = [...story.orders.values()];
  const submits = entriesOf(stories).filter(({ effect }) => effect.body.type === 'erp.submit');
  expect('orders', stories.filter(isOrder).length, then.orders);
  expect('orders at the ERP', submits.length, then.erpOrders);
  expect(
    'submits',
    submits.reduce((sum, { attempt }) => sum + attempt, 0),
    then.submits,
  );
  expect('phase', story.order.phase, then.phase);
  expect('missed deadlines', stories.flatMap(({ state }) => Object.keys(state.breaches)).sort(), sorted(then.breaches));
  for (const [timer, due] of Object.entries(then.due ?? {}))
    expect(`${timer} due`, dueIn(stories, timer), new Date(due).toISOString());
  if (then.parts !== undefined) expect('parts', partsOf(submits), then.parts);
  found.push(...lineFaults(story.order, then.lines ?? []));
  for (const sent of then.sent ?? []) found.push(...sentFaults(sent, story));
  if (then.parked !== undefined) found.push(...parkedFaults(then.parked, stories));
  const other = then.holds?.(story);
  return other === undefined ? found : [...found, other];
}

function sorted(list: readonly string[] | undefined): readonly string[] | undefined {
  return list && [...list].sort();
}

function entriesOf(stories: readonly Story[]): readonly IssuedEffect[] {
  return stories.flatMap(({ state }) => Object.values(state.effects));
}

function isOrder({ state }: Story): boolean {
  return Object.values(state.facts).some(({ type }) => type === 'order.captured');
}

function dueIn(stories: readonly Story[], timer: string): string | undefined {
  return stories.flatMap(({ state }) => state.timers[timer] ?? [])[0];
}

function partsOf(submits: readonly IssuedEffect[]): Record<string, Record<string, string>> {
  const rows = submits.flatMap(({ effect: { body } }) => {
    if (body.type !== 'erp.submit') return [];
    const { partId, lines } = body.request.part;
    return [
      [partId, Object.fromEntries(lines.map(({ lineId, quantity }) => [lineId, shownAmount(quantity)]))] as const,
    ];
  });
  return Object.fromEntries(rows);
}

function lineFaults(story: Story, wanted: NonNullable<Flow['then']['lines']>): readonly string[] {
  return wanted.flatMap(({ line, ...amounts }) => {
    const view = story.lines.find(({ lineId }) => lineId === line);
    if (view === undefined) return [`line ${line} is not on the order`];
    return (Object.keys(amounts) as (keyof typeof amounts)[]).flatMap((name) => {
      const [has, expected] = [view[name], amounts[name] ?? view[name]];
      const same = name === 'unit' ? has === expected : equals(has, expected);
      return same ? [] : [`line ${line} ${name}: expected ${expected}, found ${has}`];
    });
  });
}

interface Parked {
  readonly document?: string | undefined;
  readonly class?: string | undefined;
  readonly line?: string | undefined;
  readonly owner: string | undefined;
  readonly words: string;
}

/** Exactly these, each found once by what is told of it. */
function parkedFaults(wanted: readonly FlowParked[], stories: readonly Story[]): readonly string[] {
  const left = stories.flatMap(parkedIn);
  const faults = wanted.flatMap((one) => {
    const index = left.findIndex((candidate) => fits(one, candidate));
    if (index < 0) return [`nothing is parked as ${JSON.stringify(one)}; parked: ${JSON.stringify(left)}`];
    const [taken] = left.splice(index, 1);
    return taken?.owner ? [] : [`${JSON.stringify(taken)} has no owner`];
  });
  return [...faults, ...left.map((one) => `parked as well: ${JSON.stringify(one)}`)];
}

function parkedIn({ state, notes: _notes }: Story): readonly Parked[] {
  const holds = Object.values(state.holds).map(({ hold, reason, owner, class: name, lineId }) => ({
    document: hold,
    class: name,
    line: lineId,
    owner,
    words: `${hold} ${reason}`,
  }));
  const effects = Object.values(state.effects).filter(({ status }) => status === 'parked');
  return [
    ...holds,
    ...effects.map(({ effect, class: name, message }) => ({
      document: effect.key.slice(state.id.length + 1),
      class: name,
      owner: name,
      words: message ?? '',
    })),
  ];
}

function fits({ says = [], line, class: name, document }: FlowParked, parked: Parked): boolean {
  if (line !== undefined && parked.line !== line) return false;
  if (name !== undefined && parked.class !== name) return false;
  if (document !== undefined && parked.document !== document) return false;
  return says.every((word) => parked.words.includes(word));
}
