const ofTheirOwn = 'a REF of a party by an agreement of its own: an overlay gives the qualifier';
const whomToAsk =
  'contacts are told with the buyer and the ship-to; a PER elsewhere is kept, and an overlay can give it a rule';
const parcel = 'a PO names the carrier; the number of the parcel and the account are the seller’s to tell';
const account = 'who pays is told by FOB; the account has no element of its own';
const onceIn = 'the day of the order stands once, at the beginning of the set';
const otherParties = 'a line has a ship-to and a mark-for of its own; other parties are those of the order';
const floats = 'stands among the item numbers (LIN, W12) at no fixed place: an overlay gives it one';
const byList = 'the list that color and size are coded by (750, 751) is the partner’s: an overlay gives PID its rules';
const anotherPrice = 'which price it is (element 236) is the partner’s code: an overlay gives CTP its rule';

const parties = { 'parties.*.contacts': whomToAsk, 'parties.*.taxIds': ofTheirOwn };
const contacts = Object.fromEntries(
  ['seller', 'billTo', 'shipFrom', 'markFor', 'remitTo'].map((role) => [`parties.${role}.contacts`, whomToAsk]),
);
const routing = { 'routing.trackingNumber': parcel, 'routing.account': account };
const lineParties = Object.fromEntries(
  ['buyer', 'seller', 'billTo', 'shipFrom', 'remitTo'].map((role) => [`lines[].parties.${role}`, otherParties]),
);
const orderLine = {
  ...lineParties,
  'lines[].parties.*.contacts': whomToAsk,
  'lines[].parties.*.taxIds': ofTheirOwn,
  'lines[].dates.ordered': onceIn,
  'lines[].attributes': byList,
};
const substitutePrice = { 'lines[].responses[].substitutePrice': anotherPrice };

function between(what: string): Record<string, string> {
  const roles = ['billTo', 'shipTo', 'shipFrom', 'markFor', 'remitTo'];
  return Object.fromEntries(roles.map((role) => [`parties.${role}`, `${what} is between buyer and seller`]));
}

/**
 * By transaction set: fields of the model that the shipped map leaves out, and why. `*` is any one name; what stands under
 * a field goes with it.
 */
export const unmappedFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '810': {
    ...parties,
    'carrier.account': account,
    'originalInvoice.date': 'BIG10 has the number alone',
    reason: 'free words: NTE has the notes',
  },
  '820': {
    'payer.contacts': whomToAsk,
    'payer.taxIds': ofTheirOwn,
    'payee.contacts': whomToAsk,
    'payee.taxIds': ofTheirOwn,
    'lines[].adjustments[].reference.description': 'ADX03 and ADX04 have no text',
    'adjustments[].reference.description': 'ADX03 and ADX04 have no text',
  },
  '824': {
    ...parties,
    ...between('an advice'),
    'documents[].reference.description': 'OTI02 and OTI03 have no text',
  },
  '846': {
    ...parties,
    'parties.billTo': 'a report of stock is between buyer, seller and warehouse',
    'parties.shipTo': 'a report of stock is between buyer, seller and warehouse',
    'parties.markFor': 'a report of stock is between buyer, seller and warehouse',
    'parties.remitTo': 'a report of stock is between buyer, seller and warehouse',
    extent: 'nothing in an 846 says it: an overlay sets it',
    channel: 'the receiver of the interchange is the channel',
    'items[].status': 'no code of its own: an overlay gives the partner’s',
    'items[].price': anotherPrice,
  },
  '850': { ...contacts, 'parties.*.taxIds': ofTheirOwn, ...routing, ...orderLine, placedAt: 'of a shop’s order' },
  '855': {
    ...contacts,
    'parties.*.taxIds': ofTheirOwn,
    ...routing,
    ...substitutePrice,
    'dates.ordered': onceIn,
    changeNumber: 'of an 865',
    changedOn: 'of an 865',
    'lines[].action': 'of an 865',
  },
  '856': {
    ...parties,
    'carrier.account': account,
    'items[].kitIds': floats,
    'items[].countryOfOrigin': floats,
  },
  '860': {
    ...contacts,
    'parties.*.taxIds': ofTheirOwn,
    ...routing,
    ...orderLine,
    quantities: 'R17: nothing in an 860 says it: an overlay sets what is agreed',
    'dates.ordered': onceIn,
  },
  '864': { ...parties, ...between('a message'), references: 'an 864 has references of its parties alone' },
  '865': { ...contacts, 'parties.*.taxIds': ofTheirOwn, ...routing, ...substitutePrice, 'dates.ordered': onceIn },
  '940': {
    ...Object.fromEntries(Object.entries(contacts).filter(([field]) => !field.includes('remitTo'))),
    'parties.buyer.contacts': whomToAsk,
    'parties.*.taxIds': ofTheirOwn,
    'parties.remitTo': 'a warehouse is paid nothing by it',
    currency: 'of prices, which a warehouse is not told',
    'lines[].price': 'a warehouse is not told prices; papers that show them come with an overlay',
    'dates.ordered': onceIn,
    'carrier.service': 'W66 has no service level',
    'carrier.trackingNumber': 'the warehouse tells it',
    'carrier.account': account,
    'freight.incoterm': 'W66 has no terms of delivery',
  },
  '945': {
    ...parties,
    'parties.markFor': 'the request names it',
    'parties.remitTo': 'a warehouse is paid nothing by it',
    'carrier.service': 'W27 has no service level',
    'carrier.account': account,
    'equipment.seal': 'W10 is of the load, not of the trailer: an overlay gives it',
    'freight.place': 'the request says it',
    'freight.description': 'the request says it',
    'freight.incoterm': 'the request says it',
    'packages[].type': 'an LX does not say what it is: an overlay sets it',
    'packages[].weight': 'weights stand with the items and the whole',
    'packages[].lines[].countryOfOrigin': floats,
  },
};
