import type { CalendarDate, Dimensions, Party, Quantity } from '@dist/canonical';

/** A parcel or pallet that is still to be labelled. */
export interface ParcelPackage {
  /** In a unit of weight: `KGM`, `GRM`, `LBR`, `ONZ`. */
  readonly weight: Quantity;
  readonly dimensions?: Dimensions | undefined;
  /** Kind of package in the system's code: `package`. */
  readonly packaging?: string | undefined;
}

/** What is sent from where to where. Both places have a name, a telephone number and an address. */
export interface ParcelRequest {
  readonly shipFrom: Party;
  readonly shipTo: Party;
  /** The day it leaves; today when absent. */
  readonly shippedOn?: CalendarDate | undefined;
  readonly packages: readonly ParcelPackage[];
}
