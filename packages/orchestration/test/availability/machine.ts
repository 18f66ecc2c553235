import { applyAvailability } from '../../src/availability/apply-availability.ts';
import { availabilityTransition } from '../../src/availability/availability-transition.ts';
import { available } from '../../src/availability/available.ts';

/** The parts that the checks look at, so that they can look at wrong ones as well. */
export interface Machine {
  readonly availabilityTransition: typeof availabilityTransition;
  readonly applyAvailability: typeof applyAvailability;
  readonly available: typeof available;
}

export { applyAvailability, availabilityTransition, available };
