/** A file that stands in a mailbox. */
export interface MailboxFile {
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds since 1970 by the clock of the machine that the file lies on; whole seconds over SFTP. */
  readonly modifiedAt: number;
}

/** What an operation of a mailbox takes beside its subject. */
export interface MailboxCall {
  /** Ends the call: `put` rejects, an iteration ends before it claims another file. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What becomes of a file that was dealt with. `archive` and `errors` move it into the folder of that name, under the instant
 * of the claim and the file's name; `delete` removes it; `release` gives it to the next reader at once.
 */
export type Settlement = 'archive' | 'errors' | 'delete' | 'release';

/** A file that this reader alone has, for the time of the lease. */
export interface ClaimedFile extends MailboxFile {
  /** 1 the first time; one more each time that a reader has let its lease run out or has released the file. */
  readonly attempt: number;
  /** The bytes. Rejects with a MailboxError: `validation` beyond `maximumBytes`, `conflict` where the claim is lost. */
  read(): Promise<Uint8Array>;
  /** Starts the lease anew. `false` where it had run out and another reader has the file. */
  renew(): Promise<boolean>;
  /**
   * Ends the claim. `false` where the lease had run out and another reader has the file: what was done with it will be done
   * again. May be repeated after it rejected, in another way too unless the file is gone already, and throws a TypeError once it
   * has resolved.
   */
  settle(as: Settlement): Promise<boolean>;
}

/**
 * Files from and to a partner, over a folder or SFTP. All of it rejects with a MailboxError for what the other side does, and
 * is harmless to repeat: a file is written once, and is given to readers until one of them has settled it.
 */
export interface Mailbox {
  /**
   * Writes a file into the folder `outgoing`, under a temporary name first, so that no reader sees half of it. The same name
   * with the same bytes again changes nothing; with other bytes it is a `conflict`, and the first file stays.
   * Throws a RangeError for a name that is not one file's on every system, and a TypeError where `outgoing` is the folder
   * `incoming` and this mailbox has claimed from it.
   */
  put(name: string, bytes: Uint8Array, call?: MailboxCall): Promise<void>;
  /** The files of the folder `incoming` by name, complete or not, without claiming them; temporary names are left out. */
  list(): Promise<readonly MailboxFile[]>;
  /** The bytes of a file of `incoming`, without claiming it; undefined when there is none. */
  read(name: string): Promise<Uint8Array | undefined>;
  /**
   * The complete files of `incoming` as of now, each claimed just before it is given, those whose reader died first. Of several
   * readers each file has one. Ends when there is no further; `follow` goes on. Throws a TypeError where `incoming` is the folder
   * `outgoing` and this mailbox has put into it.
   */
  claim(call?: MailboxCall): AsyncGenerator<ClaimedFile, void, undefined>;
  /** Removes what writers left behind that were killed before `before` (milliseconds since 1970); says how many. */
  clean(before: number): Promise<number>;
  /** Ends what is open. The next call opens it anew. */
  close(): Promise<void>;
}
