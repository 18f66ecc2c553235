import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../order-to-cash/src/main.ts', import.meta.url));

/**
 * Runs the order-to-cash example into a folder, so that there are orders to look at; run again, it goes on where it was.
 * Answers what was wrong, or undefined.
 */
export function fillStore(folder: string): Promise<string | undefined> {
  const args = [
    '--disable-warning=ExperimentalWarning',
    '--conditions=@dist/source',
    '--import',
    import.meta.resolve('tsx'),
  ];
  const run = spawn(process.execPath, [...args, main, '--json', '--out', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  run.stderr.setEncoding('utf8').on('data', (text: string) => {
    told = (told + text).slice(-4000);
  });
  return new Promise((resolve, reject) => {
    run.once('error', reject);
    // 1 says that something needs a person: that is what the tower is for.
    run.once('close', (code) => resolve(code === 0 || (code === 1 && told === '') ? undefined : told.trim()));
  });
}
