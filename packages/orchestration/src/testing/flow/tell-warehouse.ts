import type { LineQuantity } from '../../word/event.ts';
import type { Story, StoryEvent } from '../given.ts';
import { confirmationOf } from './document/confirmation-of.ts';
import { shipmentOf } from './document/shipment-of.ts';
import type { FlowAmount } from './flow-event.ts';
import { issuedIn, orderIn, partOf, type Scene } from './scene.ts';
import type { Tellers } from './tell-event.ts';

/** What the warehouse and the ERP say of goods. */
export const warehouseTellers: Tellers<
  '940 sent' | 'picked' | '945 received' | 'warehouse refuses cancel' | 'warehouse stops' | 'shipped'
> = {
  '940 sent': ({ part }, { story }) => {
    const release = issuedIn(story, 'warehouse.release', partOf(story, part));
    return release === undefined ? [] : [{ type: 'effect.done', effect: release.effect.key, attempt: release.attempt }];
  },
  picked: ({ part }, scene) => [
    { type: 'warehouse.picked', partId: partOf(scene.story, part), request: requestOf(scene, part) },
  ],
  '945 received': (event, scene) => {
    const request = requestOf(scene, event.part);
    const confirmation = confirmationOf(event, request, scene.at, orderIn(scene.story));
    const partId = partOf(scene.story, event.part);
    return [{ type: 'warehouse.confirmed', partId, request, confirmation, final: event.more !== true }];
  },
  'warehouse refuses cancel': ({ part }, { story }) => stopped(story, part, () => []),
  'warehouse stops': ({ part, lines }, { story }) => stopped(story, part, (request) => lines ?? request),
  shipped: (event, { story, at, number }) => {
    const { part, source, load } = event;
    const shipment = shipmentOf(event, at, number, orderIn(story));
    const about = { ...(source && { source }), ...(load !== undefined && { load }) };
    return [{ type: 'shipment.posted', partId: partOf(story, part), shipment, ...about }];
  },
};

/** The warehouse's answer to the newest question to stop a part; `of` says how much of what the request asks for. */
function stopped(
  story: Story,
  part: string | undefined,
  of: (request: readonly FlowAmount[]) => readonly FlowAmount[],
): readonly StoryEvent[] {
  const asked = issuedIn(story, 'warehouse.cancel', partOf(story, part));
  if (asked?.effect.body.type !== 'warehouse.cancel') return [];
  const { effect, attempt } = asked;
  const { cancel, partId, request } = asked.effect.body;
  const released = Object.values(story.state.effects).flatMap(({ effect: { body } }) =>
    body.type === 'warehouse.release' && body.request === request ? body.content.lines : [],
  );
  const amounts = of(released.map(({ lineId, quantity }) => ({ line: lineId, quantity: quantity.value })));
  const lines = amounts.flatMap(({ line, quantity }): LineQuantity[] => {
    const unit = released.find(({ lineId }) => lineId === line)?.quantity.unit;
    return unit === undefined ? [] : [{ lineId: line, quantity: { value: quantity, unit } }];
  });
  return [
    { type: 'warehouse.cancelResult', partId, cancel, lines },
    { type: 'effect.done', effect: effect.key, attempt },
  ];
}

/** The 940's name: as issued, or what an ERP that releases by itself would call it. */
function requestOf({ story }: Scene, part: string | undefined): string {
  const partId = partOf(story, part);
  const body = issuedIn(story, 'warehouse.release', partId)?.effect.body;
  return body?.type === 'warehouse.release' ? body.request : `${story.state.id}/940/${partId}`;
}
