import {
  ApplicationAdvice,
  Customer,
  FulfillmentConfirmation,
  FulfillmentRequest,
  InventoryAvailability,
  Invoice,
  Item,
  Order,
  OrderAcknowledgment,
  OrderChange,
  PartnerIdentity,
  Remittance,
  Return,
  Shipment,
  ShipmentStatus,
  TextMessage,
} from '@dist/canonical';
import type { DocumentName } from '@dist/canonical/json-schema';
import type * as z from 'zod';

// Companies, people and numbers are made up. Every field that a document has stands in its sample.
const gtin = '80614141123458';
const gln = '0614141123452';
const ext = { acme: { route: 'B7' } };
const ids = [
  { scheme: 'gtin', value: gtin },
  { scheme: 'seller', value: 'AX-100' },
] as const;
const references = [{ type: 'department', value: '042', description: 'Hardware' }];
const cases = (value: string) => ({ value, unit: 'XCS' });
const pounds = (value: string) => ({ value, unit: 'LBR' });

const party = {
  name: 'Northfield Stores',
  additionalName: 'Dock 4',
  ids: [{ scheme: 'gln', value: gln }],
  address: { lines: ['1 Main Street'], city: 'Springfield', region: 'IL', postalCode: '62701', country: 'US' },
  contacts: [
    { role: 'delivery', name: 'Goods in', phone: '+1 555 0100', fax: '+1 555 0101', email: 'in@northfield.example' },
  ],
  taxIds: [{ type: 'federalTaxId', value: '00-0000000', description: 'EIN' }],
} as const;

const parties = {
  buyer: party,
  seller: party,
  billTo: party,
  shipTo: party,
  shipFrom: party,
  markFor: party,
  remitTo: party,
};

const dates = {
  ordered: '2026-03-02',
  requestedShip: '2026-03-06',
  shipNotBefore: '2026-03-05',
  shipNotAfter: '2026-03-09',
  deliverBy: '2026-03-12',
  cancelAfter: '2026-03-13',
};

const terms = {
  type: '08',
  basis: '3',
  discountPercent: '2',
  discountDays: 10,
  discountDueOn: '2026-03-15',
  discountAmount: '1.2',
  netDays: 30,
  netDueOn: '2026-04-04',
  description: '2% 10, net 30',
};

const freight = { payment: 'collect', place: 'OR', description: 'Springfield', incoterm: 'FCA' } as const;
const carrier = { scac: 'ABCD', name: 'Able Freight', mode: 'M', service: 'G2', trackingNumber: '1Z9', account: '77' };
const equipment = { type: 'TL', initial: 'ABCD', number: '5391', seal: 'S-1' };
const price = { amount: '30', per: '12', unit: 'XCS', basis: 'PE' };

const allowance = {
  kind: 'allowance',
  code: 'C310',
  amount: '2',
  rate: '1',
  quantity: cases('2'),
  percent: '5',
  method: 'offInvoice',
  agreement: 'PROMO-1',
  description: 'Promotion',
} as const;

const tax = {
  category: 'ST',
  rate: '5',
  amount: '0.1',
  taxable: '2',
  jurisdiction: 'IL',
  included: false,
  taxId: 'T-1',
};
const component = { lineId: '1.1', ids, description: 'Bolt', quantity: { value: '6', unit: 'C62' }, price };

const orderLine = {
  lineId: '00A',
  ids,
  description: 'Hex bolt',
  quantity: cases('24'),
  price,
  packSize: '12',
  retailPrice: '4.99',
  attributes: [{ type: 'colour', value: '410', description: 'Blue' }],
  dates,
  schedules: [{ quantity: cases('24'), type: 'deliverBy', date: '2026-03-12' }],
  allocations: [{ location: { scheme: 'gln', value: gln }, quantity: cases('24') }],
  components: [component],
  parties,
  allowancesCharges: [allowance],
  taxes: [tax],
  references,
  notes: ['This side up'],
  ext,
};

const order = {
  kind: 'order',
  version: '1',
  purpose: 'original',
  number: '4711',
  release: '2',
  type: 'SA',
  channel: 'edi',
  currency: 'USD',
  placedAt: '2026-03-02T08:15:00-06:00',
  dates,
  parties,
  terms,
  freight,
  routing: carrier,
  references,
  lines: [orderLine],
  allowancesCharges: [allowance],
  taxes: [tax],
  notes: ['Deliver at the rear'],
  total: '56.2',
  ext,
};

const orderChange = {
  kind: 'orderChange',
  version: '1',
  purpose: 'change',
  mode: 'delta',
  quantities: 'total',
  orderNumber: '4711',
  orderRelease: '2',
  orderDate: '2026-03-02',
  type: 'SA',
  changeNumber: '3',
  changedOn: '2026-03-03',
  currency: 'USD',
  dates,
  parties,
  terms,
  freight,
  routing: carrier,
  references,
  lines: [{ ...orderLine, action: 'decreaseQuantity', leftToReceive: '24' }],
  allowancesCharges: [allowance],
  taxes: [tax],
  notes: ['Less of it'],
  total: '56.2',
  ext,
};

const orderAcknowledgment = {
  kind: 'orderAcknowledgment',
  version: '1',
  purpose: 'change',
  status: 'acceptedWithChange',
  orderNumber: '4711',
  orderRelease: '2',
  orderDate: '2026-03-02',
  changeNumber: '3',
  changedOn: '2026-03-03',
  acknowledgedOn: '2026-03-03',
  sellerOrderNumbers: ['SO-1', 'SO-2'],
  currency: 'USD',
  dates,
  parties,
  terms,
  freight,
  routing: carrier,
  references,
  lines: [
    {
      lineId: '00A',
      action: 'decreaseQuantity',
      ids,
      description: 'Hex bolt',
      quantity: cases('24'),
      price,
      acceptedPrice: '31',
      responses: [
        {
          status: 'acceptedWithChange',
          quantity: cases('14'),
          reason: 'price',
          shipDate: '2026-03-06',
          deliveryDate: '2026-03-09',
        },
        {
          status: 'substituted',
          quantity: cases('10'),
          substituteIds: [{ scheme: 'seller', value: 'AX-101' }],
          substitutePrice: price,
        },
      ],
      references,
      notes: ['Two of three'],
      ext,
    },
  ],
  allowancesCharges: [allowance],
  notes: ['Thank you'],
  ext,
};

const shipment = {
  kind: 'shipment',
  version: '1',
  purpose: 'original',
  shipmentId: 'S1',
  createdAt: '2026-03-05T10:00:00-06:00',
  shippedOn: '2026-03-05',
  deliveryExpectedOn: '2026-03-07',
  carrier,
  equipment,
  freight,
  parties,
  references,
  packageCount: 1,
  packaging: 'CTN25',
  grossWeight: pounds('41.5'),
  volume: { value: '2.5', unit: 'FTQ' },
  units: [
    { unitId: 'P1', type: 'pallet', sscc: '106141412345678908' },
    {
      unitId: 'C1',
      type: 'carton',
      parentId: 'P1',
      trackingNumber: '1Z9',
      ids: [{ scheme: 'gtin', value: gtin }],
      packaging: 'CTN25',
      weight: pounds('41.5'),
      dimensions: { length: '20', width: '12.5', height: '10', unit: 'INH' },
    },
  ],
  items: [
    {
      orderNumber: '4711',
      orderRelease: '2',
      orderDate: '2026-03-02',
      orderReferences: references,
      lineId: '00A',
      unitId: 'C1',
      ids,
      description: 'Hex bolt',
      kitIds: [{ scheme: 'seller', value: 'KIT-1' }],
      quantity: cases('14'),
      ordered: cases('24'),
      location: { scheme: 'buyer', value: '0012' },
      packSize: '12',
      weight: pounds('40.25'),
      lot: 'L-7',
      serials: ['1', '2'],
      expiresOn: '2027-03-05',
      manufacturedOn: '2026-01-05',
      countryOfOrigin: 'US',
    },
  ],
  ext,
};

const invoice = {
  kind: 'invoice',
  version: '1',
  number: 'C1',
  type: 'creditMemo',
  date: '2026-03-20',
  originalInvoice: { number: 'I1', date: '2026-03-05' },
  returnNumber: 'R1',
  reason: 'damaged',
  orderNumber: '4711',
  orderRelease: '2',
  orderDate: '2026-03-02',
  shipmentIds: ['S1'],
  shippedOn: '2026-03-05',
  currency: 'USD',
  parties,
  terms,
  carrier,
  freight,
  references,
  lines: [
    {
      lineId: '00A',
      ids,
      description: 'Hex bolt',
      quantity: cases('24'),
      pricedQuantity: cases('24'),
      packSize: '12',
      price,
      net: '58',
      allowancesCharges: [allowance],
      taxes: [tax],
      components: [component],
      references,
      ext,
    },
  ],
  allowancesCharges: [allowance],
  taxes: [tax],
  total: '56.2',
  discountAmounts: { discountable: '56', discounted: '55', discount: '1.2' },
  unitsShipped: cases('24'),
  grossWeight: pounds('41.5'),
  notes: ['Sorry'],
  ext,
};

const inventoryAvailability = {
  kind: 'inventoryAvailability',
  version: '1',
  purpose: 'original',
  number: 'A1',
  type: 'DD',
  extent: 'complete',
  channel: 'northfield',
  asOf: '2026-03-05T10:00:00-06:00',
  expiresAt: '2026-03-06T10:00:00-06:00',
  currency: 'USD',
  parties,
  references,
  items: [
    {
      lineId: '1',
      ids,
      description: 'Hex bolt',
      location: { scheme: 'seller', value: 'W1' },
      status: 'active',
      price,
      quantities: [
        { type: 'onHand', quantity: cases('40') },
        { type: 'reserved', quantity: cases('10') },
        { type: 'salable', quantity: cases('30') },
        { type: 'inbound', quantity: cases('100'), on: '2026-03-20' },
      ],
      references,
      ext,
    },
  ],
  ext,
};

const returned = {
  kind: 'return',
  version: '1',
  purpose: 'original',
  number: 'R1',
  status: 'inspected',
  authorizationNumber: 'RMA-1',
  requestedOn: '2026-03-10',
  authorizedOn: '2026-03-11',
  returnBy: '2026-04-10',
  receivedOn: '2026-03-18',
  currency: 'USD',
  parties,
  carrier,
  references,
  lines: [
    {
      lineId: '1',
      original: { orderNumber: '4711', orderRelease: '2', lineId: '00A', shipmentId: 'S1', invoiceNumber: 'I1' },
      ids,
      description: 'Hex bolt',
      quantity: cases('3'),
      reason: 'damaged',
      note: 'Wet',
      price,
      authorizedQuantity: cases('3'),
      receivedQuantity: cases('3'),
      outcomes: [
        {
          decision: 'accepted',
          quantity: cases('2'),
          condition: 'damaged',
          disposition: 'scrap',
          credited: '60',
          creditNumber: 'C1',
        },
        {
          decision: 'refused',
          quantity: cases('1'),
          condition: 'used',
          disposition: 'returnToBuyer',
          reason: 'opened by the buyer',
        },
      ],
      lot: 'L-7',
      serials: ['1'],
      ext,
    },
  ],
  notes: ['Dock 4'],
  ext,
};

const adjustment = { reason: '01', amount: '-1', reference: { ...references[0] }, note: 'Short' };
const bank = { bankType: '01', bank: '000000000', accountType: 'DA', account: '0001' };

const remittance = {
  kind: 'remittance',
  version: '1',
  traceNumber: 'T1',
  originatingCompany: '1000000000',
  handling: 'remittanceOnly',
  direction: 'credit',
  method: 'ach',
  format: 'CTX',
  paidOn: '2026-04-02',
  total: '50',
  currency: 'USD',
  payer: party,
  payee: party,
  payerBank: bank,
  payeeBank: bank,
  references,
  lines: [
    {
      type: 'invoice',
      number: 'I1',
      date: '2026-03-05',
      orderNumber: '4711',
      gross: '54',
      discount: '2',
      adjustments: [adjustment],
      net: '51',
      references,
      ext,
    },
  ],
  adjustments: [adjustment],
  notes: ['Thank you'],
  ext,
};

const fulfillmentRequest = {
  kind: 'fulfillmentRequest',
  version: '1',
  purpose: 'original',
  number: 'F1',
  orderNumber: '4711',
  orderRelease: '2',
  orderDate: '2026-03-02',
  type: 'OR',
  currency: 'USD',
  dates,
  parties,
  carrier,
  freight,
  references,
  lines: [
    {
      lineId: '00A',
      ids,
      description: 'Hex bolt',
      quantity: cases('24'),
      packSize: '12',
      lot: 'L-7',
      allocations: [{ location: { scheme: 'gln', value: gln }, quantity: cases('24') }],
      price,
      references,
      notes: ['Heavy'],
      ext,
    },
  ],
  notes: ['Deliver at the rear'],
  ext,
};

const fulfillmentConfirmation = {
  kind: 'fulfillmentConfirmation',
  version: '1',
  extent: 'fullDetail',
  requestNumber: 'F1',
  orderNumber: '4711',
  orderRelease: '2',
  shipmentId: 'W-1',
  shippedOn: '2026-03-05',
  carrier,
  equipment,
  freight,
  parties,
  references,
  packages: [
    {
      type: 'carton',
      sscc: '106141412345678908',
      trackingNumber: '1Z9',
      ids: [{ scheme: 'gtin', value: gtin }],
      weight: pounds('41.5'),
      lines: [
        {
          lineId: '00A',
          ids,
          substitutedIds: [{ scheme: 'seller', value: 'AX-101' }],
          description: 'Hex bolt',
          status: 'short',
          ordered: '24',
          quantity: cases('14'),
          difference: '10',
          reason: '01',
          weight: pounds('40.25'),
          lot: 'L-7',
          serials: ['1', '2'],
          expiresOn: '2027-03-05',
          countryOfOrigin: 'US',
          references,
          ext,
        },
      ],
    },
  ],
  packageCount: 1,
  grossWeight: pounds('41.5'),
  unitsShipped: '14',
  notes: ['Ten are missing'],
  ext,
};

const shipmentStatus = {
  kind: 'shipmentStatus',
  version: '1',
  shipmentId: 'S1',
  carrier,
  parties,
  references,
  events: [
    {
      type: 'event',
      code: 'D1',
      reason: 'NS',
      milestone: 'delivered',
      at: '2026-03-07T09:30:00-06:00',
      on: '2026-03-07',
      place: { city: 'Springfield', region: 'IL', postalCode: '62701', country: 'US' },
      signedBy: 'Goods in',
      equipmentNumber: '5391',
    },
  ],
  estimatedDelivery: '2026-03-07T12:00:00-06:00',
  packageCount: 1,
  grossWeight: pounds('41.5'),
  ext,
};

const applicationAdvice = {
  kind: 'applicationAdvice',
  version: '1',
  purpose: 'original',
  number: 'V1',
  issuedOn: '2026-03-06',
  parties,
  documents: [
    {
      status: 'rejected',
      level: 'transactionSet',
      reference: { type: 'shipment', value: 'S1', description: 'ASN' },
      document: '856',
      date: '2026-03-05',
      sender: 'KESTREL',
      receiver: 'NORTHFIELD',
      groupControlNumber: '17',
      setControlNumber: '0001',
      references,
      errors: [
        {
          code: '024',
          message: 'Carton without label',
          segment: 'MAN',
          segmentPosition: 12,
          elementPosition: 2,
          found: '0',
          corrected: '1',
          notes: ['See the guide'],
        },
      ],
      ext,
    },
  ],
  ext,
};

const textMessage = {
  kind: 'textMessage',
  version: '1',
  purpose: 'original',
  subject: 'Holiday',
  issuedOn: '2026-03-06',
  parties,
  references,
  messages: [{ number: '1', subject: 'Closed', lines: ['We are closed', 'on Monday.'] }],
  ext,
};

const item = {
  sku: 'AX-100',
  ids,
  description: 'Hex bolt',
  baseUnit: 'C62',
  conversions: [{ unit: 'XCS', baseUnits: '12' }],
  price: '2.5',
  status: 'active',
  crossReferences: [
    { partner: 'northfield', scheme: 'buyer', value: 'B-1', from: '2026-01-01', until: '2026-12-31' },
    { partner: 'northfield', scheme: 'buyer', value: 'B-2', from: '2027-01-01' },
  ],
  packs: [{ unit: 'XCS', gtin, contains: { value: '12', unit: 'C62' } }],
  kitComponents: [{ sku: 'AX-1', quantity: { value: '2', unit: 'C62' } }],
  lotControlled: true,
  serialControlled: false,
  catchWeight: false,
  countryOfOrigin: 'US',
  ext,
};

const customer = {
  ...party,
  customerNumber: 'C-1',
  shipTo: [{ ...party, shipToNumber: '0012' }],
  parentNumber: 'C-0',
  currency: 'USD',
  terms,
  ext,
};

const partnerIdentity = {
  ids: [{ scheme: 'gln', value: gln }],
  interchanges: [
    {
      usage: 'production',
      unit: 'east',
      qualifier: 'ZZ',
      id: 'NORTHFIELD',
      groupId: 'NORTHEAST',
      releases: ['004010', '005010'],
      interchangeVersion: '00401',
      delimiters: { element: '*', component: '>', segment: '~', repetition: '^' },
    },
  ],
  connections: [{ usage: 'test', unit: 'east', protocol: 'as2', name: 'NORTHFIELD-AS2' }],
  gs1CompanyPrefixes: ['0614141'],
  shopDomains: ['northfield.example'],
  timeZone: 'America/Chicago',
  ext,
};

/** Each document and master by name: its schema, and a sample in which every field stands. */
export const everyDocument: Readonly<Record<DocumentName, { schema: z.ZodType; sample: Record<string, unknown> }>> = {
  Order: { schema: Order, sample: apart(order) },
  OrderChange: { schema: OrderChange, sample: apart(orderChange) },
  OrderAcknowledgment: { schema: OrderAcknowledgment, sample: apart(orderAcknowledgment) },
  Shipment: { schema: Shipment, sample: apart(shipment) },
  Invoice: { schema: Invoice, sample: apart(invoice) },
  InventoryAvailability: { schema: InventoryAvailability, sample: apart(inventoryAvailability) },
  Return: { schema: Return, sample: apart(returned) },
  Remittance: { schema: Remittance, sample: apart(remittance) },
  FulfillmentRequest: { schema: FulfillmentRequest, sample: apart(fulfillmentRequest) },
  FulfillmentConfirmation: { schema: FulfillmentConfirmation, sample: apart(fulfillmentConfirmation) },
  ShipmentStatus: { schema: ShipmentStatus, sample: apart(shipmentStatus) },
  ApplicationAdvice: { schema: ApplicationAdvice, sample: apart(applicationAdvice) },
  TextMessage: { schema: TextMessage, sample: apart(textMessage) },
  Item: { schema: Item, sample: apart(item) },
  Customer: { schema: Customer, sample: apart(customer) },
  PartnerIdentity: { schema: PartnerIdentity, sample: apart(partnerIdentity) },
};

/** The parts that samples have in common are written once; a test that changes one of them must not change the others. */
function apart(sample: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(sample));
}
