import { consoleOutput } from './console-output.ts';
import { readOptions } from './options.ts';
import { run } from './run.ts';

// Who reads along may leave (`| head`): the orders go on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// npm runs scripts in the package's folder: relative paths are relative to where the user stands.
const command = readOptions(process.argv.slice(2), process.env['ORDER_TO_CASH_CWD'] ?? process.cwd());

if ('help' in command) {
  process.stdout.write(command.help);
} else if ('wrongUsage' in command) {
  process.stderr.write(`${command.wrongUsage}\nTry: npm start -- --help\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(command.run, consoleOutput(process.stdout, command.run.json));
}
