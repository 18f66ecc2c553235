import { styleText } from 'node:util';
import { visible } from './visible.ts';

export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

/** Where the run tells a person what happens. With `--json` nothing is told on standard output. */
export interface Output {
  /** Columns of the terminal; undefined where there is none. */
  readonly width: number | undefined;
  line(text?: string): void;
  style(style: Style, text: string): string;
  /** One line that is written over by the next; only on a terminal. */
  progress(text: string): void;
}

/** Colour and progress on a terminal, plain lines when piped, nothing when `silent`. NO_COLOR is obeyed. */
export function consoleOutput(stream: NodeJS.WriteStream, silent: boolean): Output {
  const terminal = stream.isTTY === true && !silent;
  const coloured = terminal && process.env['NO_COLOR'] === undefined;
  let open = false;
  const clear = () => {
    if (open) stream.write('\r\u001b[2K');
    open = false;
  };
  return {
    width: terminal ? (stream.columns ?? 120) : undefined,
    style: (style, text) => (coloured ? styleText(style, visible(text)) : text),
    line(text = '') {
      if (silent) return;
      clear();
      stream.write(`${visible(text, coloured)}\n`);
    },
    progress(text) {
      if (!terminal) return;
      clear();
      stream.write(text.slice(0, (stream.columns ?? 120) - 1));
      open = true;
    },
  };
}
