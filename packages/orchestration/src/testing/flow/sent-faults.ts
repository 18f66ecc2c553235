import type { Invoice, OrderAcknowledgment, Shipment } from '@dist/canonical';
import { add, normalize } from '@dist/canonical/arithmetic';
import type { Effect } from '../../word/effect.ts';
import type { FlowSent, FlowStory } from './flow.ts';
import { shownAmount } from './shown-amount.ts';

type Content = OrderAcknowledgment | Shipment | Invoice;

/** What is asked of one kind of document and is not so. */
export function sentFaults(wanted: FlowSent, { orders, issued }: FlowStory): readonly string[] {
  const kept = [...orders.values()].flatMap(({ state }) => Object.values(state.effects));
  const effects = kept
    .filter(({ status, effect }) => status !== 'withdrawn' && typeOf(effect) === wanted.type)
    .map(({ effect }) => effect);
  const found: string[] = [];
  const expect = (what: string, has: unknown, expected: unknown) => {
    const [left, right] = [JSON.stringify(has), JSON.stringify(expected)];
    if (expected !== undefined && left !== right)
      found.push(`${wanted.type} ${what}: expected ${right}, found ${left}`);
  };
  expect('count', effects.length, wanted.count);
  for (const { at, effect } of issued) {
    const early = wanted.notBefore !== undefined && Date.parse(at) < Date.parse(wanted.notBefore);
    if (early && typeOf(effect) === wanted.type) found.push(`${effect.key} was issued at ${at}`);
  }
  const contents = effects.flatMap(contentOf);
  const [content] = contents;
  if (wanted.lines !== undefined) expect('lines', content && linesOf(content), wanted.lines);
  if (wanted.responses !== undefined) expect('responses', content && responsesOf(content, wanted), wanted.responses);
  expect('rows', content?.kind === 'shipment' ? content.items.length : undefined, wanted.rows);
  const invoices = contents.flatMap((one) => (one.kind === 'invoice' ? [one] : []));
  const names = invoices.map(({ type, number }) => `${type} ${number}`);
  expect('invoices', names.sort(), wanted.invoices && [...wanted.invoices].sort());
  const totals = invoices.map(({ total }) => normalize(total));
  expect('totals', totals.sort(), wanted.totals?.map((total) => normalize(total)).sort());
  return found;
}

function typeOf({ body }: Effect): string {
  return body.type === 'document.send' ? body.document : body.type;
}

function contentOf({ body }: Effect): readonly Content[] {
  if (body.type === 'document.send') return [body.content];
  return body.type === 'shop.fulfillment' || body.type === 'shop.invoice' || body.type === 'shop.refund'
    ? [body.content]
    : [];
}

function linesOf(content: Content): Record<string, string> {
  const totals = new Map<string, { value: string; unit: string }>();
  for (const { lineId, quantity } of content.kind === 'shipment' ? content.items : content.lines) {
    if (quantity === undefined) continue;
    const { value = '0' } = totals.get(lineId) ?? {};
    totals.set(lineId, { ...quantity, value: add(value, quantity.value) });
  }
  return Object.fromEntries([...totals].map(([lineId, total]) => [lineId, shownAmount(total)]));
}

function responsesOf(content: Content, { responses = {} }: FlowSent) {
  if (content.kind !== 'orderAcknowledgment') return undefined;
  const rows = Object.entries(responses).map(([lineId, wanted]) => {
    const line = content.lines.find((candidate) => candidate.lineId === lineId);
    const has = line?.responses.map(({ status, quantity }, index) =>
      wanted[index]?.quantity === undefined ? { status } : { status, quantity: quantity?.value },
    );
    return [lineId, has] as const;
  });
  return Object.fromEntries(rows);
}
