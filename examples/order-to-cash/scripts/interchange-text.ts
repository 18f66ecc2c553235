import { cedarpointOrder } from './buyers/cedarpoint.ts';
import { harborlineOrder } from './buyers/harborline.ts';
import { northfieldOrder } from './buyers/northfield.ts';
import type { Catalogue } from './data/items.ts';
import type { SampleGroup, SampleInterchange, SampleOrder } from './data/orders.ts';

interface Sender {
  readonly qualifier: string;
  readonly id: string;
  readonly group: string;
  readonly ours: { readonly qualifier: string; readonly id: string; readonly group: string };
  readonly version: string;
  readonly element: string;
  readonly component: string;
  readonly terminator: string;
  /** ISA14: whether a TA1 is asked for. */
  readonly acknowledgment: '0' | '1';
  readonly order: (order: SampleOrder) => string[][];
}

const ours = { qualifier: 'ZZ', id: 'KESTRELSUPPLY', group: 'KESTREL' };

export const senders: Readonly<Record<Catalogue, Sender>> = {
  northfield: {
    ...{ qualifier: 'ZZ', id: 'NORTHFIELDSMPL', group: 'NORTHFIELD', ours, version: '004010VICS' },
    ...{ element: '*', component: '>', terminator: '~', acknowledgment: '0', order: northfieldOrder },
  },
  harborline: {
    ...{ qualifier: '12', id: '5555550142', group: '5555550142', ours, version: '004010' },
    ...{ element: '|', component: ':', terminator: '~\n', acknowledgment: '1', order: harborlineOrder },
  },
  cedarpoint: {
    ...{ qualifier: 'ZZ', id: 'CEDARPOINTSMPL', group: 'CEDARPT', ours, version: '004010' },
    ...{ element: '+', component: ':', terminator: '\n', acknowledgment: '0', order: cedarpointOrder },
  },
};

/** An interchange as text, written by hand and not by the codec that will read it. */
export function interchangeText({ partner, controlNumber, firstGroupNumber, at, groups }: SampleInterchange): string {
  const sender = senders[partner];
  const number = String(controlNumber).padStart(9, '0');
  const [day, time] = [at.slice(2, 10).replaceAll('-', ''), at.slice(11).replace(':', '')];
  const header = ['ISA', '00', ' '.repeat(10), '00', ' '.repeat(10), sender.qualifier, sender.id.padEnd(15)];
  const isa = [
    ...header,
    ours.qualifier,
    ours.id.padEnd(15),
    day,
    time,
    'U',
    '00401',
    number,
    sender.acknowledgment,
    'P',
    sender.component,
  ];
  const segments = [
    isa,
    ...groups.flatMap((group, index) => groupSegments(sender, group, firstGroupNumber + index, `20${day}`, time)),
    ['IEA', String(groups.length), number],
  ];
  return segments.map((segment) => segment.join(sender.element) + sender.terminator).join('');
}

function groupSegments(sender: Sender, orders: SampleGroup, number: number, day: string, time: string): string[][] {
  const sets = orders.flatMap((order, index) => {
    const control = String(index + 1).padStart(4, '0');
    const body = sender.order(order);
    return [['ST', '850', control], ...body, ['SE', String(body.length + 2), control]];
  });
  return [
    ['GS', 'PO', sender.group, ours.group, day, time, String(number), 'X', sender.version],
    ...sets,
    ['GE', String(orders.length), String(number)],
  ];
}
