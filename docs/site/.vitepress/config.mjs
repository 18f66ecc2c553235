import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitepress';
import { navigation, sidebar } from '../navigation.mjs';

const api = new URL('../.build-pages/reference/api/typedoc-sidebar.json', import.meta.url);

export default defineConfig({
  title: '@dist',
  description: 'The TypeScript SDK for order to cash',
  lang: 'en',
  srcDir: '.build-pages',
  outDir: 'dist',
  cacheDir: '.cache',
  cleanUrls: false,
  // The index of the search and the pages of the API are large, and fetched when they are asked for.
  vite: { build: { chunkSizeWarningLimit: 4000 }, worker: { format: 'es' } },
  markdown: {
    // What GitHub and npm make of a heading, so that one link serves everywhere.
    anchor: { slugify: anchorOf },
    theme: { light: 'github-light', dark: 'github-dark' },
  },
  // Without an icon of its own a page asks the server for one that is not there.
  transformHead: () => [['link', { rel: 'icon', href: 'data:,' }]],
  themeConfig: {
    search: { provider: 'local', options: { _render: searchedHtml } },
    outline: [2, 3],
    externalLinkIcon: true,
    nav: navigation,
    sidebar: sidebar(JSON.parse(readFileSync(api, 'utf8'))),
    docFooter: { prev: 'Before', next: 'Next' },
    footer: {
      message: 'MIT licence. X12, Shopify and other names are their owners’; this project is not affiliated with them.',
    },
  },
});

function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** Of the API its names are searched: with every word of it the index would be five times as large. */
function searchedHtml(source, environment, markdown) {
  const api = environment.relativePath.startsWith('reference/api/');
  return markdown.render(api ? (source.match(/^#{1,3} .*$/gm) ?? []).join('\n\n') : source, environment);
}
