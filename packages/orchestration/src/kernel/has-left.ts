import type { IssuedEffect } from '../word/state.ts';

/** Whether a submit may be at the ERP, or is still meant to get there. */
export function hasLeft(submit: IssuedEffect | undefined): boolean {
  return submit !== undefined && submit.status !== 'withdrawn';
}
