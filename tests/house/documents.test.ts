import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, root, tree } from './tree.ts';

const pages = tree().filter(
  (file) => file.endsWith('.md') && !file.endsWith('.api.md') && !file.startsWith('.changeset/'),
);

describe('Markdown', () => {
  it('a page has one title', () => {
    const wrong = pages.filter((page) => headingsOf(page).filter(({ level }) => level === 1).length !== 1);
    expect(wrong).toEqual([]);
  });

  it('a heading is one level below the one it stands under', () => {
    const skips = pages.flatMap((page) =>
      headingsOf(page).flatMap(({ level, text }, index, all) =>
        level > (all[index - 1]?.level ?? 0) + 1 ? [`${page}: ${text}`] : [],
      ),
    );
    expect(skips).toEqual([]);
  });

  it('a link inside the repository leads somewhere', () => {
    expect(
      pages.flatMap((page) =>
        linksOf(page)
          .filter((link) => !leadsSomewhere(page, link))
          .map((link) => `${page}: ${link}`),
      ),
    ).toEqual([]);
  });

  it('every page of docs can be reached from docs/README.md', () => {
    const linked = linksOf('docs/README.md').map((link) => join('docs', link.replace(/#.*$/, '')));
    const docs = pages.filter((page) => page.startsWith('docs/') && page !== 'docs/README.md');
    expect(docs.filter((page) => !linked.includes(page))).toEqual([]);
  });
});

function headingsOf(page: string): { level: number; text: string }[] {
  return [...withoutCode(page).matchAll(/^(#{1,6}) (.+)$/gm)].map(([, marks = '', text = '']) => ({
    level: marks.length,
    text,
  }));
}

/** Targets of links that are not addresses of the web. */
function linksOf(page: string): string[] {
  const links = [...withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return links.filter((target) => !/^[a-z]+:/.test(target));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || headingsOf(target).some(({ text }) => anchorOf(text) === anchor);
}

/** As GitHub and npm make it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function withoutCode(page: string): string {
  return read(page)
    .replaceAll(/^(`{3,})[^\n]*\n[\s\S]*?^\1$/gm, '')
    .replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()#]/g, ' '));
}
