import type { ContractCase } from './contract-case.ts';
import { expectStatus, expectThat } from './expect-that.ts';
import { externalReference, type Stage } from './stage.ts';

/** What a search that finds parts, or goes by its beginning, takes for `externalReference`. */
const longer: readonly string[] = [
  `${externalReference}0`,
  `${externalReference}00`,
  `${externalReference}.2`,
  `a${externalReference}`,
];

const others: readonly { readonly name: string; readonly reference: string }[] = [
  { name: 'the beginning of its reference', reference: externalReference.slice(0, -1) },
  { name: 'the end of its reference', reference: externalReference.slice(1) },
  ...longer.map((reference) => ({ name: `${reference}, which holds its reference`, reference })),
  { name: 'its reference in capitals', reference: externalReference.toUpperCase() },
  { name: 'its reference in small letters', reference: externalReference.toLowerCase() },
];

/** Orders whose references are nearly the same: whoever takes one for the other loses an order, or makes it twice. */
export const referenceCases: readonly ContractCase[] = [
  ...others.map(({ name, reference }) => ({
    name: `an order is not found by ${name}`,
    run: async ({ submit, find }: Stage) => {
      expectStatus(await submit(), 'accepted');
      expectStatus(await find(reference), 'notFound');
    },
  })),
  {
    name: 'an order is made, and found, beside others whose references hold its own',
    run: async ({ submit, find, adapter, orders }) => {
      const accepted = adapter.orders?.accepted;
      const numbers = new Map<string, string>();
      for (const reference of [...longer, externalReference]) {
        expectStatus(await find(reference), 'notFound');
        const order = accepted && { ...accepted, number: `${accepted.number}-${numbers.size}` };
        const key = `kit/${reference}/submit`;
        const made = expectStatus(await submit(order, { key, externalReference: reference }), 'accepted');
        numbers.set(reference, made.order.number);
      }
      expectThat((await orders()) === numbers.size, `${numbers.size} orders`, await orders());
      for (const [reference, number] of numbers) {
        const { order } = expectStatus(await find(reference), 'found');
        expectThat(order.number === number, `${number} for ${reference}`, order);
        expectThat(order.externalReference === reference, reference, order.externalReference);
      }
    },
  },
];
