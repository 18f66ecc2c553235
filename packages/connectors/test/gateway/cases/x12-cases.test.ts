import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PartnerDirectory } from '@dist/connectors/gateway';
import { describe, expect, it } from 'vitest';
import { samplePartner } from '../sample-gateway.ts';
import { answerLines, type ExpectedAnswer, isAsExpected } from './answer-lines.ts';
import { type LiveWorld, liveWorld } from './live-world.ts';

interface Expected extends ExpectedAnswer {
  readonly sets?: readonly { readonly st02: string; readonly status: string }[];
  readonly quarantined?: boolean;
  readonly events?: number;
  readonly ackBytes?: string;
}

interface Case {
  readonly name: string;
  readonly file: string;
  readonly given?: {
    readonly ourIds?: readonly { readonly qualifier: string; readonly id: string }[];
    readonly receiverUsage?: 'T' | 'P';
    readonly receivedBefore?: readonly string[];
  } | null;
  readonly expect: Expected;
  readonly or?: readonly Expected[];
}

const shared = process.env['DIST_SHARED'] ?? fileURLToPath(new URL('../../../../../../shared', import.meta.url));
const folder = `${shared}/cases/x12`;
const topics = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const all = topics.flatMap((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as Case[]);

/** Cases that the gateway answers otherwise, each with who is right and why. */
const otherwise: Readonly<Record<string, string>> = {
  '850-50-c-po1.edi':
    'AK402: PO102 is data element 380 from 005010 on (the facts of the standard say so), the case keeps 330',
};

const nobody = 'A receiver that is not us is rejected';

const absent = all.length === 0 ? ' (the shared cases are not here)' : '';
describe.skipIf(all.length === 0)(`interchanges of the shared cases, through the gateway and back${absent}`, () => {
  it.each(all.map((each) => [each.name, each.file, each] as const))('%s (%s)', async (_, __, each) => {
    const world = worldFor(each);
    const firsts: string[] = [];
    for (const before of each.given?.receivedBefore ?? []) {
      await world.receive(before, bytesOf(before));
      firsts.push(...world.left.map(({ text }) => text));
    }
    const [events, sent] = [await eventsIn(world), world.left.length];
    const receipt = await world.receive('in/this.edi', bytesOf(each.file));
    const files = world.left.slice(sent).map(({ text }) => text);
    const [interchange] = receipt.interchanges;
    const wanted = [each.expect, ...(each.or ?? []).map((other) => ({ ...each.expect, ...other }))];
    if (each.name === nobody) {
      // Nobody has these addresses, so that there is nobody to be answered: it is kept, and read anew once somebody has.
      expect([interchange?.status, files]).toEqual(['unknown-partner', []]);
      return;
    }
    const got = answerLines(files);
    const isRight = wanted.some((one) => isAsExpected(got, one));
    if (otherwise[each.file]) expect(isRight, 'an explanation that is no longer needed must go').toBe(false);
    else if (!isRight) expect(got).toEqual(wanted[0]);
    if (each.expect.quarantined === true) expect(interchange?.status).toBe('quarantined');
    if (each.expect.ackBytes !== undefined) expect(files).toEqual(firsts);
    if (each.expect.events !== undefined) expect((await eventsIn(world)) - events).toBe(each.expect.events);
    // What is accepted leads to something, be it an order or an item for a person; what is rejected to nothing.
    const accepted = (each.expect.sets ?? []).filter(({ status }) => status !== 'rejected');
    const isAnswer = each.file.startsWith('997') || each.file.startsWith('TA1');
    const isAgain = (each.given?.receivedBefore ?? []).length > 0;
    if (!isAgain && each.or === undefined && !isAnswer)
      expect((interchange?.orders ?? []).length > 0).toBe(accepted.length > 0);
  });
});

const bytesOf = (file: string): Uint8Array => readFileSync(`${folder}/${file}`);

/** A gateway for the usage of the file, where everybody is a partner who is sent to one of our addresses. */
function worldFor({ file, given }: Case): LiveWorld {
  const usage = new TextDecoder().decode(bytesOf(file)).slice(102, 103);
  const partner = samplePartner();
  const isOurs = (id: string) => given?.ourIds?.some((ours) => ours.id === id.trim()) ?? true;
  const partners: PartnerDirectory = {
    byAddress: async (theirs, ours) =>
      isOurs(ours.id) ? { ...partner, profile: { ...partner.profile, interchange: { theirs, ours } } } : undefined,
    byId: async () => partner,
  };
  return liveWorld({ partners, options: { usage: given?.receiverUsage ?? (usage === 'T' ? 'T' : 'P') } });
}

async function eventsIn(world: LiveWorld): Promise<number> {
  let count = 0;
  // Items for a person are no events of orders.
  const orders = (await world.orders()).filter((id) => !id.includes('/received:'));
  for (const id of orders) for await (const _ of world.journal.events(id)) count++;
  return count;
}
