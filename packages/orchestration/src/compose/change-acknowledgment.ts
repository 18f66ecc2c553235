import type { AcknowledgedLine, LineResponse, OrderAcknowledgment } from '@dist/canonical';
import type { ChangeView } from '../kernel/change-view.ts';
import type { View } from '../kernel/view.ts';
import { defined } from './merge.ts';

/** The answer to one change order (865): each of its lines as it now stands, or as it stays. `at` is an ISO instant. */
export function changeAcknowledgment(view: View, change: ChangeView, at: string): OrderAcknowledgment {
  const { order } = view;
  if (order === undefined) throw new TypeError('there is no order whose change could be answered');
  const { content } = change.request;
  const refused = change.status === 'refused';
  return defined<OrderAcknowledgment>({
    kind: 'orderAcknowledgment',
    version: '1',
    purpose: content.purpose === 'cancellation' ? 'cancellation' : 'change',
    status: refused ? 'rejected' : 'accepted',
    orderNumber: order.number,
    orderRelease: order.release,
    orderDate: order.dates.ordered,
    changeNumber: content.changeNumber,
    acknowledgedOn: at.slice(0, 10),
    sellerOrderNumbers: [...view.parts.values()].flatMap(({ accepted }) => accepted?.number ?? []),
    currency: order.currency,
    parties: order.parties,
    references: order.references,
    notes: refused && change.why !== undefined ? [change.why] : undefined,
    lines: content.lines.map((line) => lineOf(view, line, refused)),
  });
}

/** An 865 has room for thirty characters of a reason (X12 1271); the whole text stands in the notes. */
function lineOf(
  view: View,
  line: ChangeView['request']['content']['lines'][number],
  refused: boolean,
): AcknowledgedLine {
  const { lineId, action, ids } = line;
  const now = view.ordered.get(lineId);
  const quantity = now?.quantity ?? line.quantity ?? { value: '0', unit: 'C62' };
  const response: LineResponse = { status: refused ? 'rejected' : 'accepted', quantity };
  return defined<AcknowledgedLine>({
    lineId,
    action,
    ids: ids.length > 0 ? ids : (now?.ids ?? []),
    quantity,
    price: now?.price ?? line.price,
    responses: [response],
  });
}
