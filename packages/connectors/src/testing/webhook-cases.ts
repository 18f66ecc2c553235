import type { ContractAdapter, ContractWebhooks } from './contract-adapter.ts';
import type { ContractCase } from './contract-case.ts';
import { expectThat } from './expect-that.ts';
import { startOfTime } from './scripted-wire.ts';

type Delivery = Awaited<ReturnType<ContractWebhooks['deliver']>>;

/** Webhooks that come twice, late, and from somebody else. */
export function webhookCases({ webhooks }: ContractAdapter): readonly ContractCase[] {
  if (webhooks === undefined) return [];
  const { toleranceSeconds } = webhooks;
  return [
    row(webhooks, 'a webhook that is signed is believed', true, (delivery) => delivery),
    row(webhooks, 'a webhook whose body was changed is not believed', false, ({ body, headers }) => ({
      body: flipped(body),
      headers,
    })),
    row(webhooks, 'a webhook without a signature is not believed', false, ({ body, headers }) => ({
      body,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !isSame(name, webhooks.signature))),
    })),
    row(webhooks, 'a webhook with another signature is not believed', false, ({ body, headers }) => ({
      body,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name,
          isSame(name, webhooks.signature) ? turned(value) : value,
        ]),
      ),
    })),
    {
      name: 'a webhook that comes twice has the same id both times',
      run: async () => {
        const { body, headers } = await webhooks.deliver(startOfTime);
        const first = await webhooks.verify(body, headers, startOfTime);
        const second = await webhooks.verify(body, headers, startOfTime + 1000);
        expectThat(first.id !== undefined && first.id === second.id, 'one id', [first, second]);
      },
    },
    ...(toleranceSeconds === undefined ? [] : skews(webhooks, toleranceSeconds)),
  ];
}

function row(
  webhooks: ContractWebhooks,
  name: string,
  believed: boolean,
  change: (delivery: Delivery) => Delivery,
): ContractCase {
  return {
    name,
    run: async () => {
      const { body, headers } = change(await webhooks.deliver(startOfTime));
      const { ok } = await webhooks.verify(body, headers, startOfTime);
      expectThat(ok === believed, believed ? 'believed' : 'not believed', ok);
    },
  };
}

/** Clocks differ, and old deliveries are sent again by whoever has read one. */
function skews(webhooks: ContractWebhooks, tolerance: number): readonly ContractCase[] {
  const rows: readonly (readonly [string, number, boolean])[] = [
    ['a little old', tolerance - 5, true],
    ['a little young, by a clock that goes before ours', 5 - tolerance, true],
    ['too old', tolerance + 5, false],
    ['from the future', -tolerance - 5, false],
  ];
  return rows.map(([name, seconds, believed]) => ({
    name: `a webhook that is ${name} is ${believed ? 'believed' : 'not believed'}`,
    run: async () => {
      const { body, headers } = await webhooks.deliver(startOfTime);
      const { ok } = await webhooks.verify(body, headers, startOfTime + seconds * 1000);
      expectThat(ok === believed, believed ? 'believed' : 'not believed', ok);
    },
  }));
}

const isSame = (name: string, other: string): boolean => name.toLowerCase() === other.toLowerCase();

function flipped(body: Uint8Array): Uint8Array {
  return body.map((byte, at) => (at === 0 ? byte ^ 1 : byte));
}

/** Another text of the same length and signs. */
function turned(text: string): string {
  return [...text].reverse().join('');
}
