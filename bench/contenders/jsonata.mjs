import { isDeepStrictEqual } from 'node:util';
import jsonata from 'jsonata';
import { mappingOrders } from '../mapping-orders.mjs';
import { secondsOf } from '../seconds-of.mjs';

/**
 * What the map of the 850 does to the made-up purchase orders, in JSONata. It is spared what the map does for other orders: other
 * codes, parties and segments, checks of values, what is lost, what is kept.
 */
const program = jsonata(`
  (
    $date := function($text) { $substring($text, 0, 4) & '-' & $substring($text, 4, 2) & '-' & $substring($text, 6, 2) };
    $decimal := function($text) { $contains($text, '.') ? $replace($replace($text, /0+$/, ''), /\\.$/, '') : $text };
    $dated := function($code) { $date(DTM[dateQualifier = $code].date) };
    $units := { 'EA': 'EA', 'CA': 'XCS', 'BX': 'XBX', 'PK': 'XPK' };
    $references := { 'DP': 'department', 'IA': 'vendorNumber' };
    $party := function($role) {
      N1Loop[N1.partyRole = $role].{
        'name': N1.name,
        'ids': [{ 'scheme': 'buyer', 'value': N1.identificationCode }],
        'address': {
          'lines': [N3.addressLine, N3.addressLine2],
          'city': N4.city, 'region': N4.stateOrProvince, 'postalCode': N4.postalCode, 'country': N4.country
        }
      }
    };
    {
      'kind': 'order',
      'version': '1',
      'channel': 'edi',
      'purpose': BEG.transactionSetPurpose = '00' ? 'original',
      'type': BEG.purchaseOrderType,
      'number': BEG.purchaseOrderNumber,
      'dates': { 'ordered': $date(BEG.purchaseOrderDate), 'requestedShip': $dated('010'), 'deliverBy': $dated('002') },
      'currency': CUR.currency,
      'references': [REF.{ 'type': $lookup($references, referenceQualifier), 'value': referenceNumber }],
      'terms': ITD.{
        'type': termsType,
        'basis': termsBasisDate,
        'discountPercent': $decimal(discountPercent),
        'discountDays': $number(discountDays),
        'netDays': $number(netDays),
        'description': description
      },
      'freight': { 'payment': $lookup({ 'CC': 'collect', 'PP': 'prepaid' }, FOB.freightPayment) },
      'routing': TD5.{ 'scac': identificationCode, 'mode': transportMode, 'name': routing },
      'parties': {
        'buyer': {
          'ids': [],
          'contacts': [PER.{ 'role': $lookup({ 'BD': 'buyer' }, contactFunction), 'name': name, 'phone': communicationNumber }]
        },
        'shipTo': $party('ST'), 'billTo': $party('BT')
      },
      'lines': [PO1Loop.$merge([
        {
          'lineId': PO1.assignedIdentification,
          'quantity': { 'value': $decimal(PO1.quantityOrdered), 'unit': $lookup($units, PO1.unitOfMeasure) },
          'price': { 'amount': $decimal(PO1.unitPrice), 'basis': PO1.unitPriceBasis, 'unit': PO1.unitOfMeasure != 'EA' ? 'EA' },
          'ids': [
            { 'scheme': 'gtin', 'value': '00' & PO1.productId },
            { 'scheme': 'seller', 'value': PO1.productId2 }
          ],
          'description': PIDLoop[PID.descriptionType = 'F'].PID.description
        },
        PO4 ? { 'packSize': $decimal(PO4.innerUnitsPerPack) } : {}
      ])]
    }
  )
`);

/** What JSONata, the language of maps at other makers, is asked to do. */
export const jobs = {
  /** `{ wrong }`: the first field that differs from the documents of the map; undefined when there is none. */
  async check({ path, canonical }) {
    for (const [index, document] of mappingOrders(path).entries()) {
      const found = plain(await program.evaluate(document));
      const wrong = difference(found, plain(canonical[index]), `order ${index + 1}`);
      if (wrong !== undefined) return { wrong };
    }
    return {};
  },

  /** Makes the canonical document of each purchase order. */
  async read({ path, leastSeconds }) {
    const documents = mappingOrders(path);
    const made = [];
    const seconds = await secondsOf(async () => {
      made.length = 0;
      for (const document of documents) made.push(await program.evaluate(document));
    }, leastSeconds);
    return { seconds, documents: made.length };
  },
};

/** JSONata's arrays have properties beside their items. */
function plain(value) {
  return JSON.parse(JSON.stringify(value));
}

function difference(found, wanted, place) {
  if (isDeepStrictEqual(found, wanted)) return undefined;
  const isHolder = (value) => typeof value === 'object' && value !== null;
  if (!isHolder(found) || !isHolder(wanted))
    return `${place} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`;
  for (const key of new Set([...Object.keys(found), ...Object.keys(wanted)])) {
    const wrong = difference(found[key], wanted[key], `${place}.${key}`);
    if (wrong !== undefined) return wrong;
  }
  return `${place} is of another form`;
}
