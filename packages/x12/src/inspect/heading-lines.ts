import type { FunctionalGroup, Interchange, Segment } from '../envelope/interchange.ts';
import { visible } from '../format/visible.ts';

/** The lines that head an interchange, a functional group and a TA1 in a tree, indented. */
export const headingLines = {
  interchange({ header }: Pick<Interchange, 'header'>): string {
    const { sender, receiver, date, time, version, usage, controlNumber } = header;
    const parties = `${sender.qualifier} ${sender.id} → ${receiver.qualifier} ${receiver.id}`;
    return visible(`Interchange ${controlNumber}: ${parties}, ${date} ${time}, version ${version}, usage ${usage}`);
  },
  acknowledgment({ elements }: Segment): string {
    return visible(`  TA1 ${elements.map(({ repeats }) => repeats[0]?.[0] ?? '').join(' ')}`);
  },
  group({ header }: Pick<FunctionalGroup, 'header'>): string {
    const { functionalIdentifier, sender, receiver, controlNumber, version } = header;
    return visible(`  Functional group ${controlNumber}: ${functionalIdentifier} ${version}, ${sender} → ${receiver}`);
  },
};
