import type { CarrierContractOptions, CarrierUnderTest } from '../carrier-contract.ts';

/** Makes a carrier. */
export type OpenCarrier = CarrierContractOptions['open'];

/** One thing that every carrier keeps to. `run` rejects when it does not. */
export interface CarrierTest {
  readonly name: string;
  readonly run: (open: OpenCarrier) => Promise<void>;
}

/** A carrier under test, and how often the key of what was delivered came. */
export interface WatchedCarrier extends CarrierUnderTest {
  times(key: string): number;
}

/** Runs a test with a carrier and closes it, whatever comes. `deliver` does what a delivery does besides being counted. */
export async function withCarrier(
  open: OpenCarrier,
  test: (carrier: WatchedCarrier) => Promise<void>,
  deliver: (key: string, under: WatchedCarrier) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const counts = new Map<string, number>();
  const opened = await open(async (key) => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    await deliver(key, watched);
  });
  const watched = { ...opened, times: (key: string) => counts.get(key) ?? 0 };
  try {
    await test(watched);
  } finally {
    await opened.close();
  }
}
