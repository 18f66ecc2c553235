import type { MasterData } from '../../enrichment/master-data.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Effect } from '../../word/effect.ts';
import type { ErrorClass } from '../../word/failure.ts';
import type { LineView, Phase } from '../../word/state.ts';
import type { Story } from '../given.ts';
import type { FlowEvent } from './flow-event.ts';

/** What holds before anything happens. */
export interface FlowGiven {
  /** Trading partner of the events that name none; `partner` when absent. */
  readonly partner?: string | undefined;
  /** `defaultPolicy` when absent. */
  readonly policy?: Policy | undefined;
  /** Policy from an instant on, for orders that come after it: a cut-over. Earliest first. */
  readonly policyFrom?: readonly { readonly at: string; readonly policy: Policy }[] | undefined;
  /** When absent, every item and store of the scenario is known, and each item is stocked in the unit it is ordered in. */
  readonly masterData?: MasterData | undefined;
}

/** A document, or another effect, that must have been issued. A type that is not listed is not spoken of. */
export interface FlowSent {
  /** `855`, `865`, `856`, `810`, or the type of an effect: `warehouse.release`, `shop.invoice`. */
  readonly type: string;
  /** How many, superseded ones included. */
  readonly count?: number | undefined;
  /** Line id → quantity with its unit: `6 CA`. Of an 856 the rows of a line are added up. */
  readonly lines?: Readonly<Record<string, string>> | undefined;
  /** Line id → what an 855 or 865 answers, in order. */
  readonly responses?:
    | Readonly<Record<string, readonly { readonly status: string; readonly quantity?: string | undefined }[]>>
    | undefined;
  /** Rows of the packing of an 856. */
  readonly rows?: number | undefined;
  /** Totals of the 810, in any order. */
  readonly totals?: readonly string[] | undefined;
  /** Type and number of each 810, in any order: `creditMemo CM5`. */
  readonly invoices?: readonly string[] | undefined;
  /** None was issued before this instant. */
  readonly notBefore?: string | undefined;
}

/** Something that waits for a person. Owner and place must be there; the words are found in reason or message. */
export interface FlowParked {
  readonly says?: readonly string[] | undefined;
  readonly line?: string | undefined;
  readonly class?: ErrorClass | undefined;
  readonly document?: string | undefined;
}

/** What holds in the end. What is not told is not asked. */
export interface FlowThen {
  /** Orders that exist. */
  readonly orders?: number | undefined;
  /** Orders at an ERP: parts that were submitted. */
  readonly erpOrders?: number | undefined;
  /** Submits in all, further attempts included. */
  readonly submits?: number | undefined;
  readonly phase?: Phase | undefined;
  readonly lines?: readonly ({ readonly line: string } & Partial<Omit<LineView, 'lineId'>>)[] | undefined;
  readonly sent?: readonly FlowSent[] | undefined;
  /** Exactly these wait for a person. */
  readonly parked?: readonly FlowParked[] | undefined;
  /** Timer → instant that it is due: `855`, `856/S1`. Another offset of the same instant is right. */
  readonly due?: Readonly<Record<string, string>> | undefined;
  /** Exactly these deadlines were missed. */
  readonly breaches?: readonly string[] | undefined;
  /** Part → line → quantity with its unit, as submitted. */
  readonly parts?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  /** Whatever else must hold: the sentence that says what does not. */
  readonly holds?: ((story: FlowStory) => string | undefined) | undefined;
}

/** An effect, and when it was first issued. */
export interface FlowIssue {
  readonly at: string;
  readonly effect: Effect;
}

/** The orders of a scenario so far. */
export interface FlowStory {
  /** By their ids, in the order in which they were first spoken of. */
  readonly orders: ReadonlyMap<string, Story>;
  /** The order that moved last. */
  readonly order: Story;
  /** Effects of all orders, in the order they were issued, each attempt. */
  readonly issued: readonly FlowIssue[];
  readonly at: string;
}

/** A check after every step: the sentence that says what must never be and is. */
export type FlowNever = (story: FlowStory) => string | undefined;

/** A scenario of one or more orders, in the words of the business. */
export interface Flow {
  readonly name: string;
  /** Numbers of the rules that it proves. */
  readonly rules?: readonly string[] | undefined;
  readonly given?: FlowGiven | undefined;
  /** In time order. */
  readonly when: readonly FlowEvent[];
  readonly then: FlowThen;
  readonly never?: readonly FlowNever[] | undefined;
  /** Why the order of its events matters; without it, facts from outside are also told in other orders. */
  readonly inOrder?: string | undefined;
}
