import type { VersionStep } from './version-step.ts';

/** Every change of the model so far, for `castUp` and `castDown`. None: all documents are of version 1. */
export const versionSteps: readonly VersionStep[] = [];
