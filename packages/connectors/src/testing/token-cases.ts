import type { Capability } from '../port/connector.ts';
import type { ContractAdapter } from './contract-adapter.ts';
import type { ContractCase } from './contract-case.ts';
import { expectHook } from './expect-hook.ts';
import { expectThat } from './expect-that.ts';
import { operate, prepareOrder } from './operate.ts';
import type { Stage } from './stage.ts';

/** Tokens that end. Left out where a token is given once and for all. */
export function tokenCases(adapter: ContractAdapter, offered: readonly Capability[]): readonly ContractCase[] {
  if (adapter.isTokenRequest === undefined) return [];
  const wanted: readonly Capability[] =
    adapter.tokensAreFor === 'writes' ? ['orders.change', 'orders.cancel'] : ['orders.find', 'orders.status'];
  const asks = wanted.find((capability) => offered.includes(capability));
  if (asks === undefined) return [];
  return [
    {
      name: 'one token serves many calls',
      run: async (stage) => {
        const number = await prepareOrder(stage);
        for (let times = 0; times < 3; times++) await operate(stage, asks, number);
        expectThat(stage.tokens() === 1, 'one request for a token', stage.tokens());
      },
    },
    {
      name: 'a token that ended is replaced, and the call is made once more',
      run: async (stage) => {
        const number = await prepareToken(stage, asks);
        // It is refused at once: what made it is not asked again before a while.
        stage.fake.expireTokens?.();
        stage.later(60_000);
        const outcome = await operate(stage, asks, number);
        expectThat(isFine(outcome.status), 'an answer', outcome);
        expectThat(stage.tokens() === 2, 'one more request for a token', stage.tokens());
      },
    },
    {
      name: 'ten calls at the same time whose token ended fetch one new token',
      run: async (stage) => {
        const number = await prepareToken(stage, asks);
        stage.fake.expireTokens?.();
        stage.later(60_000);
        const outcomes = await Promise.all(Array.from({ length: 10 }, () => operate(stage, asks, number)));
        const failed = outcomes.filter(({ status, failure }) => !isFine(status) && failure?.class !== 'conflict');
        expectThat(failed.length === 0, 'ten answers', failed);
        expectThat(stage.tokens() === 2, 'one more request for a token', stage.tokens());
      },
    },
  ];
}

/** A number to ask for, and a token: without an order to submit nothing has asked for one yet. */
async function prepareToken(stage: Stage, asks: Capability): Promise<string> {
  expectHook(stage.fake, 'expireTokens');
  const number = await prepareOrder(stage);
  if (stage.tokens() === 0) await operate(stage, asks, number);
  return number;
}

const isFine = (status: string): boolean => ['found', 'changed', 'cancelled'].includes(status);
