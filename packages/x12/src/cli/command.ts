import type { System } from './system.ts';

/** An option of a command: a switch, or one with a value. */
export interface CommandOption {
  /** Without the dashes. */
  readonly name: string;
  /** What the value is, for the help (`FILE`); absent for a switch. */
  readonly value?: string | undefined;
  /** The values that it may have. */
  readonly choices?: readonly string[] | undefined;
  readonly about: string;
}

/** A command with what the person gave. */
export interface Invocation {
  /** At least one; `-` is standard input. */
  readonly files: readonly string[];
  /** The value of an option; undefined where it was not given. */
  option(name: string): string | undefined;
  /** Whether a switch was given. */
  has(name: string): boolean;
}

/** One of the things that `x12` does. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly about: string;
  /** Lines under the usage. */
  readonly details?: string | undefined;
  /** How many files it takes; one or more when absent. */
  readonly files?: { readonly exactly: number } | undefined;
  readonly options: readonly CommandOption[];
  /** The exit code: 0, or 1 where a file is not valid. */
  run(invocation: Invocation, system: System): Promise<0 | 1>;
}
