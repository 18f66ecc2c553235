import { builtEntryOf } from './built-entry.mjs';
import { orderStory } from './order-story.mjs';
import { peakMemory } from './peak-memory.mjs';
import { processorSeconds } from './processor-seconds.mjs';

const { defaultPolicy, empty, lines, phase, replay, transition } = await import(builtEntryOf('orchestration', 'index'));

/** What the order machine is asked to do. */
export const jobs = {
  /** Lives through orders, as many of them as have some thousands of events; answers seconds of the processor an event. */
  events({ lines: count = 2, shipments = 1, answered, orders = 1, leastEvents = 2000, leastSeconds }) {
    const stories = Array.from({ length: orders }, (_, index) => {
      const id = `order-${index + 1}`;
      return { id, events: orderStory({ id, lines: count, shipments, answered }) };
    });
    const [{ events }] = stories;
    const lives = Math.ceil(leastEvents / events.length);
    let next = 0;
    let state;
    const seconds = processorSeconds(() => {
      for (let life = 0; life < lives; life++) {
        const story = stories[next++ % stories.length];
        state = empty(story.id);
        for (const event of story.events) state = transition(state, event, defaultPolicy).state;
      }
    }, leastSeconds);
    mustHaveShipped(state, 24 * shipments);
    return { seconds: seconds / lives / events.length };
  },

  /** Reads the logs of so many events back, order by order, none of which is kept. */
  replay({ events }) {
    let told = 0;
    let state;
    const before = process.cpuUsage();
    for (let order = 1; told < events; order++) {
      const id = `order-${order}`;
      const log = orderStory({ id });
      state = replay(id, log, defaultPolicy);
      told += log.length;
    }
    const { user, system } = process.cpuUsage(before);
    mustHaveShipped(state, 24);
    return { seconds: (user + system) / 1e6 / told, peak: peakMemory() };
  },
};

function mustHaveShipped(state, quantity) {
  const faults = lines(state).filter(({ shipped, invoiced }) =>
    [shipped, invoiced].some((sum) => sum !== `${quantity}`),
  );
  if (faults.length > 0 || phase(state) !== 'invoiced') throw new Error(`the order is ${phase(state)}, not invoiced`);
}
