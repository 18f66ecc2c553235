import type { Concern } from '../kernel/concern.ts';
import { ownerOf } from '../kernel/owner-of.ts';

/**
 * What came under the id of an order or a load and is of another one changes nothing: it is kept, and shown to a person. So is
 * the answer of an ERP that was not asked; it counts, since an order stands there.
 */
export const settingAside: Concern = {
  name: 'settingAside',
  holds: (step, hold) => {
    for (const [name, { reason, since }] of step.view.strangers) {
      const owner = ownerOf(step, 'partnerFormat');
      hold({ hold: `stranger/${name}`, reason, about: reason, class: 'partnerFormat', owner, since });
    }
  },
};
