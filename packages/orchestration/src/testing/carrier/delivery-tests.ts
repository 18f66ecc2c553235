import type { EffectNotice } from '../../runtime/journal.ts';
import { expectSame } from '../journal/contract-test.ts';
import { type CarrierTest, type WatchedCarrier, withCarrier } from './carrier-test.ts';

/** Deliveries: of everything, by its key, in its time, as often as it is offered. */
export const deliveryTests: readonly CarrierTest[] = [
  {
    name: 'everything that is offered is delivered, many at once too',
    run: (open) =>
      withCarrier(open, async (under) => {
        const keys = Array.from({ length: 300 }, (_, index) => `northfield/PO-${index}/855`);
        await Promise.all([0, 100, 200].map((at) => offer(under, keys.slice(at, at + 100))));
        await under.until('all are delivered', () => keys.every((key) => under.times(key) > 0));
      }),
  },
  {
    name: 'a key of any characters comes as it was, and none is taken for another',
    run: (open) =>
      withCarrier(open, async (under) => {
        const keys = [
          'a:b',
          'a%3Ab',
          'a/b',
          'a@1',
          'a',
          '12',
          'a b',
          'ü “sign” 𝔸',
          'a\nb',
          '{"key":1}',
          'x'.repeat(300),
        ];
        await offer(under, keys);
        await under.until('all are delivered', () => keys.every((key) => under.times(key) > 0));
      }),
  },
  {
    name: 'nothing is delivered before its time, and what is due does not wait for it',
    run: (open) => {
      const early: string[] = [];
      let due = '';
      const deliver = async (key: string, { clock }: WatchedCarrier) => {
        if (key === 'later' && clock() < due) early.push(key);
      };
      return withCarrier(
        open,
        async (under) => {
          due = new Date(Date.parse(under.clock()) + 1500).toISOString();
          await under.carrier.offer([noticeOf(under, 'later', { notBefore: due }), noticeOf(under, 'now')]);
          await under.until('what is due is delivered', () => under.times('now') > 0);
          expectSame('before its time', under.times('later'), 0);
          await under.until('it is delivered in its time', () => under.times('later') > 0);
          expectSame('too early', early, []);
        },
        deliver,
      );
    },
  },
  {
    name: 'the same notice may be offered again, before its delivery and after it',
    run: (open) =>
      withCarrier(open, async (under) => {
        await under.carrier.offer([noticeOf(under, 'a'), noticeOf(under, 'a')]);
        await offer(under, ['a', 'b']);
        await under.until('they are delivered', () => under.times('a') > 0 && under.times('b') > 0);
        const before = under.times('a');
        // Until the queue has let go of the delivery it may take the notice for the one that it had.
        const again = async () => {
          await offer(under, ['a']);
          return under.times('a') > before;
        };
        await under.until('it is delivered again', again);
      }),
  },
  {
    name: 'the next attempt is delivered though it is offered while the one before is at work',
    run: (open) => {
      let offered = false;
      const deliver = async (_: string, under: WatchedCarrier) => {
        if (offered) return;
        offered = true;
        await under.carrier.offer([noticeOf(under, 'a', { attempt: 2 })]);
      };
      return withCarrier(
        open,
        async (under) => {
          await offer(under, ['a']);
          await under.until('both are delivered', () => under.times('a') > 1);
        },
        deliver,
      );
    },
  },
  {
    name: 'a delivery that fails or hangs does not keep back the others',
    run: (open) => {
      let letGo: () => void = () => undefined;
      const hangs = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      const deliver = async (key: string) => {
        if (key === 'hangs') await hangs;
        if (key === 'fails') throw new Error('the journal is not there');
      };
      return withCarrier(
        open,
        async (under) => {
          const delivered = (...keys: string[]) => keys.every((key) => under.times(key) > 0);
          await offer(under, ['fails', 'hangs', 'a']);
          try {
            await under.until('all are delivered', () => delivered('fails', 'hangs', 'a'));
            await offer(under, ['b', 'c']);
            await under.until('the others are delivered', () => delivered('b', 'c'));
          } finally {
            letGo();
          }
        },
        deliver,
      );
    },
  },
  {
    name: 'a carrier that was disposed of takes nothing more, and may be disposed of again',
    run: (open) =>
      withCarrier(open, async (under) => {
        await under.carrier.close();
        await under.carrier.close();
        const taken = offer(under, ['a']).then(
          () => 'taken',
          () => 'refused',
        );
        expectSame('a notice', await taken, 'refused');
      }),
  },
];

function offer(under: WatchedCarrier, keys: readonly string[]): Promise<void> {
  return under.carrier.offer(keys.map((key) => noticeOf(under, key)));
}

function noticeOf({ clock }: WatchedCarrier, key: string, more: Partial<EffectNotice> = {}): EffectNotice {
  return { key, attempt: 1, lane: 'partner:northfield', class: 'realTime', notBefore: clock(), ...more };
}
