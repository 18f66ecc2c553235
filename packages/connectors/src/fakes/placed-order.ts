/** A line of an order that a buyer places in a fake shop. */
export interface PlacedLine {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  /** Of one. */
  readonly price: number;
}
