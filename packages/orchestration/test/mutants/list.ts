import { concernMutants } from './concern-mutants.ts';
import { kernelMutants } from './kernel-mutants.ts';
import type { Mutant } from './mutant.ts';
import { shellMutants } from './shell-mutants.ts';

/** Each breaks one rule that somebody might break by mistake; the suite must see every one of them. */
export const mutants: readonly Mutant[] = [...concernMutants, ...kernelMutants, ...shellMutants];
