import type { System } from './system.ts';

/** An option of a command: a switch, or one with a value. */
export interface CommandOption {
  /** Without the dashes. */
  readonly name: string;
  /** What the value is, for the help (`FILE`); absent for a switch. */
  readonly value?: string | undefined;
  /** The values that it may have. */
  readonly choices?: readonly string[] | undefined;
  /** Whether the command can do nothing without it. */
  readonly required?: boolean | undefined;
  /** Whether it may be given several times. */
  readonly repeats?: boolean | undefined;
  readonly about: string;
}

/** A command with what the person gave. */
export interface Invocation {
  /** The words that belong to no option. */
  readonly operands: readonly string[];
  /** The last value of an option; undefined where it was not given. */
  option(name: string): string | undefined;
  /** The value of an option that is `required`. */
  required(name: string): string;
  /** All values of an option, in the order given. */
  options(name: string): readonly string[];
  /** Whether a switch was given. */
  has(name: string): boolean;
}

/** One of the things that `dist-map` does. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly about: string;
  /** Lines under the usage. */
  readonly details?: string | undefined;
  /** The words that it takes beside options: how they are called in the help, and how many. None when absent. */
  readonly operands?: { readonly shown: string; readonly least: number; readonly most: number } | undefined;
  readonly options: readonly CommandOption[];
  /** The exit code: 0, or 1 where something is not valid. */
  run(invocation: Invocation, system: System): Promise<0 | 1>;
}
