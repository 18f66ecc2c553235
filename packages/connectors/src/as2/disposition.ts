/** What the receiver of a message says went wrong (RFC 4130 §7.5, §7.6; RFC 5402 §6), in the words of the standard. */
export type DispositionError =
  | 'authentication-failed'
  | 'decompression-failed'
  | 'decryption-failed'
  | 'insufficient-message-security'
  | 'integrity-check-failed'
  | 'unexpected-processing-error';

/** What became of a message, as its receiver tells it in the disposition of an MDN (RFC 4130 §7.4.3). */
export type Disposition =
  | { readonly kind: 'processed' }
  | { readonly kind: 'warning'; readonly modifier: 'duplicate-document' }
  | { readonly kind: 'error'; readonly modifier: DispositionError }
  | { readonly kind: 'failure'; readonly modifier: 'unsupported format' | 'unsupported MIC-algorithms' };

/** A disposition as it came. What is outside the standard's lists is `other`, with the words that stood there. */
export interface ReceivedDisposition {
  readonly kind: Disposition['kind'];
  readonly modifier?:
    | DispositionError
    | 'duplicate-document'
    | 'unsupported format'
    | 'unsupported MIC-algorithms'
    | 'other';
  /** The modifier's own words, at most 200 characters. */
  readonly text: string;
}

/** The value of the field `Disposition`. */
export function writeDisposition(disposition: Disposition): string {
  const sent = 'automatic-action/MDN-sent-automatically; ';
  if (disposition.kind === 'processed') return `${sent}processed`;
  const type = disposition.kind === 'failure' ? 'failed' : 'processed';
  return `${sent}${type}/${disposition.kind}: ${disposition.modifier}`;
}

/** Reads the value of the field `Disposition`, in any case of letters; undefined where it is none. */
export function readDisposition(value: string): ReceivedDisposition | undefined {
  const [, type = '', kind = '', words = ''] =
    /^[^;]{0,200};\s{0,20}(processed|failed)\s{0,20}(?:\/\s{0,20}(error|failure|warning)\s{0,20}:?(.*))?$/i.exec(
      value.trim(),
    ) ?? [];
  if (type === '') return undefined;
  const text = words
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, 200);
  const lower = kind.toLowerCase();
  if (lower === '' && type.toLowerCase() === 'processed') return { kind: 'processed', text };
  const known = modifiers.find((name) => name.toLowerCase() === text.toLowerCase());
  const named = lower === 'error' || lower === 'warning' ? lower : 'failure';
  return { kind: named, modifier: known ?? 'other', text };
}

const modifiers = [
  'authentication-failed',
  'decompression-failed',
  'decryption-failed',
  'insufficient-message-security',
  'integrity-check-failed',
  'unexpected-processing-error',
  'duplicate-document',
  'unsupported format',
  'unsupported MIC-algorithms',
] as const;
