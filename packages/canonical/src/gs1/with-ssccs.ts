import type { Shipment } from '../document/shipment.ts';
import { makeSscc } from './sscc.ts';

/** Whose serial numbers are counted: those of one company prefix under one extension digit. */
export interface SerialKey {
  readonly companyPrefix: string;
  /** One digit, 0 to 9. */
  readonly extensionDigit: string;
}

/**
 * Where the serial numbers of logistic units come from: a counter that the caller keeps durably, for instance a row of a
 * database. `next` gives a whole number of 0 or more that it has not given for that key before; gaps are allowed, and it
 * may go on beyond the digits that the company prefix leaves.
 */
export interface SerialSource {
  next(key: SerialKey): number | bigint | string | Promise<number | bigint | string>;
}

/**
 * The shipment with an SSCC for every unit that lacks one, in the order of its units. What has one keeps it. The serial
 * number begins again at 0 when the digits that the company prefix leaves are used up: `reusedSsccs` then says whether that
 * was too soon. Numbers are taken before anything is written, so that labels and the ship notice are made of one result.
 * @throws RangeError when the prefix has not 4 to 12 digits, the extension is not one digit, or the source gives what is no whole number.
 */
export async function withSsccs(shipment: Shipment, key: SerialKey, serials: SerialSource): Promise<Shipment> {
  const units: Shipment['units'] = [];
  for (const unit of shipment.units) {
    units.push(unit.sscc === undefined ? { ...unit, sscc: await nextSscc(key, serials) } : unit);
  }
  return { ...shipment, units };
}

async function nextSscc({ companyPrefix, extensionDigit }: SerialKey, serials: SerialSource): Promise<string> {
  const given = String(await serials.next({ companyPrefix, extensionDigit }));
  if (!/^[0-9]{1,64}$/.test(given)) {
    throw new RangeError(`a serial number is a whole number of 0 or more, got "${given.slice(0, 40)}"`);
  }
  const room = 16 - companyPrefix.length;
  return makeSscc(companyPrefix, extensionDigit, given.slice(-Math.max(room, 1)));
}
