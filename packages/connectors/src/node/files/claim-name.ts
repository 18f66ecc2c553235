/** A claim, as its file's name says it. */
export interface ClaimName {
  /** Milliseconds since 1970, to the millisecond; 0 when it was released. */
  readonly at: number;
  readonly reader: string;
  /** What tells this claim from all others. */
  readonly unique: string;
  /** How many readers have had the file; 0 when only its marker is claimed yet. */
  readonly attempt: number;
  /** The file's name as the partner gave it. */
  readonly name: string;
}

/** `20261127T102750123Z.edi-1.5f0c91d2a7b3.1.4711.edi`: sorted by the instant, and readable for a person. */
export function encodeClaimName({ at, reader, unique, attempt, name }: ClaimName): string {
  return `${stampOf(at)}.${reader}.${unique}.${attempt}.${name}`;
}

/** The claim that a name says; undefined when it says none. */
export function decodeClaimName(text: string): ClaimName | undefined {
  const [, stamp = '', reader = '', unique = '', attempt = '', name = ''] =
    /^(\d{8}T\d{9}Z)\.([A-Za-z0-9-]{1,32})\.([A-Za-z0-9]{8,32})\.(\d{1,6})\.(.+)$/s.exec(text) ?? [];
  const at = Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/, '$1-$2-$3T$4:$5:$6.$7Z'));
  return Number.isNaN(at) ? undefined : { at, reader, unique, attempt: Number(attempt), name };
}

/** An instant as it stands in a file's name: `20261127T102750123Z`. */
export function stampOf(at: number): string {
  return new Date(at).toISOString().replaceAll(/[-:.]/g, '');
}
