import type { Issue, ReceivedInterchange } from '@dist/x12';
import type { functionalAcknowledgment997, purchaseOrder850 } from '@dist/x12/004010';

/** An interchange as the gateway reads it. */
export type Interchange = ReceivedInterchange<readonly [typeof purchaseOrder850, typeof functionalAcknowledgment997]>;

/** One interchange on its way in. */
export interface Received {
  readonly interchange: Interchange;
  /** Exactly as received (R02). */
  readonly bytes: Uint8Array;
  /** Where it stood: file and ordinal. */
  readonly place: string;
  /** Transport time: deadlines start here (R26). */
  readonly receivedAt: string;
}

/** What makes an interchange the same (R03): ISA05 to ISA08 and ISA13. */
export function interchangeKey({ header }: Pick<Interchange, 'header'>): string {
  const { sender, receiver, controlNumber } = header;
  return [sender.qualifier, sender.id, receiver.qualifier, receiver.id, controlNumber]
    .map(encodeURIComponent)
    .join('/');
}

/** Every issue of an interchange, its groups and its sets, by place. */
export function issuesOf(interchange: Interchange): readonly Issue[] {
  const groups = interchange.groups.flatMap((group) => [...group.issues, ...group.sets.flatMap((set) => set.issues)]);
  return [...interchange.issues, ...groups].sort((a, b) => a.at.offset - b.at.offset);
}
