import { read, tree } from './tree.ts';

export interface Snippet {
  /** Where it is, for people. */
  readonly title: string;
  readonly code: string;
  /** Of the file that it is written to. */
  readonly name: string;
}

/** The ```ts blocks of every Markdown file but the generated ones. */
export const snippets: readonly Snippet[] = tree()
  .filter((file) => file.endsWith('.md') && !/(?:\.api|CHANGELOG)\.md$/.test(file))
  .flatMap((file) =>
    blocksOf(file).map((code, index) => ({
      title: `${file}, block ${index + 1}`,
      code,
      name: `${file.replaceAll('/', '-')}-${index + 1}.ts`,
    })),
  );

function blocksOf(file: string): string[] {
  return [...read(file).matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
}
