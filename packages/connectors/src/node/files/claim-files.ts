import { faultOfName } from './check-name.ts';
import { type ClaimName, decodeClaimName, encodeClaimName } from './claim-name.ts';
import { claimedFile } from './claimed-file.ts';
import { type FileStore, pathIn, type StoredFile } from './file-store.ts';
import type { ClaimedFile, MailboxCall } from './mailbox.ts';
import type { MailboxNotice, MailboxSettings } from './mailbox-options.ts';
import type { StandingStill } from './standing-still.ts';

/** What a pass over a mailbox works with. */
export interface ClaimWork {
  readonly store: FileStore;
  readonly settings: MailboxSettings;
  readonly still: StandingStill;
}

/**
 * One pass: first the files whose reader let its lease run out, then the complete ones. A claim is one rename from `incoming` to
 * `claims`, of which only one reader's succeeds; whoever dies at any point leaves the file under one of its two names.
 */
export async function* claimFiles(work: ClaimWork, { signal }: MailboxCall = {}): AsyncGenerator<ClaimedFile, void> {
  const { store, settings } = work;
  await store.makeFolder(settings.claims);
  for (const claim of await expiredClaims(work)) {
    if (signal?.aborted) return;
    const name = await takeOver(work, claim);
    const file = name && (await opened(work, name));
    if (file) yield file;
  }
  for (const file of await completeFiles(work)) {
    if (signal?.aborted) return;
    const name = await take(work, file);
    const claimed = name && (await opened(work, name, file));
    if (claimed) yield claimed;
  }
}

/** Claims whose lease has run out, the oldest first. A marker whose file was claimed with it has done its part. */
async function expiredClaims({ store, settings }: ClaimWork): Promise<readonly ClaimName[]> {
  const { claims, leaseMs, maximumFiles, now } = settings;
  const all: ClaimName[] = [];
  for (const { name, isFile } of await store.list(claims, maximumFiles)) {
    const claim = isFile ? decodeClaimName(name) : undefined;
    if (claim !== undefined) all.push(claim);
  }
  const expired = all
    // A claim that no reader of ours has made may say any name.
    .filter(({ at, name }) => at + leaseMs <= now() && isUsable(settings, claims, name))
    .sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1));
  const tokens = new Set(all.filter(({ attempt }) => attempt > 0).map(({ unique }) => unique));
  const left: ClaimName[] = [];
  for (const claim of expired) {
    // Before its file is taken over under another token: afterwards it would look as if the file were still to be claimed.
    if (claim.attempt === 0 && tokens.has(claim.unique)) await store.remove(claimPath(settings, claim));
    else left.push(claim);
  }
  return left;
}

async function takeOver(work: ClaimWork, old: ClaimName): Promise<ClaimName | undefined> {
  const { store, settings } = work;
  const { name, attempt, reader } = old;
  const claim = newClaim(settings, name, attempt === 0 ? 0 : attempt + 1);
  if (!(await store.move(claimPath(settings, old), claimPath(settings, claim)))) return undefined;
  if (old.at > 0) notify(settings, 'taken over', name, `${reader} had ${name} and let its lease run out`);
  return attempt === 0 ? await takeMarked(work, claim) : claim;
}

async function completeFiles({ store, settings, still }: ClaimWork): Promise<readonly StoredFile[]> {
  const { complete, incoming, maximumFiles, now } = settings;
  const all = await store.list(incoming, maximumFiles);
  const files = incomingFiles(all, settings);
  const usable = files.filter(({ name }) => isUsable(settings, incoming, name));
  if (complete.by === 'rename') return usable;
  if (complete.by === 'standstill') return still.look(usable, now(), complete.milliseconds);
  return markedFiles(usable, all, complete.marker);
}

/** Whether a file can be kept under its name; it is told of where not. */
function isUsable(settings: MailboxSettings, folder: string, name: string): boolean {
  const fault = faultOfName(name);
  if (fault !== undefined)
    notify(settings, 'unusable name', name, `a file in ${folder} is left out: its name ${fault}`);
  return fault === undefined;
}

/** Files whose marker is there. A marker is none, also one for which `marker` gives its own name: `4711.done` for `4711.edi`. */
function markedFiles(
  files: readonly StoredFile[],
  all: readonly StoredFile[],
  marker: (name: string) => string,
): readonly StoredFile[] {
  const names = new Set(all.map(({ name }) => name));
  const markers = new Set(files.map(({ name }) => marker(name)));
  return files.filter(({ name }) => !markers.has(name) && names.has(marker(name)));
}

/** What of a folder is a partner's file, by name; temporary files are none. */
export function incomingFiles(all: readonly StoredFile[], { ignores }: MailboxSettings): readonly StoredFile[] {
  return all.filter(({ name, isFile }) => isFile && !ignores(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function take(work: ClaimWork, file: StoredFile): Promise<ClaimName | undefined> {
  const { store, settings } = work;
  const { complete, incoming } = settings;
  const claim = newClaim(settings, file.name, complete.by === 'marker' ? 0 : 1);
  const name = complete.by === 'marker' ? complete.marker(file.name) : file.name;
  if (!(await store.move(pathIn(incoming, name), claimPath(settings, claim)))) return undefined;
  return complete.by === 'marker' ? await takeMarked(work, claim) : claim;
}

/**
 * The file of a marker that this reader has claimed. The marker decides who has the file, and goes only when the file is
 * claimed too: were it to go first, a death in between would lose the file; were it left behind, the partner's next file of
 * this name would be taken half-written.
 */
async function takeMarked({ store, settings }: ClaimWork, marker: ClaimName): Promise<ClaimName | undefined> {
  const claim = { ...marker, attempt: 1 };
  const moved = await store.move(pathIn(settings.incoming, marker.name), claimPath(settings, claim));
  await store.remove(claimPath(settings, marker));
  return moved ? claim : undefined;
}

/** The claimed file, to be read; nothing when it is not what was seen in `incoming`. */
async function opened(work: ClaimWork, claim: ClaimName, seen?: StoredFile): Promise<ClaimedFile | undefined> {
  const { store, settings, still } = work;
  const path = claimPath(settings, claim);
  const state = await store.state(path);
  if (!state?.isFile) return undefined;
  const same = seen === undefined || (state.bytes === seen.bytes && state.modifiedAt === seen.modifiedAt);
  if (same || settings.complete.by !== 'standstill') return claimedFile(store, settings, claim, state);
  notify(settings, 'still written', claim.name, `${claim.name} changed after it had stood still`);
  still.forget(claim.name);
  // Where the partner has put another file there meanwhile, this one comes when its lease has run out.
  await store.publish(path, pathIn(settings.incoming, claim.name));
  return undefined;
}

function newClaim({ reader, unique, now }: MailboxSettings, name: string, attempt: number): ClaimName {
  return { at: now(), reader, unique: unique(), attempt, name };
}

function claimPath({ claims }: MailboxSettings, claim: ClaimName): string {
  return pathIn(claims, encodeClaimName(claim));
}

function notify({ observe }: MailboxSettings, kind: MailboxNotice['kind'], name: string, message: string): void {
  observe({ kind, name, message });
}
