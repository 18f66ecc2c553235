/** What a fake ERP is to know beside its own sample item and customer, for tests with master data of their own. */
export interface FakeCatalog {
  /** Items by the seller's numbers; units are codes of the system. */
  readonly items?: readonly { readonly sku: string; readonly description: string; readonly unit: string }[] | undefined;
  readonly customers?: readonly { readonly number: string; readonly name: string }[] | undefined;
}
