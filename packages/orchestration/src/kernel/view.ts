import type { Order, OrderLine, Quantity, Return } from '@dist/canonical';
import type { SlaDocument } from '../policy/policy.ts';
import type { EnrichedLine, LineQuantity, OrderPart, Substitution } from '../word/event.ts';
import type { OrderState } from '../word/state.ts';
import type { ChangeView } from './change-view.ts';
import { effectKey } from './effect-key.ts';
import type { Fact } from './fact.ts';
import type { Row } from './row.ts';
import { SparseMap } from './sparse-map.ts';
import { SparseSet } from './sparse-set.ts';

/** One part of the order and what its ERP says of it. Facts of a part may come before enrichment has named it. */
export interface PartView {
  readonly partId: string;
  /** Key of the effect that submits it. */
  readonly submit: string;
  part: OrderPart | undefined;
  /** Of the part's lines, by their ids. */
  readonly quantities: Map<string, Quantity>;
  accepted: Fact<'erp.accepted'> | undefined;
  refused: Fact<'erp.rejected'> | undefined;
  /** Attempts that a look-up did not find. */
  readonly notFound: Set<number>;
}

/** One shipment and what its notice has told. */
export interface ShipmentView {
  readonly fact: Fact<'shipment.posted'>;
  /** Whether a notice of it was issued and stands: its quantities are then `noticed` in the rows. */
  noticed: boolean;
  /** Whether the order's own notice stands; undefined while none was issued. */
  own: boolean | undefined;
  /** Lines that the order does not have. */
  readonly strange: readonly string[];
  /** Numbers of the orders that its goods are said to be of. */
  readonly orders: readonly string[];
  readonly owed: OwedDocument;
}

/** One invoice or credit memo. */
export interface InvoiceView {
  readonly fact: Fact<'invoice.posted'>;
  /** Whether it was issued to the partner: its quantities are then `billed` in the rows. */
  issued: boolean;
  readonly owed: OwedDocument;
  /** The name under which its payment is awaited. */
  readonly payment: string;
}

/** A document that is owed by a time. Made once: to join its names in each step would take longer than all that is done with them. */
export interface OwedDocument {
  readonly document: SlaDocument;
  readonly timer: string;
  /** Key of its effect, as first issued. */
  readonly key: string;
}

/** What one request (940) asks a warehouse to ship of a part. */
export interface RequestView {
  readonly request: string;
  readonly warehouse: string;
  readonly lines: readonly LineQuantity[];
}

/** Quantities of one part that nobody waits for any more. */
export interface DroppedView {
  readonly partId: string;
  readonly lines: readonly LineQuantity[];
}

/** An item in another's place, and who says so. */
export interface SubstitutionView {
  readonly substitution: Substitution;
  /** Undefined where enrichment put it there, by an agreement that needs no consent. */
  readonly partId: string | undefined;
  readonly since: string;
}

/** Line ids by what holds of them. */
export interface LineSets {
  readonly open: Set<string>;
  readonly backordered: Set<string>;
  readonly shipped: Set<string>;
  readonly uninvoiced: Set<string>;
  readonly over: Set<string>;
  readonly unknownUnit: Set<string>;
  readonly belowZero: Set<string>;
}

/** The ledger of effects, sorted by what is asked of it. */
export interface LedgerView {
  readonly byStatus: { readonly [Status in 'issued' | 'inDoubt' | 'parked']: Set<string> };
  /** Documents that went out and that the partner has not answered, with the name of what is awaited, and since when. */
  readonly unanswered: Map<string, { readonly name: string; readonly since: string }>;
  /** Key of a document as first issued → key of its newest repetition (`…#2`). */
  readonly newest: Map<string, string>;
}

/**
 * What follows from the facts and the ledger of one order, sorted by what is asked of it, with lists of what is still to
 * be done: a step looks at these, so that its cost is that of what it touches. It is derived, and written to by steps
 * alone; a property holds it equal to deriving anew.
 */
export interface View {
  readonly id: string;
  readonly keys: { readonly enrich: string; readonly acknowledgment: string };
  captured: Fact<'order.captured'> | undefined;
  /** The order as change orders have made it. */
  order: Order | undefined;
  /** Line id → the buyer's, of lines that the buyer calls like another one. */
  readonly buyerLineIds: Map<string, string>;
  /** Its lines by their ids. */
  readonly ordered: Map<string, OrderLine>;
  enriched: Fact<'order.enriched'> | undefined;
  /** Its lines by their ids. */
  readonly enrichedLines: Map<string, EnrichedLine>;
  invalid: Fact<'order.invalid'> | undefined;
  abandoned: Fact<'operator.abandoned'> | undefined;
  /** Purchase orders that came again, said the same and ask for an answer. */
  readonly again: Fact<'order.captured'>[];
  readonly unresolved: Fact<'order.unresolved'>[];
  readonly placed: Map<string, Fact<'hold.placed'>>;
  /** Holds that were let go of: by name, with what they were about (`<hold>#<about>`), or whatever they are about. */
  readonly released: Set<string>;
  readonly waived: Set<string>;
  /** Key of the event → the release. */
  readonly releases: Map<string, Fact<'hold.released'>>;
  readonly parts: Map<string, PartView>;
  /** Parts of the order without an answer, and those that were never submitted. */
  readonly undecided: Set<string>;
  /** Parts that their ERP has both accepted and refused, while nobody has said which is right. */
  readonly contradicted: Set<string>;
  readonly unsubmitted: Set<string>;
  /** Part → the ERP that an operator sends it to. */
  readonly rerouted: Map<string, Fact<'operator.rerouted'>>;
  /** Parts that no warehouse was asked for, and those that one has begun to pick. */
  readonly unreleased: Set<string>;
  readonly picked: Set<string>;
  /** Part → what a warehouse was asked to ship of it, oldest first. */
  readonly requests: Map<string, RequestView[]>;
  /** Request → the names of the questions to stop it (`<cancel>/<partId>`), oldest first. */
  readonly askedToStop: Map<string, string[]>;
  /** `<cancel>/<partId>` → what the warehouse says of stopping. */
  readonly stops: Map<string, Fact<'warehouse.cancelResult'>>;
  readonly rows: Map<string, Row>;
  readonly lines: LineSets;
  readonly shipments: Map<string, ShipmentView>;
  /** Shipments whose notice was not issued, and those whose newest notice may still be owed (a step that finds it is not takes it out). */
  readonly unnoticed: Set<string>;
  readonly owedNotices: Set<string>;
  /** Shipments that a warehouse has reported and that the ERP was not told of. */
  readonly unposted: Set<string>;
  /** Shipments that the ERP was not asked to invoice. */
  readonly unasked: Set<string>;
  /** Shipments with lines that the order does not have. */
  readonly strange: Set<string>;
  readonly invoices: Map<string, InvoiceView>;
  /** Invoices that were not issued, those whose newest document may still be owed, and those not paid in full. */
  readonly unbilled: Set<string>;
  readonly owedInvoices: Set<string>;
  readonly unpaid: Set<string>;
  /** Invoice number → sum paid, and sum of its credit memos. */
  readonly paid: Map<string, string>;
  readonly credited: Map<string, string>;
  readonly voided: Set<string>;
  /** `<payment>/<invoice>` */
  readonly advised: Map<string, Fact<'payment.advised'>>;
  readonly decided: Map<string, Fact<'deduction.decided'>>;
  /** Number of a return → its furthest state. */
  readonly returns: Map<string, Return>;
  /** Shipment → how it was put right, latest last. */
  readonly corrections: Map<string, Fact<'shipment.corrected'>>;
  readonly changes: Map<string, ChangeView>;
  /** Quantities that are not to be waited for, by the name of the cancellation that tells the ERP. */
  readonly dropped: Map<string, DroppedView>;
  /** `<line>/<substitute>` */
  readonly substitutions: Map<string, SubstitutionView>;
  readonly consents: Map<string, Fact<'substitution.decided'>>;
  credit: Fact<'credit.decided'> | undefined;
  readonly cancels: Map<string, Fact<'cancel.requested'>>;
  /** `<cancel>/<partId>` */
  readonly cancelResults: Map<string, Fact<'cancel.result'>>;
  /** Shipment → what became of the notice that its load sent. */
  readonly loadNotices: Map<string, Fact<'notice.reported'>>;
  /** Documents that the transport has a receipt for. */
  readonly receipts: Set<string>;
  /** Documents that the transport could not bring, by its receipt. */
  readonly undelivered: Map<string, Fact<'mdn.received'>>;
  /** Documents that the partner has rejected. */
  readonly rejected: Set<string>;
  /** Effect key → the worst answer. */
  readonly answers: Map<string, Fact<'acknowledgment.received'>>;
  /** Of a load: `<order>/<shipment>` → what joined; and when it left. */
  readonly joined: Map<string, Fact<'load.joined'>>;
  closed: Fact<'load.closed'> | undefined;
  /** Name of a fact that is of another order or load, and changes nothing → why, and since when it is here. */
  readonly strangers: Map<string, { readonly reason: string; readonly since: string }>;
  remittance: Fact<'remittance.received'> | undefined;
  /** Effect that an operator has given up → who and why. */
  readonly dismissed: Map<string, Fact<'operator.dismissed'>>;
  /** Name of a fact → the correction that an operator put in its place. */
  readonly corrected: Map<string, Fact<'operator.corrected'>>;
  readonly ledger: LedgerView;
}

/** The view of an order of which nothing is known. */
export function openView({ id }: Pick<OrderState, 'id'>): View {
  return {
    id,
    keys: { enrich: effectKey.enrich(id, 1), acknowledgment: effectKey.acknowledgment(id) },
    captured: undefined,
    order: undefined,
    buyerLineIds: new SparseMap(),
    ordered: new SparseMap(),
    enriched: undefined,
    enrichedLines: new SparseMap(),
    invalid: undefined,
    abandoned: undefined,
    again: [],
    unresolved: [],
    placed: new SparseMap(),
    released: new SparseSet(),
    waived: new SparseSet(),
    releases: new SparseMap(),
    parts: new SparseMap(),
    undecided: new SparseSet(),
    contradicted: new SparseSet(),
    unsubmitted: new SparseSet(),
    rerouted: new SparseMap(),
    unreleased: new SparseSet(),
    picked: new SparseSet(),
    requests: new SparseMap(),
    askedToStop: new SparseMap(),
    stops: new SparseMap(),
    rows: new SparseMap(),
    lines: openSets(),
    shipments: new SparseMap(),
    unnoticed: new SparseSet(),
    owedNotices: new SparseSet(),
    unposted: new SparseSet(),
    unasked: new SparseSet(),
    strange: new SparseSet(),
    invoices: new SparseMap(),
    unbilled: new SparseSet(),
    owedInvoices: new SparseSet(),
    unpaid: new SparseSet(),
    paid: new SparseMap(),
    credited: new SparseMap(),
    voided: new SparseSet(),
    advised: new SparseMap(),
    decided: new SparseMap(),
    returns: new SparseMap(),
    corrections: new SparseMap(),
    changes: new SparseMap(),
    dropped: new SparseMap(),
    substitutions: new SparseMap(),
    consents: new SparseMap(),
    credit: undefined,
    cancels: new SparseMap(),
    cancelResults: new SparseMap(),
    loadNotices: new SparseMap(),
    receipts: new SparseSet(),
    undelivered: new SparseMap(),
    rejected: new SparseSet(),
    answers: new SparseMap(),
    joined: new SparseMap(),
    closed: undefined,
    strangers: new SparseMap(),
    remittance: undefined,
    dismissed: new SparseMap(),
    corrected: new SparseMap(),
    ledger: openLedger(),
  };
}

function openSets(): LineSets {
  const set = () => new SparseSet();
  return {
    open: set(),
    backordered: set(),
    shipped: set(),
    uninvoiced: set(),
    over: set(),
    unknownUnit: set(),
    belowZero: set(),
  };
}

function openLedger(): LedgerView {
  const set = () => new SparseSet();
  return {
    byStatus: { issued: set(), inDoubt: set(), parked: set() },
    unanswered: new SparseMap(),
    newest: new SparseMap(),
  };
}
