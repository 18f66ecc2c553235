import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtEntry, builtEntryOf } from './built-entry.mjs';
import { mappingOrders } from './mapping-orders.mjs';
import { mappingShipment } from './mapping-shipment.mjs';
import { secondsOf } from './seconds-of.mjs';

const { compile, loadMap } = await import(builtEntryOf('mapping', 'index'));
const { x12 } = await import(builtEntryOf('mapping', 'x12'));
const { Order, Shipment } = await import(builtEntryOf('canonical', 'index'));
const { purchaseOrder850, shipNotice856 } = await import(builtEntry('004010'));

const orders = compiled('850', purchaseOrder850, Order);
const shipments = compiled('856', shipNotice856, Shipment);

/** What maps that are shipped, X12 004010 850 and 856, are asked to do. */
export const jobs = {
  /** The canonical documents of a file, to compare the answers of others with. */
  canonical: ({ path }) => mappingOrders(path).map((document) => mustHave(orders.read(document))),

  /** Makes the canonical document of each purchase order. */
  async read({ path, leastSeconds }) {
    const documents = mappingOrders(path);
    let made;
    const seconds = await secondsOf(() => {
      made = documents.map((document) => mustHave(orders.read(document)));
    }, leastSeconds);
    return { seconds, documents: made.length };
  },

  /** Makes the canonical document of each, and from that the purchase order again. */
  async thereAndBack({ path, trace, leastSeconds }) {
    const documents = mappingOrders(path);
    let made;
    const seconds = await secondsOf(() => {
      made = documents.map((document) => {
        const canonical = mustHave(orders.read(document, { trace }));
        return mustHave(orders.write(canonical, { trace }));
      });
    }, leastSeconds);
    return { seconds, documents: made.length };
  },

  /** `JSON.parse` and `JSON.stringify` of the same canonical documents. */
  async json({ path, leastSeconds }) {
    const texts = mappingOrders(path).map((document) => JSON.stringify(mustHave(orders.read(document))));
    let made;
    const seconds = await secondsOf(() => {
      made = texts.map((text) => JSON.stringify(JSON.parse(text)));
    }, leastSeconds);
    return { seconds, documents: made.length };
  },

  /** Makes the ship notice of a shipment of so many packed lines, and from that the shipment again. */
  async shipNotice({ lines, leastSeconds }) {
    const shipment = mappingShipment(lines);
    let made;
    const seconds = await secondsOf(() => {
      made = mustHave(shipments.read(mustHave(shipments.write(shipment))));
    }, leastSeconds);
    return { seconds, lines: made.items.length };
  },
};

function compiled(set, definition, canonical) {
  const file = join(import.meta.dirname, `../packages/mapping/maps/x12-004010/${set}.json`);
  const map = mustHave(loadMap(JSON.parse(readFileSync(file, 'utf8'))));
  return mustHave(compile(map, { native: x12(definition), canonical }));
}

function mustHave({ ok, value, issues }) {
  if (!ok || issues.length > 0) throw new Error(`an issue in what is right: ${issues[0].code} ${issues[0].message}`);
  return value;
}
