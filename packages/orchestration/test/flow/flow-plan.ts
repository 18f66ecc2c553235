/** Where a scenario is played: by the machine here, or by the real gateway in the tests of the connectors. */
export interface FlowPlan {
  /** By the order machine alone. */
  readonly here: readonly string[];
  /**
   * By `packages/connectors/test/gateway/flow-cases.test.ts`, from bytes to bytes, each with what the machine alone does not have.
   * `tests/house/scenarios.test.ts` looks that they are played there.
   */
  readonly gateway: Readonly<Record<string, string>>;
}

/** What becomes of each shared scenario, by the beginning of its name. Those that wait are in `waiting`. */
export const flowPlan: FlowPlan = {
  here: [
    'A change that arrives',
    'A gap in the change sequence',
    'A quantity decrease',
    'A cancellation after the pick',
    'An order shipped in two parts',
    'Over-shipment',
    'Back-orders forbidden',
    'A short warehouse confirmation',
    'The same item twice',
    'A lost ERP reply is looked up',
    'A lost reply whose look-up finds nothing',
    'The partner rejects a notice',
    'A 997 that never comes',
    'One rejected set of a batch',
    'A shop webhook',
    'The invoice is posted before',
    'An invoice that went out wrong',
    'One load of three orders',
    'A short payment',
    'A remittance whose lines',
    'A return inspected short',
    'Catch weight',
    'A price inside',
    'A price outside',
    'Cases ordered',
    'A unit that the item',
    'An original sent again under new',
    'An original sent again with another',
    'A confirmation order',
    'A replacement',
    'The same PO number from two partners',
    'An application advice rejects',
    'A shipment keyed in the ERP by hand',
    'A vendor error that no table knows',
    'A substitute without consent',
    'A ship-to store',
    'Line ids that are not numbers',
    'A store-allocated order',
    'Store allocations that',
    'The same store twice',
    'A 24-hour',
    'A business-day clock',
    'The clock starts when the bytes came in',
    'Cut-over by share',
  ],
  gateway: {
    'The same interchange received twice': 'bytes and control numbers of interchanges',
    'The same numbers around': 'bytes and control numbers of interchanges',
    'One bad order of three': 'sets of a file and their 997',
    'The exact bytes': 'stored documents, found by any of their numbers',
    'Killed between writing': 'frozen bytes and control numbers of the notice of a load',
    'A paused partner': 'lanes of a runtime',
    'A partner still in testing': 'states of partners',
    'Warnings come sixty': 'certificates of connections',
    'A guide changes at midnight': 'guides and maps in their versions',
  },
};
