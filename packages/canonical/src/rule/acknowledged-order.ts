import { compare } from '../arithmetic/compare.ts';
import { convert } from '../arithmetic/convert.ts';
import type { Item } from '../document/item.ts';
import { Order } from '../document/order.ts';
import { OrderAcknowledgment } from '../document/order-acknowledgment.ts';
import type { Issue } from '../issue.ts';
import { orSchemaIssues } from './or-schema-issues.ts';

/**
 * Whether an acknowledgment is of this order, and of every line of it as it was ordered. Errors: another order number or release
 * (`order-differs`), a line that was not ordered (`line-unknown`), another quantity than ordered in whichever unit
 * (`ordered-quantity-differs`), and, of an original answer, a line that is not answered (`line-unanswered`); partners
 * refuse or misread each. A line that a change added is in the order as it then stands: pass that. Never throws
 * for what the documents hold: what is wrong with one that is not of its type is said as `validate` says it, the order's at `order`.
 */
export function acknowledgedOrder(
  acknowledgment: OrderAcknowledgment,
  order: Order,
  itemOf: (lineId: string) => Pick<Item, 'baseUnit' | 'conversions'> | undefined = () => undefined,
): readonly Issue[] {
  const given = [
    { schema: OrderAcknowledgment, value: acknowledgment },
    { schema: Order, value: order, at: ['order'] },
  ];
  return orSchemaIssues<readonly Issue[]>(
    given,
    () => differences(acknowledgment, order, itemOf),
    (issues) => issues,
  );
}

function differences(
  acknowledgment: OrderAcknowledgment,
  order: Order,
  itemOf: (lineId: string) => Pick<Item, 'baseUnit' | 'conversions'> | undefined,
): Issue[] {
  const issues: Issue[] = [];
  const fault = (code: string, message: string, path: Issue['path'], expected?: string, found?: string): void => {
    issues.push({ code, severity: 'error', message, path, expected, found });
  };
  const { orderNumber, orderRelease, lines } = acknowledgment;
  if (orderNumber !== order.number || orderRelease !== order.release) {
    const [expected, found] = [nameOf(order.number, order.release), nameOf(orderNumber, orderRelease)];
    fault('order-differs', `The acknowledgment is of order ${found}`, ['orderNumber'], expected, found);
  }
  const open = new Map(order.lines.map((line) => [line.lineId, line]));
  const ordered = new Map(open);
  for (const [index, { lineId, quantity }] of lines.entries()) {
    const line = ordered.get(lineId);
    open.delete(lineId);
    if (line === undefined) {
      fault(
        'line-unknown',
        `Line ${lineId} was not ordered`,
        ['lines', index, 'lineId'],
        'a line id of the order',
        lineId,
      );
      continue;
    }
    const { value, unit } = line.quantity;
    const stated = convert(quantity, unit, itemOf(lineId) ?? { baseUnit: unit, conversions: [] })?.value;
    if (stated !== undefined && compare(stated, value) === 0) continue;
    const found = `${quantity.value} ${quantity.unit}`;
    const message = `Line ${lineId} is acknowledged as ${found}, ordered are ${value} ${unit}`;
    fault('ordered-quantity-differs', message, ['lines', index, 'quantity'], `${value} ${unit}`, found);
  }
  if (acknowledgment.purpose !== 'original') return issues;
  for (const lineId of open.keys())
    fault('line-unanswered', `Line ${lineId} is not answered`, ['lines'], 'an answer', lineId);
  return issues;
}

const nameOf = (number: string, release: string | undefined): string =>
  release === undefined ? number : `${number}, release ${release}`;
