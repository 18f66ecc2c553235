/** A party of an interchange: ISA05 and ISA06, or ISA07 and ISA08; blanks around them are no data. */
export interface EnvelopeParty {
  readonly qualifier: string;
  readonly id: string;
}

/** What an envelope says of a transaction set. The headers that `@dist/x12` reads fit: `{ interchange: header, group: header, set: type }`. */
export interface Envelope {
  readonly interchange: {
    readonly sender: EnvelopeParty;
    readonly receiver: EnvelopeParty;
    /** ISA15: `P` production, `T` test. */
    readonly usage: string;
  };
  readonly group: {
    /** GS02. */
    readonly sender: string;
    /** GS03. */
    readonly receiver: string;
    /** GS08, release and industry suffix. It says the release; ISA12 does not (gotcha 39). */
    readonly version: string;
  };
  /** ST01. */
  readonly set: string;
}

/** What a message of a shop says of itself: where it comes from and what it is. */
export interface ShopMessage {
  /** Domain of the shop, without scheme and path. */
  readonly shop: string;
  /** Name of the document in the profile: `order`. */
  readonly document: string;
  /** Production when absent. */
  readonly usage?: 'P' | 'T' | undefined;
}
