import { createMachine, initialTransition, transition } from 'xstate';
import { processorSeconds } from '../processor-seconds.mjs';

/** Three states without context, guards or actions: the least that a machine of XState can be. */
const machine = createMachine({
  id: 'order',
  initial: 'open',
  states: { open: { on: { NEXT: 'sent' } }, sent: { on: { NEXT: 'done' } }, done: { on: { NEXT: 'open' } } },
});

/** What XState, the best known state machine, is asked to do. */
export const jobs = {
  /** Its pure `transition`, some thousands of times; answers seconds of the processor an event. */
  events({ leastEvents = 2001, leastSeconds }) {
    let [state] = initialTransition(machine);
    const seconds = processorSeconds(() => {
      for (let event = 0; event < leastEvents; event++) [state] = transition(machine, state, { type: 'NEXT' });
    }, leastSeconds);
    if (state.value !== 'open') throw new Error(`the machine is in ${state.value}, not open`);
    return { seconds: seconds / leastEvents };
  },
};
