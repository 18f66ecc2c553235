import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { postedResult } from './posted-result.mjs';

const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

/** The Chromium of this machine, if one is on the PATH. */
export function chromium() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

/** `150.0.7871.100` */
export function chromiumVersion(binary) {
  const { stdout } = spawnSync(binary, ['--version', '--no-sandbox'], { encoding: 'utf8' });
  return stdout?.match(/\d+(?:\.\d+)+/)?.[0] ?? 'of unknown version';
}

/** The program's result in a page without a bundler: the modules of the installed package, found by an import map. */
export function inBrowser(binary, { folder }) {
  writeFileSync(join(folder, 'page.html'), page(folder));
  const profile = `--user-data-dir=${join(folder, 'profile')}`;
  const args = ['--headless', '--disable-gpu', '--disable-dev-shm-usage', '--remote-debugging-port=0', profile];
  // Chromium has no sandbox for root, as in CI.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  return postedResult(folder, (address) => [binary, ...args, `${address}/`]);
}

function page(folder) {
  const { exports } = JSON.parse(readFileSync(join(folder, 'node_modules/@dist/x12/package.json'), 'utf8'));
  const modules = Object.entries(exports).filter(([, target]) => target.import);
  const imports = modules.map(([subpath, target]) => [
    `@dist/x12${subpath.slice(1)}`,
    `/node_modules/@dist/x12${target.import.default.slice(1)}`,
  ]);
  return `<!doctype html>
<meta charset="utf-8">
<script type="importmap">${JSON.stringify({ imports: Object.fromEntries(imports) })}</script>
<script type="module">
  const post = (result) => fetch('/result', { method: 'POST', body: JSON.stringify(result) });
  try {
    const { runProgram } = await import('/x12-program.mjs');
    await post(await runProgram());
  } catch (error) {
    await post({ thrown: String(error.stack) });
  }
</script>
`;
}
