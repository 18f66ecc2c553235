import type { EffectCarrier, EffectNotice } from '@dist/orchestration/carrier';
import type { CarrierContractOptions } from '@dist/orchestration/testing';

type Open = CarrierContractOptions['open'];

/** A fault of a carrier: what it is, how a right one is spoiled with it, and the test of the kit that sees it. */
type Fault = readonly [what: string, spoil: (open: Open) => Open, test: string];

const offering =
  (change: (notices: readonly EffectNotice[], carrier: EffectCarrier) => readonly EffectNotice[]) =>
  (open: Open): Open =>
  async (deliver) => {
    const under = await open(deliver);
    const offer: EffectCarrier['offer'] = (notices) => under.carrier.offer(change(notices, under.carrier));
    return { ...under, carrier: { offer, close: () => under.carrier.close() } };
  };

const each = (change: (notice: EffectNotice) => EffectNotice) => offering((notices) => notices.map(change));

/** Faults that a carrier may have, each of which the kit must see. */
export const faultyCarriers: readonly Fault[] = [
  ['loses what is much', offering((notices) => notices.slice(0, 99)), 'everything that is offered'],
  ['escapes keys', each((notice) => ({ ...notice, key: encodeURIComponent(notice.key) })), 'a key of any characters'],
  ['knows no time', each((notice) => ({ ...notice, notBefore: '' })), 'nothing is delivered before its time'],
  [
    'delivers all when the last is due',
    offering((notices) => {
      const last = notices.map(({ notBefore }) => notBefore).sort();
      return notices.map((notice) => ({ ...notice, notBefore: last.at(-1) ?? '' }));
    }),
    'nothing is delivered before its time',
  ],
  ['takes each notice once', (open) => once(({ key, attempt }) => `${key}@${attempt}`)(open), 'the same notice may be'],
  ['knows no attempts', (open) => once(({ key }) => key)(open), 'the next attempt'],
  [
    'stops when a delivery fails',
    (open) => {
      let failed = false;
      return (deliver) =>
        open(async (key) => {
          if (failed) return;
          await deliver(key).catch((error) => {
            failed = true;
            throw error;
          });
        });
    },
    'a delivery that fails',
  ],
  [
    'takes notices after its end',
    (open) => async (deliver) => {
      const under = await open(deliver);
      const { offer } = under.carrier;
      return { ...under, carrier: { offer, close: async () => undefined } };
    },
    'a carrier that was disposed of',
  ],
  [
    'drops later attempts',
    offering((all) => all.filter(({ attempt }) => attempt < 2)),
    'by deliveries alone: a look-up',
  ],
];

function once(nameOf: (notice: EffectNotice) => string): (open: Open) => Open {
  return (open) => {
    const seen = new Set<string>();
    return offering((notices) =>
      notices.filter((notice) => !seen.has(nameOf(notice)) && seen.add(nameOf(notice)).size > 0),
    )(open);
  };
}
