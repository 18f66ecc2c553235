import { withCheckDigit } from '../with-check-digit.ts';
import type { Catalogue } from './items.ts';

/** A made-up place that goods go to. */
export interface SamplePlace {
  readonly partner: Catalogue | 'shop';
  /** The number that the partner's documents name it by. */
  readonly number: string;
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
}

// Partner, the partner's short number, name / street / city / region / postal code. All of it is made up.
const table = `
northfield 0801 NORTHFIELD DC EAST / 1 SAMPLE PARKWAY / SPRINGTON / PA / 17000
northfield 0802 NORTHFIELD DC WEST / 800 SPECIMEN ROAD / DRY CREEK / NV / 89000
northfield 0117 NORTHFIELD STORE 0117 / 117 EXAMPLE AVENUE / LAKEVIEW / OH / 44000
northfield 0142 NORTHFIELD STORE 0142 / 142 EXAMPLE AVENUE / MILLBROOK / IN / 46000
northfield 0203 NORTHFIELD STORE 0203 / 203 PATTERN STREET / EASTON FALLS / WI / 53000
northfield 0218 NORTHFIELD STORE 0218 / 218 PATTERN STREET / RED OAK / IL / 60000
northfield 0305 NORTHFIELD STORE 0305 / 305 MODEL LANE / FAIRMOUNT / MI / 48000
northfield 0331 NORTHFIELD STORE 0331 / 331 MODEL LANE / CEDAR BLUFF / IA / 50000
harborline 1101 HARBORLINE RDC 1101 / 11 SAMPLE HARBOR ROAD / PORT ELLIS / GA / 30000
harborline 1187 HARBORLINE STORE 1187 / 87 SPECIMEN WAY / ASHLAND PARK / NC / 27000
harborline 1204 HARBORLINE STORE 1204 / 4 EXAMPLE ROAD / GREENVALE / SC / 29000
harborline 1233 HARBORLINE STORE 1233 / 33 EXAMPLE ROAD / BAYSIDE / FL / 32000
cedarpoint 0001 CEDARPOINT BRANCH 01 / 1 SAMPLE INDUSTRIAL DRIVE / IRON RIVER / MN / 55000
cedarpoint 0002 CEDARPOINT BRANCH 02 / 2 SAMPLE INDUSTRIAL DRIVE / STONE MILL / KS / 66000
cedarpoint 0007 CEDARPOINT BRANCH 07 / 7 SAMPLE INDUSTRIAL DRIVE / LONG PRAIRIE / TX / 75000
shop 7700100001 BLUE HERON CAFE (SAMPLE) / 12 SAMPLE STREET / RIVERTON / OR / 97000
shop 7700100002 PINE LOFT INTERIORS (SAMPLE) / 48 SPECIMEN SQUARE / HILLDALE / CO / 80000
`;

export const places: readonly SamplePlace[] = table
  .trim()
  .split('\n')
  .map((row) => {
    const [partner = '', short = '', ...rest] = row.split(' ');
    const [name = '', street = '', city = '', region = '', postalCode = ''] = rest.join(' ').split(' / ');
    return {
      partner: partner as SamplePlace['partner'],
      number: numberOf(partner, short),
      name,
      street,
      city,
      region,
      postalCode,
    };
  });

/** Northfield says its store number, Harborline a GLN (952 is GS1's prefix for demonstrations), Cedarpoint DUNS+4. */
function numberOf(partner: string, short: string): string {
  if (partner === 'harborline') return withCheckDigit(`95200001${short}`);
  return partner === 'cedarpoint' ? `990001230${short}` : short;
}

export function placeOf(partner: SamplePlace['partner'], number: string): SamplePlace {
  const found = places.find(
    (place) => place.partner === partner && (place.number === number || numberOf(partner, number) === place.number),
  );
  if (found === undefined) throw new RangeError(`no place ${number} of ${partner}`);
  return found;
}
