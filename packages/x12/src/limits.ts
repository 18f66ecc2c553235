/** Bounds on what one input may cost. What exceeds them becomes an issue, never a crash. */
export interface Limits {
  /** Most bytes of one input; 256 MiB when absent. A larger input is not read. */
  readonly bytes?: number | undefined;
  /** Most bytes of one transaction set; 32 MiB when absent, 512 MiB at most. The segments of a larger one are not kept. */
  readonly setBytes?: number | undefined;
  /** Most bytes of one segment, binary payload included; 1 MiB when absent. */
  readonly segmentBytes?: number | undefined;
  /** Most elements and components of one segment; 1000 when absent. The rest of the segment is dropped. */
  readonly elements?: number | undefined;
  /** Most issues kept per transaction set; 1000 when absent. */
  readonly issues?: number | undefined;
  /** Most issues of a file that `read` keeps of its sets; 100,000 when absent. Of each set after that one is kept. */
  readonly fileIssues?: number | undefined;
  /**
   * Most transaction sets of a file that `parse` and `read` keep; 100,000 when absent. A group with more is rejected, and so
   * is an interchange with more groups; of more interchanges the rest is not read.
   */
  readonly sets?: number | undefined;
}

const MEBIBYTE = 1024 * 1024;

/** The limits with every absent one filled in. @throws RangeError when one is not a positive number or too large. */
export function withDefaults(limits: Limits = {}): Required<{ [Key in keyof Limits]: number }> {
  const complete = {
    bytes: limits.bytes ?? 256 * MEBIBYTE,
    setBytes: limits.setBytes ?? 32 * MEBIBYTE,
    segmentBytes: limits.segmentBytes ?? MEBIBYTE,
    elements: limits.elements ?? 1000,
    issues: limits.issues ?? 1000,
    fileIssues: limits.fileIssues ?? 100_000,
    sets: limits.sets ?? 100_000,
  };
  for (const [name, value] of Object.entries(complete))
    if (!(value > 0)) throw new RangeError(`limit ${name} must be over 0, got ${value}`);
  if (complete.setBytes > 512 * MEBIBYTE)
    throw new RangeError(`limit setBytes must be at most ${512 * MEBIBYTE}, got ${complete.setBytes}`);
  return complete;
}
