import type { Order, OrderLine, Quantity, Return } from '@dist/canonical';
import type { SlaDocument } from '../policy/policy.ts';
import type { EnrichedLine, LineQuantity, OrderPart, Substitution } from '../word/event.ts';
import type { IssuedEffect, OrderState } from '../word/state.ts';
import type { ChangeView } from './change-view.ts';
import { effectKey } from './effect-key.ts';
import type { Fact } from './fact.ts';
import type { Row } from './row.ts';

/** One part of the order and what its ERP says of it. Facts of a part may come before enrichment has named it. */
export interface PartView {
  readonly partId: string;
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
  /** Lines that the order does not have. */
  readonly strange: readonly string[];
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
}

/** The ledger of effects, sorted by what is asked of it. */
export interface LedgerView {
  readonly byStatus: { readonly [Status in IssuedEffect['status']]: Set<string> };
  /** Documents that went out and that the partner has not answered, with the name of what is awaited. */
  readonly unanswered: Map<string, string>;
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
  readonly released: Set<string>;
  readonly parts: Map<string, PartView>;
  /** Parts of the order without an answer, and those that were never submitted. */
  readonly undecided: Set<string>;
  readonly unsubmitted: Set<string>;
  /** Part → the ERP that an operator sends it to. */
  readonly rerouted: Map<string, string>;
  /** Parts that no warehouse was asked for, and those that one has begun to pick. */
  readonly unreleased: Set<string>;
  readonly picked: Set<string>;
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
  readonly loadNotices: Map<string, 'sent' | 'rejected'>;
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
  remittance: Fact<'remittance.received'> | undefined;
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
    buyerLineIds: new Map(),
    ordered: new Map(),
    enriched: undefined,
    enrichedLines: new Map(),
    invalid: undefined,
    abandoned: undefined,
    again: [],
    unresolved: [],
    placed: new Map(),
    released: new Set(),
    parts: new Map(),
    undecided: new Set(),
    unsubmitted: new Set(),
    rerouted: new Map(),
    unreleased: new Set(),
    picked: new Set(),
    stops: new Map(),
    rows: new Map(),
    lines: openSets(),
    shipments: new Map(),
    unnoticed: new Set(),
    owedNotices: new Set(),
    unposted: new Set(),
    unasked: new Set(),
    strange: new Set(),
    invoices: new Map(),
    unbilled: new Set(),
    owedInvoices: new Set(),
    unpaid: new Set(),
    paid: new Map(),
    credited: new Map(),
    voided: new Set(),
    advised: new Map(),
    decided: new Map(),
    returns: new Map(),
    corrections: new Map(),
    changes: new Map(),
    dropped: new Map(),
    substitutions: new Map(),
    consents: new Map(),
    credit: undefined,
    cancels: new Map(),
    cancelResults: new Map(),
    loadNotices: new Map(),
    receipts: new Set(),
    undelivered: new Map(),
    rejected: new Set(),
    answers: new Map(),
    joined: new Map(),
    closed: undefined,
    remittance: undefined,
    corrected: new Map(),
    ledger: openLedger(),
  };
}

function openSets(): LineSets {
  const set = () => new Set<string>();
  return { open: set(), backordered: set(), shipped: set(), uninvoiced: set(), over: set(), unknownUnit: set() };
}

function openLedger(): LedgerView {
  const set = () => new Set<string>();
  const byStatus = {
    issued: set(),
    inDoubt: set(),
    done: set(),
    parked: set(),
    superseded: set(),
    withdrawn: set(),
  };
  return { byStatus, unanswered: new Map(), newest: new Map() };
}
