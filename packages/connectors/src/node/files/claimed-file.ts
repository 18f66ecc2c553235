import { type ClaimName, encodeClaimName, stampOf } from './claim-name.ts';
import { type FileStore, pathIn, type StoredFile } from './file-store.ts';
import type { ClaimedFile, Settlement } from './mailbox.ts';
import { mailboxError } from './mailbox-error.ts';
import type { MailboxSettings } from './mailbox-options.ts';

/** What a reader can do with a file that it has claimed. */
export function claimedFile(
  store: FileStore,
  settings: MailboxSettings,
  claimed: ClaimName,
  { bytes, modifiedAt }: StoredFile,
): ClaimedFile {
  const { name, attempt } = claimed;
  const pathOf = (claim: ClaimName) => pathIn(settings.claims, encodeClaimName(claim));
  let claim = claimed;
  /** How it was to be settled before, where that was not heard to succeed. */
  let tried: Settlement | undefined;
  let settled = false;
  /** What a renewal was to make of the claim, where that was not heard to succeed. */
  let unheard: ClaimName | undefined;
  const inTurn = turns();

  const hear = async () => {
    if (unheard !== undefined && (await store.state(pathOf(unheard))) !== undefined) claim = unheard;
    unheard = undefined;
  };
  const read = async (): Promise<Uint8Array> => {
    const held = claim;
    const content = await store.read(pathOf(held), settings.maximumBytes);
    if (content === undefined) {
      // A renewal that ran beside it may have given the file another name.
      await inTurn(hear);
      if (claim !== held) return await read();
    }
    if (content === undefined) throw mailboxError('conflict', `the claim on ${name} ran out, another reader has it`);
    if (content.length !== bytes) throw mailboxError('conflict', `${name} is still written to`);
    return content;
  };
  const renew = async () => {
    await hear();
    const next = { ...claim, at: Math.max(settings.now(), claim.at + 1) };
    unheard = next;
    const held = await store.move(pathOf(claim), pathOf(next));
    if (held) claim = next;
    // The store may have done it and lost its own answer on the way.
    else await hear();
    unheard = undefined;
    return claim === next;
  };
  const settle = async (as: Settlement) => {
    if (settled) throw new TypeError(`${name} is settled already`);
    await hear();
    // Where the file still stands nothing was done: a folder that may not be written to, say.
    if (tried !== undefined && tried !== as && (await store.state(pathOf(claim))) === undefined)
      throw new TypeError(`${name} was to be settled as ${tried}; so it stays`);
    const again = tried === as;
    tried = as;
    const held = await settleOnce(store, settings, claim, as);
    settled = true;
    return held || (again && (await wasSettled(store, settings, claim, as)));
  };
  return {
    name,
    bytes,
    modifiedAt,
    attempt,
    read,
    // One after the other: a renewal takes the name away that a settlement beside it would look for.
    renew: () => inTurn(renew),
    settle: (as) => inTurn(() => settle(as)),
  };
}

/** Runs steps one after the other, whatever came of those before. */
function turns(): <T>(step: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const turn = last.then(step);
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function settleOnce(
  store: FileStore,
  settings: MailboxSettings,
  claim: ClaimName,
  as: Settlement,
): Promise<boolean> {
  const path = pathIn(settings.claims, encodeClaimName(claim));
  if (as === 'delete') return await store.remove(path);
  if (as !== 'release') await store.makeFolder(settings[as]);
  return await store.move(path, destinationOf(settings, claim, as));
}

/** The file's place afterwards: no other has it, so that nothing is replaced. */
function destinationOf(settings: MailboxSettings, claim: ClaimName, as: Exclude<Settlement, 'delete'>): string {
  // Not back into `incoming`, where the partner may have put another file of this name.
  if (as === 'release') return pathIn(settings.claims, encodeClaimName({ ...claim, at: 0 }));
  return pathIn(settings[as], `${stampOf(claim.at)}.${claim.unique}.${claim.name}`);
}

/** Whether an attempt whose answer was lost had done it. Of a removal nobody can tell it from another reader's. */
async function wasSettled(
  store: FileStore,
  settings: MailboxSettings,
  claim: ClaimName,
  as: Settlement,
): Promise<boolean> {
  if (as === 'delete') return true;
  return (await store.state(destinationOf(settings, claim, as))) !== undefined;
}
