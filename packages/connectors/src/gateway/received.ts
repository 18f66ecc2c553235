import type { Issue, ReceivedInterchange } from '@dist/x12';
import type { GatewayPartner } from './partner-directory.ts';

/** An interchange as the gateway reads it. */
export type Interchange = ReceivedInterchange;

/** One interchange on its way in. */
export interface Received {
  readonly interchange: Interchange;
  /** Exactly as received (R02). */
  readonly bytes: Uint8Array;
  /** Where it stood: file and ordinal. */
  readonly place: string;
  /** Transport time: deadlines start here (R26), and versions of maps and guides are chosen by it (R27). */
  readonly receivedAt: string;
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
  /** Whose it is, with what was in force when it was received; undefined where nobody has its addresses. */
  readonly partner: GatewayPartner | undefined;
}

/** What makes an interchange the same (R03): ISA05 to ISA08 and ISA13. */
export function interchangeKey({ header }: Pick<Interchange, 'header'>): string {
  const { sender, receiver, controlNumber } = header;
  return [sender.qualifier, sender.id, receiver.qualifier, receiver.id, controlNumber]
    .map(encodeURIComponent)
    .join('/');
}

/** Every issue of an interchange, its groups and its sets, by place in the file. */
export function issuesOf({ interchange, offset }: Pick<Received, 'interchange' | 'offset'>): readonly Issue[] {
  const by = offset - interchange.offset;
  const issues = allIssues(interchange);
  if (by === 0) return issues;
  return issues.map((issue) => ({ ...issue, at: { ...issue.at, offset: issue.at.offset + by } }));
}

/** The same by place in what the interchange was read from. */
export function allIssues({ issues, groups }: Interchange): readonly Issue[] {
  const inside = groups.flatMap((group) => [...group.issues, ...group.sets.flatMap((set) => set.issues)]);
  return [...issues, ...inside].sort((a, b) => a.at.offset - b.at.offset);
}
