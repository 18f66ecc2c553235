import { styleText } from 'node:util';

export type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red' | 'cyan';

/** Where the run tells a person what happens. With `--json` nothing is told on standard output. */
export interface Output {
  readonly width: number;
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
    width: stream.columns ?? 120,
    style: (style, text) => (coloured ? styleText(style, text) : text),
    line(text = '') {
      if (silent) return;
      clear();
      stream.write(`${text}\n`);
    },
    progress(text) {
      if (!terminal) return;
      clear();
      stream.write(text.slice(0, (stream.columns ?? 120) - 1));
      open = true;
    },
  };
}
