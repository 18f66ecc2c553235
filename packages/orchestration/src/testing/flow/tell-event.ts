import type { StoryEvent } from '../given.ts';
import { lineAmountOf } from './document/amount-of.ts';
import { changeOf } from './document/change-of.ts';
import { orderOf } from './document/order-of.ts';
import type { FlowEvent, FlowEventOf } from './flow-event.ts';
import { issuedIn, orderIn, partOf, type Scene } from './scene.ts';
import { moneyTellers } from './tell-money.ts';
import { warehouseTellers } from './tell-warehouse.ts';

/** What an event of the business says to one order, in the words of the machine. */
export function tellEvent(event: FlowEvent, scene: Scene): readonly StoryEvent[] {
  if (event.event === 'load closed' || event.event === '820 received') return [];
  const tell = tellers[event.event] as (event: FlowEvent, scene: Scene) => readonly StoryEvent[];
  const { at, key } = scene;
  return tell(event, scene).map((told, index) => ({ key: index === 0 ? key : `${key}/${index}`, ...told, at }));
}

/** One row for each kind of event: a new kind is a compile error where it is missing. */
export type Tellers<Name extends FlowEvent['event']> = {
  readonly [Each in Name]: (event: FlowEventOf<Each>, scene: Scene) => readonly StoryEvent[];
};

const tellers: Tellers<Exclude<FlowEvent['event'], 'load closed' | '820 received'>> = {
  '850 received': captured,
  'shop order received': captured,
  '860 received': changed,
  'erp accepted': accepted,
  'erp look-up finds': (event, scene) => [...accepted(event, scene), ...lookedUp(event, scene)],
  'erp look-up finds nothing': (event, scene) => [...notFound(event, scene), ...lookedUp(event, scene)],
  'erp rejected': ({ part, reason }, { story }) => [
    { type: 'erp.rejected', partId: partOf(story, part), reason, message: reason },
  ],
  'erp reply lost': ({ part }, scene) =>
    failures(scene, part, { class: 'inDoubt', code: 'no-answer', message: 'the ERP did not answer in time' }, 1),
  'erp answers': ({ part, class: name, code, message }, scene) =>
    failures(scene, part, { class: name, code, message }, 10),
  ...warehouseTellers,
  ...moneyTellers,
  sent: ({ document }, { story }) => {
    const effect = `${story.state.id}/${document}`;
    return [{ type: 'effect.done', effect, attempt: story.state.effects[effect]?.attempt ?? 1 }];
  },
  '997 received': (event, scene) => [answered(event, scene, '997')],
  '824 received': (event, scene) => [answered(event, scene, '824')],
  clock: (_event, { story, at }) =>
    Object.entries(story.state.timers).flatMap(([timer, due]): StoryEvent[] =>
      due <= at ? [{ type: 'timer.fired', timer, key: `timer/${timer}/${due}` }] : [],
    ),
  'operator replays': ({ document, reason }, { story }) => [
    { type: 'operator.replayed', effect: `${story.state.id}/${document}`, by: 'operator', reason },
  ],
  'hold placed': ({ hold, reason }) => [{ type: 'hold.placed', hold, reason }],
  'hold released': ({ hold }) => [{ type: 'hold.released', hold, by: 'operator' }],
  told: ({ told }) => [told],
};

function captured(event: FlowEventOf<'850 received' | 'shop order received'>, scene: Scene): readonly StoryEvent[] {
  const { partner, number, at } = scene;
  const receivedAt = event.receivedAt === undefined ? at : new Date(event.receivedAt).toISOString();
  const { revision } = event;
  const order = orderOf(event, number);
  return [{ type: 'order.captured', partner, order, receivedAt, ...(revision !== undefined && { revision }) }];
}

function changed(
  event: FlowEventOf<'860 received'>,
  { story, partner, number, at, key }: Scene,
): readonly StoryEvent[] {
  const { sequence } = event;
  const content = changeOf(event, number, orderIn(story));
  const change = sequence === undefined ? key : String(sequence);
  return [{ type: 'change.requested', partner, change, sequence, content, receivedAt: at }];
}

function accepted(event: FlowEventOf<'erp accepted'>, { story }: Scene): readonly StoryEvent[] {
  const { number, rejected = [], backordered, substitutes } = event;
  const partId = partOf(story, event.part);
  const order = orderIn(story);
  const submit = issuedIn(story, 'erp.submit', partId)?.effect.body;
  const skuOf = (line: string) =>
    order?.lines.find(({ lineId }) => lineId === line)?.ids.find(({ scheme }) => scheme === 'seller')?.value ?? '';
  return [
    {
      type: 'erp.accepted',
      partId,
      erp: submit?.type === 'erp.submit' ? submit.erp : 'erp',
      number: number ?? `SO-${partId}`,
      rejected: rejected.map((row) => ({ ...lineAmountOf(row, order), reason: row.reason })),
      ...(backordered && { backordered: backordered.map((row) => lineAmountOf(row, order)) }),
      ...(substitutes && {
        substitutes: substitutes.map(({ line, item }) => ({ lineId: line, ordered: skuOf(line), substitute: item })),
      }),
    },
  ];
}

function notFound({ part }: { readonly part?: string | undefined }, { story }: Scene): readonly StoryEvent[] {
  const partId = partOf(story, part);
  return [{ type: 'erp.notFound', partId, attempt: issuedIn(story, 'erp.submit', partId)?.attempt ?? 1 }];
}

function lookedUp({ part }: { readonly part?: string | undefined }, { story }: Scene): readonly StoryEvent[] {
  const found = issuedIn(story, 'erp.find', partOf(story, part));
  return found === undefined ? [] : [{ type: 'effect.done', effect: found.effect.key, attempt: found.attempt }];
}

type Failed = Extract<StoryEvent, { readonly type: 'effect.failed' }>;

/** So many failures of the submit, one for each attempt from the present one on; what is parked by then hears no more. */
function failures(
  { story, key }: Scene,
  part: string | undefined,
  failure: Failed['failure'],
  times: number,
): readonly StoryEvent[] {
  const submit = issuedIn(story, 'erp.submit', partOf(story, part));
  if (submit === undefined) return [];
  return Array.from({ length: times }, (_, index) => {
    const attempt = submit.attempt + index;
    return { type: 'effect.failed', effect: submit.effect.key, attempt, failure, key: `${key}@${attempt}` };
  });
}

function answered(
  { document, status, faults }: FlowEventOf<'997 received' | '824 received'>,
  { story }: Scene,
  by: '997' | '824',
): StoryEvent {
  const answer = { document: `${story.state.id}/${document}`, by, status, codes: [...(faults ?? [])] };
  return { type: 'acknowledgment.received', ...answer, ...(faults && { faults }) };
}
