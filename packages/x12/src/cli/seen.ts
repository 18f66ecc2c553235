import type { InterchangeHeader } from '../envelope/interchange.ts';
import type { Status } from '../received.ts';
import { Failure } from './failure.ts';

/** What tells an interchange from others. */
interface Numbered {
  readonly header: Pick<InterchangeHeader, 'sender' | 'receiver' | 'usage' | 'controlNumber'>;
}

/**
 * The interchanges that have been received (R03), a line for each with tabs between: ISA05, ISA06, ISA07, ISA08, ISA15, ISA13
 * and the SHA-256 of its bytes from ISA to IEA. Senders count ISA13 for each receiver and usage (R12), so these are the key.
 */
export class Seen {
  private readonly known = new Map<string, string>();
  private readonly added: string[] = [];

  /** Reads the lines of a file. @throws Failure for a line that is none. */
  constructor(text: string, file: string) {
    text.split('\n').forEach((line, index) => {
      if (line.trim() === '') return;
      const fields = line.replace(/\r$/, '').split('\t');
      const hash = fields.pop() ?? '';
      if (fields.length !== 6 || !/^[0-9a-f]{64}$/.test(hash))
        throw new Failure(`${file}: line ${index + 1} is no interchange that x12 has remembered`);
      this.known.set(fields.join('\t'), hash);
    });
  }

  /** What is known of an interchange with these numbers and bytes. */
  find({ header }: Numbered, hash: string): 'new' | 'same' | 'other' {
    const known = this.known.get(keyOf(header));
    if (known === undefined) return 'new';
    return known === hash ? 'same' : 'other';
  }

  /** Remembers an interchange. One that is rejected as a whole may come again under its number, corrected. */
  remember({ header, status, hash }: Numbered & { readonly status: Status; readonly hash: string }): void {
    if (status === 'rejected') return;
    this.known.set(keyOf(header), hash);
    this.added.push(`${keyOf(header)}\t${hash}\n`);
  }

  /** The lines that have come since. */
  get news(): string {
    return this.added.join('');
  }
}

function keyOf({ sender, receiver, usage, controlNumber }: Numbered['header']): string {
  const fields = [sender.qualifier, sender.id, receiver.qualifier, receiver.id, usage, controlNumber];
  // A control character can be in no field that is valid, and must not break the line.
  return fields.map((text) => text.replace(/\p{Cc}/gu, '?')).join('\t');
}
