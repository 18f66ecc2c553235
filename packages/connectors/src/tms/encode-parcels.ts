import type { Party, Quantity } from '@dist/canonical';
import type { ParcelPackage, ParcelRequest } from '../port/parcel-request.ts';
import { present } from '../port/present.ts';

/** What ShipEngine calls our units (UN/ECE Recommendation 20): schemas weight_unit and dimension_unit. */
const weightUnits: Readonly<Record<string, string>> = { LBR: 'pound', ONZ: 'ounce', GRM: 'gram', KGM: 'kilogram' };
const lengthUnits: Readonly<Record<string, string>> = { INH: 'inch', CMT: 'centimeter' };

/** A body for ShipEngine, or what of the request it cannot be made of. */
export type Encoded = { readonly ok: true; readonly value: object } | { readonly ok: false; readonly message: string };

/** The fields of a shipment that rates and labels share: places, day and packages. */
export function encodeParcels({ shipFrom, shipTo, shippedOn, packages }: ParcelRequest): Encoded {
  const fault =
    addressFault(shipFrom, 'shipFrom') ??
    addressFault(shipTo, 'shipTo') ??
    (packages.length === 0 ? 'a parcel has one package at least' : packages.map(packageFault).find(isText));
  if (fault !== undefined) return { ok: false, message: fault };
  return {
    ok: true,
    value: present({
      ship_from: addressOf(shipFrom),
      ship_to: addressOf(shipTo),
      // A day is an instant in the schema date.
      ship_date: shippedOn === undefined ? undefined : `${shippedOn}T00:00:00Z`,
      packages: packages.map(packageOf),
    }),
  };
}

const isText = (text: string | undefined): boolean => text !== undefined;

/** The least that the schema shipping_address requires; a carrier may want more. */
function addressFault({ name, address, contacts = [] }: Party, role: string): string | undefined {
  if (!name) return `${role} has no name`;
  const { lines = [], city, region, postalCode, country } = address ?? {};
  if (!lines[0] || !city || !region || !postalCode || !country)
    return `${role} needs an address with a line, city, region, postal code and country`;
  if (lines.length > 3) return `${role} has ${lines.length} lines of address, ShipEngine has 3`;
  return role === 'shipFrom' && !contacts.some(({ phone }) => phone) ? `${role} needs a telephone number` : undefined;
}

function addressOf({ name, additionalName, address, contacts = [] }: Party): object {
  const { lines = [], city, region, postalCode, country } = address ?? {};
  const person = contacts.find((contact) => contact.name)?.name;
  return present({
    name: person ?? name,
    company_name: person === undefined ? additionalName : name,
    phone: contacts.find(({ phone }) => phone)?.phone,
    email: contacts.find(({ email }) => email)?.email,
    address_line1: lines[0],
    address_line2: lines[1] || undefined,
    address_line3: lines[2] || undefined,
    city_locality: city,
    state_province: region,
    postal_code: postalCode,
    country_code: country,
  });
}

function packageFault({ weight, dimensions }: ParcelPackage, index: number): string | undefined {
  const where = `package ${index + 1}`;
  if (!Object.hasOwn(weightUnits, weight.unit))
    return `${where}: a weight in ${weight.unit} is not known to ShipEngine`;
  if (dimensions !== undefined && !Object.hasOwn(lengthUnits, dimensions.unit))
    return `${where}: dimensions in ${dimensions.unit} are not known to ShipEngine`;
  const numbers = [weight.value, ...(dimensions ? [dimensions.length, dimensions.width, dimensions.height] : [])];
  const wrong = numbers.find((text) => !(Number(text) > 0 && String(Number(text)) === text));
  return wrong === undefined ? undefined : `${where}: ${wrong} is no measure that a JSON number keeps`;
}

function packageOf({ weight, dimensions, packaging }: ParcelPackage): object {
  return present({
    package_code: packaging,
    weight: measure(weight),
    dimensions: dimensions && {
      unit: lengthUnits[dimensions.unit],
      length: Number(dimensions.length),
      width: Number(dimensions.width),
      height: Number(dimensions.height),
    },
  });
}

function measure({ value, unit }: Quantity): object {
  return { value: Number(value), unit: weightUnits[unit] };
}
