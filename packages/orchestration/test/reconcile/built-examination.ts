import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildContext, context } from 'esbuild';
import type { Wrong } from './wrong-reconciliations.ts';

const folder = join(import.meta.dirname, '../../src/reconcile');

/** Examinations of the sources with one text changed; `close` ends the bundler. */
export interface Examinations {
  /** What is found wrong. Throws when the text does not stand there once. */
  of(wrong?: Wrong): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** One bundler for all of them: what has not changed is not read again. */
export async function examinations(): Promise<Examinations> {
  let changed: { readonly file: string; readonly contents: string } | undefined;
  const bundler: BuildContext = await context({
    entryPoints: [join(import.meta.dirname, 'examine.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['@dist/source'],
    logLevel: 'silent',
    plugins: [
      {
        name: 'wrong',
        setup: ({ onLoad }) =>
          onLoad({ filter: /src\/reconcile\/[^/]+\.ts$/ }, ({ path }) =>
            basename(path) === changed?.file ? { contents: changed.contents, loader: 'ts' } : undefined,
          ),
      },
    ],
  });
  return {
    of: async (wrong) => {
      changed = wrong && { file: wrong.file, contents: changedSource(wrong) };
      const { outputFiles = [] } = await bundler.rebuild();
      const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`;
      // What comes to no end in order is seen as well; its stack would be the whole bundle.
      return examined(url).catch((error: unknown) => [`threw ${String(error).slice(0, 200)}`]);
    },
    close: () => bundler.dispose(),
  };
}

async function examined(url: string): Promise<readonly string[]> {
  const { examine }: typeof import('./examine.ts') = await import(/* @vite-ignore */ url);
  return examine();
}

function changedSource({ wrong, file, from, to }: Wrong): string {
  const source = readFileSync(join(folder, file), 'utf8');
  if (source.split(from).length !== 2) throw new Error(`${file} does not hold once what "${wrong}" changes: ${from}`);
  return source.replace(from, () => to);
}
