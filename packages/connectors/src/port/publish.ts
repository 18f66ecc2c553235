import type { ConnectorFailure } from './failure.ts';

/**
 * What became of telling a channel something. `already`: it was there before. `rejected`: the channel refuses the content.
 * `unknown`: it may have been done; publishing again is safe where the failure says so.
 */
export type PublishOutcome =
  | { readonly status: 'published' | 'already'; readonly id: string }
  | { readonly status: 'rejected'; readonly reason: string; readonly message: string }
  | { readonly status: 'unknown'; readonly failure: ConnectorFailure }
  | { readonly status: 'failed'; readonly failure: ConnectorFailure };
