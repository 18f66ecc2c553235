import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obligations } from '@dist/orchestration';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demonstrate } from '../src/demonstrate.ts';
import { type House, openHouse } from '../src/house.ts';
import { openPartnerEndpoint, type PartnerEndpoint } from '../src/partner-endpoint.ts';
import { sampleEvents } from '../src/sample-events.ts';

const notice = 'northfield/4711/856/S1';
let folder: string;
let file: string;
let endpoint: PartnerEndpoint;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dist-replay-'));
  file = join(folder, 'orders.sqlite');
  endpoint = await openPartnerEndpoint();
});
afterEach(async () => {
  await endpoint.close();
  rmSync(folder, { recursive: true });
});

/** Opens the house anew at a time of the day of shipping. */
async function at<T>(time: string, step: (house: House) => Promise<T>): Promise<T> {
  const house = await openHouse(file, endpoint.url, () => `2026-03-03T${time}:00.000Z`);
  return await step(house).finally(() => house.close());
}

/** An order whose ship notice was refused with a status. */
async function refused(status: number): Promise<void> {
  await at('08:00', (house) => house.take(house.event(sampleEvents.captured, 'in/4711')));
  endpoint.refuse(status);
  await at('10:00', (house) => house.take(house.event(sampleEvents.shipped, 'erp/S1')));
  endpoint.refuse();
}

const replay = { type: 'operator.replayed', effect: notice, by: 'integration', reason: 'renewed' } as const;
const noticesTaken = () => endpoint.taken.filter((key) => key === notice).length;

describe('a document that is refused', () => {
  it('goes the way that the README shows', async () => {
    const lines: string[] = [];
    await demonstrate({ file, endpoint, print: (line) => lines.push(line) });
    const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    expect(readme).toContain(`\`\`\`text\n${lines.join('\n')}\n\`\`\``);
  });

  it.each([
    [401, 'parked'],
    [403, 'parked'],
    [404, 'parked'],
    [429, 'issued'],
    [500, 'issued'],
    [503, 'issued'],
  ])('with %d is %s', async (status, expected) => {
    await refused(status);
    const found = await at('10:00', async (house) =>
      obligations(await house.state()).find(({ key }) => key === notice),
    );
    expect(found?.status).toBe(expected);
    expect(noticesTaken()).toBe(0);
  });

  it('because the server is away goes out by itself a moment later', async () => {
    await refused(503);
    await at('10:01', (house) => house.take());
    expect(noticesTaken()).toBe(1);
  });

  it('for a reason that lasts waits for a person, however long', async () => {
    await refused(403);
    await at('23:00', (house) => house.take());
    expect([noticesTaken(), await at('23:00', (house) => house.phase())]).toEqual([0, 'parked']);
  });

  it('is sent once, by however many replays in however many processes', async () => {
    await refused(403);
    await at('14:00', (house) => house.take(house.event(replay, 'desk/1')));
    await at('14:01', (house) => house.take(house.event(replay, 'desk/1'), house.event(replay, 'desk/2')));
    expect(noticesTaken()).toBe(1);
  });

  it('is parked again where the endpoint still refuses, and may be replayed again', async () => {
    await refused(403);
    endpoint.refuse(403);
    await at('14:00', (house) => house.take(house.event(replay, 'desk/1')));
    expect(await at('14:00', (house) => house.phase())).toBe('parked');
    endpoint.refuse();
    await at('15:00', (house) => house.take(house.event(replay, 'desk/2')));
    expect(noticesTaken()).toBe(1);
  });
});
