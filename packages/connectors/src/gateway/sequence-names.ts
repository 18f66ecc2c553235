import type { EnvelopeAddress } from './trading-partner.ts';

/** Names of the durable sequences that control numbers come from (R12). */
export const sequenceNames = {
  /** ISA13: one for each sender, receiver and usage. */
  interchange: (sender: EnvelopeAddress, receiver: EnvelopeAddress, usage: string): string =>
    ['ISA13', sender.qualifier, sender.id, receiver.qualifier, receiver.id, usage].map(encodeURIComponent).join('/'),
  /** GS06: one for each GS02 and GS03. */
  group: (sender: string, receiver: string): string => ['GS06', sender, receiver].map(encodeURIComponent).join('/'),
};
