import type { TextMessage } from '@dist/canonical';
import type { MapResult } from '@dist/mapping';
import type { OrderEvent } from '@dist/orchestration';
import type { Dispatch } from '@dist/orchestration/runtime';
import type { Captured } from '../capture-order.ts';
import type { TextLinks } from '../trading-partner.ts';
import { eventBase } from './event-base.ts';
import type { IntakeSource } from './intake-source.ts';
import { orderKey } from './order-key.ts';
import { sentDocuments } from './sent-documents.ts';
import { toWorklist, worklistIssue } from './worklist.ts';

/** A free text (864): an item for a person, and a note on each order that it names in the partner's words. It changes nothing (R11). */
export async function takeTextMessage(
  source: IntakeSource,
  { value, issues }: MapResult<TextMessage>,
): Promise<Captured> {
  if (value === undefined) return { dispatches: [], issues };
  const lines = value.messages.flatMap(({ subject, lines }) => (subject === undefined ? lines : [subject, ...lines]));
  const whole = lines.join('\n');
  const text = whole.length > longest ? `${whole.slice(0, longest)}\n… (all of it is in ${source.document})` : whole;
  const subject = value.subject ?? value.messages[0]?.subject ?? '';
  const event: OrderEvent = { ...eventBase(source), type: 'message.received', message: source.key, subject, text };
  const orders = await linked(source, [subject, ...lines]);
  const links: readonly Dispatch[] = orders.map((id) => ({ id, events: [event] }));
  const about = orders.length === 0 ? '' : `, about ${orders.join(', ')}`;
  const message = `A text from ${source.partner.profile.name}${about}: ${subject === '' ? text : `${subject}: ${text}`}`;
  const item = toWorklist(source.partner.profile.id, source, 'text', [worklistIssue('text', message)]);
  const [own] = item.dispatches;
  const kept = own === undefined ? [] : [{ ...own, events: [...own.events, event] }];
  return { dispatches: [...links, ...kept], issues: [...issues, ...item.issues] };
}

/** Characters of a text that are kept in events; the document has the rest. */
const longest = 4000;
const mostLinks = 20;

/** Orders that are here and that the text names behind the partner's words for them. */
async function linked({ gateway, partner }: IntakeSource, lines: readonly string[]): Promise<readonly string[]> {
  const { journal } = gateway;
  const { profile } = partner;
  const words: TextLinks = profile.textLinks ?? {};
  const found = new Set<string>();
  for (const number of numbersIn(lines, words.order)) {
    const id = orderKey(profile, { number });
    if ((await journal.load(id)) !== undefined) found.add(id);
  }
  for (const [document, after] of [
    ['810', words.invoice],
    ['856', words.shipment],
  ] as const)
    for (const number of numbersIn(lines, after)) {
      const sent = await sentDocuments.find(journal, profile.id, document, number);
      if (sent !== undefined) found.add(sent.order);
    }
  return [...found];
}

function numbersIn(lines: readonly string[], words: readonly string[] = []): readonly string[] {
  const numbers = new Set<string>();
  for (const line of lines)
    for (const word of words)
      for (
        let at = line.indexOf(word);
        at >= 0 && numbers.size < mostLinks;
        at = line.indexOf(word, at + word.length)
      ) {
        const [number] = /^[A-Za-z0-9-]{1,40}/.exec(line.slice(at + word.length, at + word.length + 40)) ?? [];
        if (number !== undefined) numbers.add(number);
      }
  return [...numbers];
}
