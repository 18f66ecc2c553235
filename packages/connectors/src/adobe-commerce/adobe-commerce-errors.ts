import type { VendorErrorRule } from '../http/vendor-errors.ts';

const core = 'github.com/magento/magento2';
const sales = `${core}, app/code/Magento/Sales/Model/Order`;

/** What Adobe Commerce's errors mean: `{ message, parameters, errors }`, told with the parameters in their places. */
export const adobeCommerceErrors: readonly VendorErrorRule[] = [
  {
    status: 401,
    includes: 'authorized to access',
    class: 'permission',
    sample: "The consumer isn't authorized to access %resources.",
    source: `${core}#39289`,
  },
  {
    status: 401,
    includes: 'The signature is invalid',
    class: 'auth',
    sample: 'The signature is invalid. Verify and try again.',
    source: `${core}, lib/internal/Magento/Framework/Oauth/Oauth.php`,
  },
  {
    status: 404,
    includes: 'Request does not match any route',
    class: 'config',
    sample: 'Request does not match any route.',
    source: `${core}, app/code/Magento/Webapi/Controller/Rest/Router.php`,
  },
  {
    includes: 'No such entity with',
    class: 'not-found',
    sample: 'No such entity with %fieldName = %fieldValue',
    source: `${core}, lib/internal/Magento/Framework/Exception/NoSuchEntityException.php`,
  },
  {
    includes: 'The order does not allow a shipment to be created',
    class: 'conflict',
    sample: 'Shipment Document Validation Error(s):\nThe order does not allow a shipment to be created.',
    source: `${sales}/Validation/CanShip.php`,
  },
  {
    includes: 'A shipment cannot be created when an order has a status of',
    class: 'conflict',
    sample: 'A shipment cannot be created when an order has a status of holded',
    source: `${sales}/Validation/CanShip.php`,
  },
  {
    includes: 'The quantity to ship must not be greater than the unshipped quantity',
    class: 'validation',
    sample: 'The quantity to ship must not be greater than the unshipped quantity for product SKU "TAPE".',
    source: `${sales}/Shipment/Validation/QuantityValidator.php`,
  },
  {
    includes: "You can't create a shipment without products",
    class: 'validation',
    sample: "You can't create a shipment without products.",
    source: `${sales}/Shipment/Validation/QuantityValidator.php`,
  },
  {
    includes: 'The order does not allow an invoice to be created',
    class: 'conflict',
    sample: 'The order does not allow an invoice to be created.',
    source: `${sales}/Validation/CanInvoice.php`,
  },
  {
    includes: 'An invoice cannot be created when an order has a status of',
    class: 'conflict',
    sample: 'An invoice cannot be created when an order has a status of holded',
    source: `${sales}/Validation/CanInvoice.php`,
  },
  {
    includes: 'The quantity to invoice must not be greater than the uninvoiced quantity',
    class: 'validation',
    sample: 'The quantity to invoice must not be greater than the uninvoiced quantity for product SKU "TAPE".',
    source: `${sales}/InvoiceQuantityValidator.php`,
  },
  {
    status: 400,
    includes: 'Document Validation Error(s)',
    class: 'validation',
    sample: 'Shipment Document Validation Error(s):',
    source: `${core}, app/code/Magento/Sales/Model/ShipOrder.php`,
  },
];
