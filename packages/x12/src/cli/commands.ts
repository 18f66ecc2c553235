import { ack } from './command/ack.ts';
import { diff } from './command/diff.ts';
import { inspect } from './command/inspect.ts';
import { json } from './command/json.ts';
import { mask } from './command/mask.ts';
import { split } from './command/split.ts';
import { validate } from './command/validate.ts';
import { write } from './command/write.ts';
import type { Command } from './command.ts';

/** What `x12` does, in the order of the help. */
export const commands: readonly Command[] = [inspect, validate, ack, json, write, split, mask, diff];
