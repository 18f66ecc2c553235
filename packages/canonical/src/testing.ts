export { invoice, order, orderAcknowledgment, shipment } from './testing/documents.ts';
export { calendarDate, decimal, instant, itemIds, price, quantity } from './testing/values.ts';
