import { fieldOf } from '../../json/field-of.ts';
import { amazonRefusal } from './amazon-refusal.ts';
import type { AmazonVendorState } from './amazon-vendor-state.ts';

/** What a document must have at the least, by the models. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  acknowledgements: ['purchaseOrderNumber', 'sellingParty', 'acknowledgementDate', 'items'],
  shipmentConfirmations: [
    'shipmentIdentifier',
    'shipmentConfirmationType',
    'shipmentConfirmationDate',
    'sellingParty',
    'shipFromParty',
    'shipToParty',
    'shippedItems',
  ],
  invoices: ['invoiceType', 'id', 'date', 'remitToParty', 'invoiceTotal'],
};

/** Takes a document, answers 202 with a transaction, and finds faults in it afterwards, as Amazon does. */
export function submit(state: AmazonVendorState, kind: string, body: unknown): Response {
  const documents = fieldOf(body, kind);
  const [document] = Array.isArray(documents) ? (documents as readonly unknown[]) : [];
  const missing = wanted[kind]?.find((name) => fieldOf(document, name) === undefined);
  if (missing !== undefined) {
    const text = `The content of element '${kind}' is not complete. One of '{${missing}}' is expected.`;
    return amazonRefusal(400, 'InvalidInput', text);
  }
  const transactionId = `20260302080000-${String(state.transactions.size + 1).padStart(8, '0')}`;
  const status = kind === 'acknowledgements' && !acknowledge(state, document) ? 'Failure' : 'Success';
  state.transactions.set(transactionId, { status, document });
  return Response.json({ payload: { transactionId } }, { status: 202 });
}

function acknowledge({ orders }: AmazonVendorState, document: unknown): boolean {
  const order = orders.find(({ number }) => number === fieldOf(document, 'purchaseOrderNumber'));
  const items = fieldOf(document, 'items');
  if (order === undefined || !Array.isArray(items)) return false;
  for (const said of items) {
    const item = order.items.find(
      ({ itemSequenceNumber }) => itemSequenceNumber === fieldOf(said, 'itemSequenceNumber'),
    );
    const answers = fieldOf(said, 'itemAcknowledgements');
    if (item === undefined || !Array.isArray(answers)) return false;
    const of = (code: string) =>
      answers
        .filter((answer) => fieldOf(answer, 'acknowledgementCode') === code)
        .reduce((total, answer) => total + Number(fieldOf(fieldOf(answer, 'acknowledgedQuantity'), 'amount')), 0);
    item.accepted = of('Accepted');
    item.rejected = of('Rejected');
  }
  return true;
}

/** `getTransaction`. */
export function transaction({ transactions }: AmazonVendorState, transactionId: string): Response {
  const known = transactions.get(transactionId);
  if (known === undefined) return amazonRefusal(400, 'InvalidInput', 'Invalid transmission ID.');
  const { status } = known;
  const errors = status === 'Failure' ? [{ code: 'INVALID_ORDER_ID', message: 'Invalid order ID.' }] : undefined;
  return Response.json({ payload: { transactionStatus: { transactionId, status, ...(errors && { errors }) } } });
}
