import type { Capability } from '../port/connector.ts';
import type { ListStart, Page } from '../port/page.ts';
import type { ContractCase } from './contract-case.ts';
import { expectHook } from './expect-hook.ts';
import { expectNoSecret } from './expect-no-secret.ts';
import { expectThat } from './expect-that.ts';
import type { Fake, ListCapability } from './fake.ts';
import { type ListedDocument, numberOf } from './number-of.ts';
import { isList } from './operate.ts';
import type { Stage } from './stage.ts';

/** Lists that others change while they are read. Throws a RangeError where the fake cannot tell what a list must give. */
export function listCases(offered: readonly Capability[], fake: Fake): readonly ContractCase[] {
  return offered.filter(isList).flatMap((list) => {
    if (fake.listed === undefined)
      throw new RangeError(`${list} is offered, and the fake does not tell what is listed`);
    return [wholeCase(list), resumeCase(list), brokenCase(list), shiftCase(list), spoiltCase(list)];
  });
}

function wholeCase(list: ListCapability): ContractCase {
  return {
    name: `${list} gives every document once`,
    run: async (stage) => {
      const expected = listedBy(stage.fake, list);
      expectThat(expected.length > 2, 'three documents or more in the fake', expected);
      const numbers: string[] = [];
      for await (const page of pagesOf(stage, list)) numbers.push(...numbersOf(page));
      expectSame(numbers, expected);
    },
  };
}

function resumeCase(list: ListCapability): ContractCase {
  return {
    name: `${list} goes on after a page that was read before, and leaves nothing out`,
    run: async (stage) => {
      const expected = listedBy(stage.fake, list);
      const seen = new Set<string>();
      let after: string | undefined;
      // Each page by a new call, as a job does that is started again and again.
      for (let pages = 0; pages < 50; pages++) {
        const page = await firstOf(pagesOf(stage, list, after === undefined ? undefined : { after }));
        if (page === undefined) break;
        for (const number of numbersOf(page)) seen.add(number);
        const next = page.ok ? page.next : undefined;
        if (next === after) break;
        after = next;
      }
      expectSame([...seen], expected);
    },
  };
}

function brokenCase(list: ListCapability): ContractCase {
  return {
    name: `${list} ends with the page that failed, and can be read again`,
    run: async (stage) => {
      const expected = listedBy(stage.fake, list);
      stage.meet({ kind: 'answered', status: 503 }, { which: 'any request' });
      const pages: Page<ListedDocument>[] = [];
      for await (const page of pagesOf(stage, list)) pages.push(page);
      expectThat(pages.length === 1 && pages[0]?.ok === false, 'one page that failed', pages);
      const numbers: string[] = [];
      for await (const page of pagesOf(stage, list)) numbers.push(...numbersOf(page));
      expectSame(numbers, expected);
    },
  };
}

function shiftCase(list: ListCapability): ContractCase {
  return {
    name: `${list} leaves nothing out when records come and move while it is read`,
    run: async (stage) => {
      expectHook(stage.fake, 'shift');
      const expected = listedBy(stage.fake, list);
      const seen = new Set<string>();
      let pages = 0;
      for await (const page of pagesOf(stage, list)) {
        for (const number of numbersOf(page)) seen.add(number);
        if (pages++ < 3) stage.fake.shift?.(list);
        expectThat(pages < 200, 'an end', pages);
      }
      const missing = expected.filter((number) => !seen.has(number));
      expectThat(missing.length === 0, 'every document that was there', missing);
    },
  };
}

function spoiltCase(list: ListCapability): ContractCase {
  return {
    name: `${list} tells of a document that it cannot read, and gives the others`,
    run: async (stage) => {
      expectHook(stage.fake, 'spoil');
      const before = listedBy(stage.fake, list);
      const spoilt = stage.fake.spoil?.(list);
      const numbers: string[] = [];
      let unreadable = 0;
      for await (const page of pagesOf(stage, list)) {
        numbers.push(...numbersOf(page));
        if (page.ok) unreadable += page.unreadable.length;
      }
      expectThat(unreadable === 1, 'one that is unreadable', unreadable);
      expectSame(
        numbers,
        before.filter((number) => number !== spoilt),
      );
    },
  };
}

function listedBy(fake: Fake, list: ListCapability): readonly string[] {
  return fake.listed?.(list) ?? [];
}

async function* pagesOf(
  { connector, adapter }: Stage,
  list: ListCapability,
  start?: ListStart,
): AsyncGenerator<Page<ListedDocument>, void, undefined> {
  const { orders, shipments, invoices, fulfillments, payments } = connector;
  const open: Readonly<Record<ListCapability, () => AsyncIterable<Page<ListedDocument>> | undefined>> = {
    'orders.list': () => orders?.list?.(start),
    'shipments.list': () => shipments?.list?.(start),
    'invoices.list': () => invoices?.list?.(start),
    'fulfillments.list': () => fulfillments?.list?.(start),
    'payments.list': () => payments?.list?.(start),
  };
  const pages = open[list]();
  expectThat(pages !== undefined, list, connector.capabilities);
  for await (const page of pages) {
    expectNoSecret(page, adapter.secret);
    yield page;
  }
}

function numbersOf(page: Page<ListedDocument>): readonly string[] {
  expectThat(page.ok, 'a page', page);
  return page.items.map(numberOf);
}

async function firstOf<Item>(items: AsyncIterable<Item>): Promise<Item | undefined> {
  for await (const item of items) return item;
  return undefined;
}

function expectSame(found: readonly string[], expected: readonly string[]): void {
  const same = JSON.stringify([...found].sort()) === JSON.stringify([...expected].sort());
  expectThat(same, JSON.stringify(expected), found);
}
