import type { Report } from '@dist/orchestration/runtime';
import type { Chance } from './chance.ts';

/** What the trading partner has received of us, and what it answers. */
export interface PartnerMailbox {
  /** Document → the different bytes that came for it. */
  readonly received: ReadonlyMap<string, ReadonlySet<string>>;
  /** A copy arrives: every copy is answered. */
  receive(document: string, bytes: string): void;
}

export interface PartnerSetting {
  readonly chance: Chance;
  /** Tells an answer, so many seconds from now. */
  readonly answer: (name: string, seconds: number, event: Report) => void;
}

/** Most answers come within minutes and accept; some refuse, some come days later than the deadline. */
export function partnerMailbox({ chance, answer }: PartnerSetting): PartnerMailbox {
  const received = new Map<string, Set<string>>();
  return {
    received,
    receive: (document, bytes) => {
      const copies = received.get(document) ?? new Set<string>();
      received.set(document, copies.add(bytes));
      if (document.startsWith('997/')) return;
      const refuses = chance.goesWrong(`refused/${document}`, 0.05);
      const status = refuses ? ('rejected' as const) : ('accepted' as const);
      const late = chance.goesWrong(`late-997/${document}`, 0.03);
      const seconds = chance.between(`partner/answers/${document}`, 1, 900) + (late ? 130_000 : 0);
      const codes = refuses ? ['AK3*REF*6**8', 'AK4*2*127*1'] : [];
      answer(`997/${document}`, seconds, { type: 'acknowledgment.received', by: '997', document, status, codes });
    },
  };
}
