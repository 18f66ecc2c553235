/** How a golden pair is written where the map does not write it as it came. */
export interface WrittenOtherwise {
  /** Beginnings of segments and what is written for them: two codes of the partner mean one of ours. */
  readonly segments?: Readonly<Record<string, string>>;
  /** It means what this case of the same set means, and is written as that. */
  readonly as?: string;
}

const answers: WrittenOtherwise = {
  segments: {
    'ACK*AA': 'ACK*IA',
    'ACK*AC': 'ACK*IA',
    'ACK*AR': 'ACK*IA',
    'ACK*IE': 'ACK*IA',
    'ACK*SP': 'ACK*IA',
    'ACK*R5': 'ACK*IR',
    'ACK*R6': 'ACK*IR',
    'ACK*R7': 'ACK*IR',
    'ACK*R8': 'ACK*IR',
  },
};

/** By set and case, the same in every release. */
export const writtenOtherwise: Readonly<Record<string, WrittenOtherwise>> = {
  '820/entities': { as: 'one-entity' },
  '855/other-answers': answers,
  '855/status-ak': { segments: { 'BAK*22*AK': 'BAK*22*AD' } },
  '855/status-at': { segments: { 'BAK*22*AT': 'BAK*22*AD' } },
  '855/status-ae': { segments: { 'BAK*22*AE': 'BAK*22*AC' } },
  '855/status-rj': { segments: { 'BAK*22*RJ': 'BAK*22*RD' } },
  '856/item-above-carton': { as: 'once' },
  '856/carton-above-order': { as: 'once' },
  '865/other-answers': answers,
  '865/status-ak': { segments: { 'BCA*22*AK': 'BCA*22*AD' } },
  '865/status-at': { segments: { 'BCA*22*AT': 'BCA*22*AD' } },
  '865/status-ae': { segments: { 'BCA*22*AE': 'BCA*22*AC' } },
  '865/status-rj': { segments: { 'BCA*22*RJ': 'BCA*22*RD' } },
  '945/original': { segments: { 'W06*J': 'W06*F' } },
  '945/other-statuses': {
    segments: { 'W12*CL': 'W12*CC', 'W12*PR': 'W12*CP', 'W12*BP': 'W12*BO', 'W12*IC': 'W12*CU', 'W12*IS': 'W12*CS' },
  },
};
