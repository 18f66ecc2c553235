import type { Purpose } from '@dist/canonical';
import type { PurposeAction } from './purpose-action.ts';

/**
 * What the purposes of an order (BEG01) mean unless a profile says otherwise (R04). A second order 00 of one number is
 * never a second order; 06 never makes one where one is; 22 never ships; 01 cancels what is not picked. A cancellation of
 * what is not there holds, and does not fail.
 */
export const orderPurposes: Readonly<Record<Purpose, PurposeAction>> = {
  original: { whenNew: 'create', whenEqual: 'acknowledge', whenDifferent: 'hold' },
  duplicate: { whenNew: 'create', whenEqual: 'acknowledge', whenDifferent: 'hold' },
  replace: { whenNew: 'create', whenEqual: 'acknowledge', whenDifferent: 'replaceOpen' },
  confirmation: { whenNew: 'create', whenEqual: 'acknowledge', whenDifferent: 'hold' },
  informationCopy: { whenNew: 'note', whenEqual: 'note', whenDifferent: 'note' },
  cancellation: { whenNew: 'hold', whenEqual: 'cancelUnpicked', whenDifferent: 'cancelUnpicked' },
};
