import { check } from './command/check.ts';
import { diff } from './command/diff.ts';
import { explain } from './command/explain.ts';
import { impact } from './command/impact.ts';
import { init } from './command/init.ts';
import { mutants } from './command/mutants.ts';
import { run } from './command/run.ts';
import { test } from './command/test.ts';
import type { Command } from './command.ts';

/** What `dist-map` does, in the order of the help. */
export const commands: readonly Command[] = [init, check, explain, diff, run, impact, test, mutants];
