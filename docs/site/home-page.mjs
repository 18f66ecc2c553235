// The first page: what the packages are for, the ways in, and the block of the README that reads an order and answers it.

const hero = {
  name: '@dist',
  text: 'Order to cash in TypeScript',
  tagline:
    'Purchase orders from EDI and shops become ERP orders, acknowledgments, ship notices and invoices, each exactly once, and every order can say where it is and what it waits for.',
  actions: [
    { theme: 'brand', text: 'Ten minutes', link: '/tutorial' },
    { theme: 'alt', text: 'Concepts', link: '/concepts' },
    { theme: 'alt', text: 'Reference', link: '/reference/' },
  ],
};

const features = [
  {
    title: 'X12 that says what is wrong',
    details:
      'Typed 850, 855, 856, 810 and 997. Each fault is a value with its place, what was expected and what was found.',
    link: '/x12/',
  },
  {
    title: 'Maps are data',
    details:
      'A trading partner is JSON: one map read both ways, overlays by rule, and what no rule reads is kept and written back.',
    link: '/mapping/',
  },
  {
    title: 'An order machine without a clock',
    details:
      'A pure function of events. Effects are data with stable keys; journals on memory, SQLite and PostgreSQL; Restate and DBOS.',
    link: '/orchestration/',
  },
  {
    title: 'Connectors under one contract',
    details:
      'ERPs, shops and transports fill the same ports, and a lost answer is looked up before anything is sent again.',
    link: '/connectors/',
  },
  {
    title: 'Exact documents',
    details: 'Decimals are texts, quantities carry units, amounts their currency. No binary floats anywhere.',
    link: '/canonical/',
  },
  {
    title: 'What is proved, and what is not',
    details: 'Which tests stand behind which sentence, and the list of what has not been verified.',
    link: '/verification',
  },
];

/** The page as Markdown, with the first TypeScript block of the README. */
export function homePage(readme) {
  const [block] = /^```ts\n[\s\S]*?^```$/m.exec(readme) ?? [];
  if (block === undefined) throw new Error('README.md has no TypeScript block for the home page');
  // JSON is YAML.
  const front = JSON.stringify({ layout: 'home', title: '@dist', titleTemplate: hero.text, hero, features }, null, 2);
  return `---\n${front}\n---\n\n## Read an order, answer it\n\n${block}\n`;
}
