import { failure } from '../port/failure.ts';
import { type OwnKey, readAgreement, readOwnKey } from './agreement.ts';
import { writeAs2Name } from './as2-name.ts';
import type { As2Platform } from './as2-platform.ts';
import { writeReply } from './as2-reply.ts';
import type { As2Settings, As2Station, StationWarning } from './as2-station.ts';
import { warningOf } from './cms/expiring.ts';
import { judgeReceipt } from './judge-receipt.ts';
import { messageIdFor } from './message-id.ts';
import { openMessage } from './open-message.ts';
import { packMessage } from './pack-message.ts';
import { replyContent } from './reply-content.ts';
import { deliverReply, sendMessage } from './send-message.ts';

/** A station on a platform. Rejects with a TypeError or RangeError for settings that can not be meant. */
export async function createStation(settings: As2Settings, platform: As2Platform): Promise<As2Station> {
  const { as2Id, messageDomain, replies, timeoutMs = 120_000 } = settings;
  const { maximumBytes = 64 * 1024 * 1024, maximumPayloadBytes = 256 * 1024 * 1024, now = Date.now } = settings;
  writeAs2Name(as2Id);
  if (!/^[A-Za-z0-9][A-Za-z0-9.-]{0,100}$/.test(messageDomain)) throw new RangeError('messageDomain is a domain name');
  if (settings.keys.length === 0) throw new RangeError('a station needs at least one key');
  const keys = await Promise.all(settings.keys.map((key) => readOwnKey(key, platform)));
  const agreements = new Map(settings.partners.map((partner) => [partner.as2Id, readAgreement(partner)]));
  if (agreements.size < settings.partners.length) throw new RangeError('two partners have one AS2 name');

  const agreementWith = (partner: string) => {
    const agreement = agreements.get(partner);
    if (agreement === undefined) throw new RangeError(`there is no partner ${JSON.stringify(partner)}`);
    return agreement;
  };
  const posting = {
    fetch: settings.fetch ?? ((url: string, init: RequestInit) => globalThis.fetch(url, init)),
    timeout: settings.timeout ?? ((milliseconds: number) => AbortSignal.timeout(milliseconds)),
    timeoutMs,
    maximumBytes: 8 * 1024 * 1024,
  };
  const sendingTo = (partner: string) => ({ agreement: agreementWith(partner), keys, platform, posting, now });
  const replyTo = (from: string, to: string, messageId: string) => replies.find({ from, to, messageId });
  const ours = { as2Id, keys, messageDomain };

  const station: As2Station = {
    pack: async (payload, { partner, key }) => {
      const messageId = messageIdFor(key, messageDomain);
      const agreement = agreementWith(partner);
      const packed = await packMessage(payload, { agreement, ours, platform, messageId, now: now() });
      if ('missing' in packed) return { ok: false, failure: failure('config', `AS2 ${partner}: ${packed.missing}`) };
      return { ok: true, message: packed };
    },
    send: (message, call) => sendMessage(message, sendingTo(message.partner), call?.signal),
    judge: (sent, { from, receipt }) => {
      if (from !== sent.partner) throw new RangeError('a receipt is judged with the message that it is about');
      return judgeReceipt(sent, receipt);
    },
    open: (request) =>
      openMessage(request, {
        as2Id,
        keys,
        agreements,
        platform,
        replyTo,
        now: now(),
        maximumBytes,
        maximumPayloadBytes,
      }),
    reply: (opened, disposition) => writeReply(replyContent(opened, disposition), { keys, messageDomain, now: now() }),
    receive: async (request, commit) => {
      const opened = await station.open(request);
      return await commit(opened, opened.status === 'repeated' ? opened.reply : await station.reply(opened));
    },
    deliver: (reply, call) => deliverReply(reply, sendingTo(reply.from), call?.signal),
    expiring: () => warnings(as2Id, keys, [...agreements.values()], now()),
  };
  return station;
}

function warnings(
  as2Id: string,
  keys: readonly OwnKey[],
  agreements: readonly ReturnType<typeof readAgreement>[],
  now: number,
): readonly StationWarning[] {
  const owned = [
    ...keys.map(({ certificate }) => ({ owner: as2Id, certificate })),
    ...agreements.flatMap(({ partner, signing, encryption }) => {
      const all = new Set([...signing, ...encryption.map(({ certificate }) => certificate)]);
      return [...all].map((certificate) => ({ owner: partner.as2Id, certificate }));
    }),
  ];
  return owned
    .flatMap(({ owner, certificate }) => {
      const warning = warningOf(certificate, now);
      return warning === undefined ? [] : [{ ...warning, owner }];
    })
    .sort((a, b) => a.daysLeft - b.daysLeft);
}
