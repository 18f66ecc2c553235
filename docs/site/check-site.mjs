// What VitePress does not check of the site that it has built: anchors, and that a page loads nothing from another host.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The faults of a built site, one sentence each, with the number of its files and bytes. */
export function checkSite(folder) {
  const files = filesIn(folder);
  const texts = new Map(
    files.filter((file) => /\.(?:html|css)$/.test(file)).map((file) => [file, readFileSync(file, 'utf8')]),
  );
  const identifiers = new Map([...texts].map(([file, text]) => [file, new Set(matches(text, / id="([^"]*)"/g))]));
  const faults = [...texts].flatMap(([file, text]) =>
    [...loadedFromElsewhere(text), ...deadAnchors(file, text, folder, identifiers)].map(
      (fault) => `${relative(folder, file).split(sep).join('/')}: ${fault}`,
    ),
  );
  return { files: files.length, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0), faults };
}

/** Links of words to other sites are meant; scripts, styles, pictures and fonts are not. */
function loadedFromElsewhere(text) {
  const resources = [
    ...matches(text, /<(?:script|img|iframe|source|video|audio|embed)\b[^>]*?\ssrc="((?:https?:)?\/\/[^"]*)"/g),
    ...matches(text, /<link\b[^>]*?\shref="((?:https?:)?\/\/[^"]*)"/g),
    ...matches(text, /(?:url\(|@import )["']?((?:https?:)?\/\/[^"')]*)/g),
  ];
  return resources.map((address) => `loads ${address}; the site must do without other hosts`);
}

function deadAnchors(file, text, folder, identifiers) {
  return matches(text, /<a\b[^>]*?\shref="([^"]*#[^"]*)"/g)
    .filter((link) => !/^[a-z]+:/.test(link))
    .flatMap((link) => {
      const [path, anchor] = link.split('#');
      const target = path === '' ? file : pageOf(path.startsWith('/') ? join(folder, path) : join(dirname(file), path));
      const known = identifiers.get(target);
      if (!known) return [`links to ${link}, which is not a page`];
      return anchor === '' || known.has(decodeURIComponent(anchor))
        ? []
        : [`links to ${link}, and no heading has that anchor`];
    });
}

function pageOf(path) {
  if (path.endsWith(sep)) return join(path, 'index.html');
  return existsSync(path) && path.endsWith('.html') ? path : `${path}.html`;
}

function matches(text, pattern) {
  return [...text.matchAll(pattern)].map(([, found]) => found);
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
