import type { Carrier, Money } from '@dist/canonical';
import type { Call, WriteCall } from './call.ts';
import type { ConnectorFailure } from './failure.ts';
import type { Found } from './page.ts';
import type { ParcelRequest } from './parcel-request.ts';

/** What is printed: PDF and PNG are pictures, ZPL is the language of label printers. */
export type LabelFormat = 'pdf' | 'png' | 'zpl';

/** What a label is bought for. */
export interface LabelRequest extends ParcelRequest {
  /** Ours, one for each label for ever, at most 35 characters (R19): what a label is found by when its answer is lost. */
  readonly reference: string;
  /** The system's id of the account with the carrier. */
  readonly carrier: string;
  readonly service: string;
  /** `pdf` when absent. */
  readonly format?: LabelFormat | undefined;
  /** Whether the answer has the label's bytes (`inline`) or where to fetch them (`link`, when absent). */
  readonly delivery?: 'link' | 'inline' | undefined;
}

/** A file of a label: where it is, or its bytes in Base64. A link opens without credentials: keep it out of logs. */
export type LabelFile =
  | { readonly format: LabelFormat; readonly url: string }
  | { readonly format: LabelFormat; readonly base64: string };

/** A label that was bought. */
export interface Label {
  /** The system's own. */
  readonly id: string;
  readonly reference: string;
  /** `unknown`: the system's word is a new one. */
  readonly status: 'pending' | 'ready' | 'voided' | 'failed' | 'unknown';
  /** Who carries it, with the number that the whole shipment is tracked by. */
  readonly carrier: Carrier;
  readonly cost?: Money | undefined;
  readonly files: readonly LabelFile[];
  /** One for each package, in the order of the request. */
  readonly packages: readonly { readonly trackingNumber?: string | undefined; readonly files: readonly LabelFile[] }[];
}

/**
 * What became of buying a label. `already`: there was one under the reference, nothing was bought. `unknown`: it may have
 * been bought; asking again under the same reference is safe where the failure says so.
 */
export type LabelOutcome =
  | { readonly status: 'made' | 'already'; readonly label: Label }
  | { readonly status: 'rejected'; readonly reason: string; readonly message: string }
  | { readonly status: 'unknown'; readonly failure: ConnectorFailure }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** What became of giving a label back. `rejected`: the carrier has it, or its time has passed; it stays paid. */
export type VoidOutcome =
  | { readonly status: 'voided'; readonly id: string }
  | { readonly status: 'rejected'; readonly reason: string; readonly message: string }
  | { readonly status: 'unknown'; readonly failure: ConnectorFailure }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };

/** Shipping labels. Each one that is made costs money. */
export interface Labels {
  create(request: LabelRequest, call: WriteCall): Promise<LabelOutcome>;
  /** By our reference. */
  find(reference: string, call?: Call): Promise<Found<Label>>;
  /** By the system's id of the label. */
  void(id: string, call: WriteCall): Promise<VoidOutcome>;
}
