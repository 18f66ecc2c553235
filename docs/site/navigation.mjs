// The menu and the list beside each page. Pages that no list names are appended to the section of their folder.
import { sitePages } from './pages.mjs';

export const navigation = [
  { text: 'Ten minutes', link: '/tutorial' },
  { text: 'Concepts', link: '/concepts' },
  { text: 'Guides', link: '/guides/onboard-a-partner', activeMatch: '^/guides/' },
  { text: 'Packages', link: '/x12/', activeMatch: '^/(x12|canonical|mapping|orchestration|connectors)/' },
  { text: 'Reference', link: '/reference/', activeMatch: '^/reference/' },
  { text: 'Playground', link: '/playground' },
];

/** In the order in which they are needed; those that are pages of a package stand among them. */
const guides = [
  'guides/onboard-a-partner',
  'guides/in-your-editor',
  'guides/read-an-issue',
  'guides/add-a-transaction-set',
  'guides/write-a-connector',
  'orchestration/overview',
  'guides/serverless',
  'guides/cut-over',
  'guides/replay-after-a-failure',
  'guides/upgrade',
  'guides/security',
];

/** The lists beside the pages; `api` is what TypeDoc wrote for its own. */
export function sidebar(api) {
  const pages = sitePages();
  const section = (text, folder, first = [], open = true) => ({
    text,
    collapsed: !open,
    items: inOrder(
      pages.filter(
        ({ address }) => address.startsWith(`${folder}/`) && !address.slice(folder.length + 1).includes('/systems/'),
      ),
      [`${folder}/index.md`, ...first.map((name) => `${folder}/${name}.md`)],
    ),
  });
  const single = (...names) =>
    inOrder(
      pages.filter(({ address }) => names.includes(address.replace(/\.md$/, ''))),
      names.map((name) => `${name}.md`),
    );
  const main = [
    {
      text: 'Start',
      items: single('readme', 'tutorial', 'concepts', 'commands', 'control-tower', 'glossary', 'architecture'),
    },
    { text: 'Guides', items: single(...guides) },
    section('X12', 'x12', [], false),
    section('Canonical documents', 'canonical', [], false),
    section('Maps', 'mapping', [], false),
    section('Orders', 'orchestration', ['overview', 'machine', 'policy', 'operators', 'runtime'], false),
    section('Connectors', 'connectors', ['gateway', 'router'], false),
    section('Examples', 'examples', ['order-to-cash'], false),
    {
      text: 'Trust',
      collapsed: true,
      items: single('verification', 'comparison', 'security', 'gotchas', 'edges', 'rules', 'benchmarks', 'size'),
    },
    { text: 'Project', collapsed: true, items: single('contributing', 'style', 'contents') },
    section('Decisions', 'decisions', [], false),
  ];
  const reference = [
    { text: 'Reference', items: [{ text: 'All of it', link: '/reference/' }, ...referencePages] },
    { text: 'Entries', items: api },
  ];
  return { '/reference/': reference, '/': main };
}

/** Those that are made from the sources. */
const referencePages = [
  { text: 'Issue codes', link: '/reference/issue-codes' },
  { text: 'Operations of maps', link: '/reference/map-operations' },
  { text: 'Fields of a policy', link: '/reference/policy-fields' },
];

function inOrder(pages, first) {
  const rank = ({ address }) => (first.includes(address) ? first.indexOf(address) : first.length);
  return [...pages]
    .sort((one, other) => rank(one) - rank(other))
    .map(({ title, address }) => ({ text: title, link: `/${address.replace(/index\.md$/, '').replace(/\.md$/, '')}` }));
}
