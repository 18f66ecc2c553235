// The order of a partner in the examples, and two orders of which one has faults; the companies are made up.
import order from '../../../examples/partners/brightwater/golden/order.edi?raw';
import faults from '../../../examples/read-an-850/samples/northfield.edi?raw';

export const samples: Readonly<Record<'order' | 'faults', string>> = { order, faults };
