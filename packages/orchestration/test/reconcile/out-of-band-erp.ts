import type { Invoice, Shipment } from '@dist/canonical';
import { add, multiply, subtract } from '@dist/canonical/arithmetic';
import type { ErpOrder, LineQuantity } from '@dist/orchestration';
import type { Observed, ObservedOrder, ObservedRecord } from '@dist/orchestration/reconcile';
import type { Report } from '@dist/orchestration/runtime';
import type { Chance } from '../simulation/chance.ts';

/** Something that happened at the ERP: what was said of it, and whether anybody heard. */
export interface Happening {
  readonly name: string;
  readonly order: string;
  readonly event: Report | undefined;
  readonly heard: 'at once' | 'late' | 'never';
}

/** An ERP that people work at: they ship, bill and edit orders there, and not all of it is told. */
export interface OutOfBandErp extends Observed {
  book(request: ErpOrder, order: string): Report;
  /** Each order is shipped, billed or paid, or edited by hand. What happened is answered. */
  act(what: 'edit' | 'ship' | 'bill' | 'pay'): readonly Happening[];
  readonly bookings: ReadonlyMap<string, Booking>;
  /** Orders that people keyed in: the journal never had them. */
  readonly keyed: readonly string[];
}

/** One order there. */
export interface Booking {
  readonly order: string;
  readonly record: ObservedOrder;
  readonly edit: string | undefined;
  readonly shipment: Shipment | undefined;
  readonly invoice: Invoice | undefined;
}

export interface ErpSettings {
  readonly chance: Chance;
  readonly clock: () => string;
  readonly pageSize: number;
  /** Part of the messages that are lost, and of the orders that are edited. */
  readonly dropped: number;
  readonly edited: number;
}

const edits = ['less', 'named', 'more', 'cancelled', 'price', 'doubled'] as const;

export function outOfBandErp(settings: ErpSettings): OutOfBandErp {
  const { chance, clock, pageSize, dropped, edited } = settings;
  const bookings = new Map<string, Booking>();
  const log = new Map<string, ObservedRecord>();
  const keyed: string[] = [];
  // Listed by its last change, as ERPs do: an order that was edited has left its old place.
  const write = (record: ObservedRecord): void => {
    const name = `${record.kind}/${record.number}`;
    log.delete(name);
    log.set(name, record);
  };
  const save = (booking: Booking, record: ObservedOrder, edit = booking.edit): Booking => {
    const saved = { ...booking, record: { ...record, changedAt: clock() }, edit };
    bookings.set(record.number ?? '', saved);
    write(saved.record);
    return saved;
  };
  const heardOf = (name: string): Happening['heard'] => {
    if (!chance.goesWrong(`dropped/${name}`, dropped)) return 'at once';
    // Some messages come after all, when the poll has long found what they say.
    return chance.is(`late/${name}`, 0.4) ? 'late' : 'never';
  };
  const happened = (booking: Booking, name: string, event: Report): Happening => {
    const { order } = booking;
    return { name, order, event, heard: heardOf(name) };
  };
  const acts = {
    edit: (booking: Booking): Happening | undefined => {
      const { order, record } = booking;
      const { number = '' } = record;
      if (!chance.goesWrong(`edited/${number}`, edited)) return undefined;
      const edit = edits[Math.floor(chance.between(`edit/${number}`, 0, edits.length))] ?? 'less';
      if (edit === 'doubled') {
        const twin = `${number}-B`;
        keyed.push(twin);
        write({ ...record, number: twin, changedAt: clock() });
      } else save(booking, editedBy(edit, record), edit);
      return { name: `edited/${number}`, order, event: undefined, heard: 'never' };
    },
    ship: (booking: Booking): Happening | undefined => {
      const { number = '', lines, externalReference } = booking.record;
      const items = lines.filter(({ quantity }) => quantity.value !== '0');
      if (items.length === 0) return undefined;
      const shipment = shipmentOf(`S-${number}`, number, items, clock());
      bookings.set(number, { ...booking, shipment });
      write({ kind: 'shipment', from: 'erp', number, externalReference, changedAt: clock(), shipment });
      return happened(booking, `ship/${number}`, { type: 'shipment.posted', partId: '1', shipment });
    },
    bill: (booking: Booking): Happening | undefined => {
      const { record, shipment } = booking;
      const { number = '' } = record;
      if (shipment === undefined) return undefined;
      const invoice = invoiceOf(`I-${number}`, number, shipment, clock());
      bookings.set(number, { ...booking, invoice });
      write({
        kind: 'invoice',
        from: 'erp',
        number,
        externalReference: record.externalReference,
        changedAt: clock(),
        invoice,
      });
      return happened(booking, `bill/${number}`, { type: 'invoice.posted', partId: '1', invoice });
    },
    pay: (booking: Booking): Happening | undefined => {
      const { number = '', externalReference } = booking.record;
      if (booking.invoice === undefined) return undefined;
      const money = { payment: `P-${number}`, invoice: `I-${number}`, amount: booking.invoice.total };
      write({ kind: 'payment', from: 'erp', number, externalReference, changedAt: clock(), ...money });
      return happened(booking, `pay/${number}`, { type: 'payment.applied', ...money });
    },
  };
  return {
    name: 'erp',
    bookings,
    keyed,
    book: ({ part }, order) => {
      const number = `SO-${bookings.size + 1}`;
      const lines = part.lines.map(({ lineId, quantity }) => ({ lineId, quantity, price: '3.25' }));
      const { externalReference } = part;
      const record = { kind: 'order', from: 'erp', number, externalReference, status: 'open', lines } as const;
      save(
        { order, record: { ...record, changedAt: '' }, edit: undefined, shipment: undefined, invoice: undefined },
        {
          ...record,
          changedAt: '',
        },
      );
      return { type: 'erp.accepted', partId: part.partId, erp: 'erp', number, rejected: [] };
    },
    act: (what) => {
      const done = [...bookings.values()].flatMap((booking) => acts[what](booking) ?? []);
      if (what !== 'edit') return done;
      const number = `HAND-${keyed.length}`;
      keyed.push(number);
      write({ kind: 'order', from: 'erp', number, changedAt: clock(), status: 'open', lines: [] });
      return done;
    },
    async *since(watermark, until) {
      const changed = [...log.values()].filter(({ changedAt }) => changedAt >= watermark && changedAt < until);
      for (let start = 0; start < changed.length; start += pageSize) yield changed.slice(start, start + pageSize);
    },
    find: async (names) => {
      const kinds = ['order', 'shipment', 'invoice', 'payment'];
      return names.flatMap(({ number }) => kinds.flatMap((kind) => log.get(`${kind}/${number}`) ?? []));
    },
  };
}

function editedBy(edit: (typeof edits)[number], record: ObservedOrder): ObservedOrder {
  const [first, ...rest] = record.lines;
  if (first === undefined) return record;
  const one = { lineId: first.lineId, quantity: { ...first.quantity, value: '1' } };
  const of = (value: string) => ({ ...first, quantity: { ...first.quantity, value } });
  const less = [of(subtract(first.quantity.value, '1')), ...rest];
  switch (edit) {
    case 'less':
      return { ...record, lines: less };
    case 'named':
      return {
        ...record,
        lines: less,
        closings: [{ closing: `close-${record.number}`, lines: [one], reason: 'by hand' }],
      };
    case 'more':
      return { ...record, lines: [of(add(first.quantity.value, '5')), ...rest] };
    case 'cancelled':
      return { ...record, status: 'cancelled', lines: [] };
    default:
      return { ...record, lines: [{ ...first, price: '9.00' }, ...rest] };
  }
}

function shipmentOf(shipmentId: string, number: string, lines: readonly LineQuantity[], at: string): Shipment {
  const base = { kind: 'shipment', version: '1', purpose: 'original', shipmentId, createdAt: at } as const;
  const items = lines.map(({ lineId, quantity }) => ({ orderNumber: number, ids: [], lineId, quantity }));
  return { ...base, shippedOn: at.slice(0, 10), carrier: {}, parties: {}, references: [], units: [], items };
}

function invoiceOf(number: string, order: string, { items }: Shipment, at: string): Invoice {
  const price = { amount: '3.25' };
  const lines = items.map(({ lineId, quantity }) => {
    return { lineId, quantity, ids: [], price, net: multiply(quantity.value, price.amount) };
  });
  const total = lines.reduce((sum, { net }) => add(sum, net), '0');
  const base = { kind: 'invoice', version: '1', number, type: 'invoice', date: at.slice(0, 10) } as const;
  const rest = { shipmentIds: [], currency: 'USD', parties: {}, references: [] };
  return { ...base, ...rest, orderNumber: order, lines, total };
}
