// The API reference: TypeDoc over the sources of every public entry, each a module with the name that a user imports.
import { join, relative, sep } from 'node:path';
import { Application } from 'typedoc';
import { publicEntries } from '../../scripts/entries.mjs';
import { root } from './pages.mjs';

const site = join(root, 'docs/site');

/** Writes the reference among the staged pages; returns the number of entries. */
export async function writeApiReference() {
  const entries = publicEntries();
  const application = await Application.bootstrapWithPlugins({
    tsconfig: join(site, 'tsconfig.json'),
    entryPoints: entries.map(({ source }) => source),
    alwaysCreateEntryPointModule: true,
    plugin: ['typedoc-plugin-markdown', 'typedoc-vitepress-theme'],
    out: join(site, '.build-pages/reference/api'),
    docsRoot: join(site, '.build-pages'),
    name: 'API',
    readme: 'none',
    disableSources: true,
    // The gate `types` checks them, with the settings of each package.
    skipErrorChecking: true,
    // Types that an entry uses and does not export are a matter for the gate `api`.
    validation: { notExported: false, invalidLink: true, notDocumented: false },
    hidePageHeader: true,
    useHTMLAnchors: true,
    router: 'module',
    logLevel: 'Warn',
  });
  const project = await application.convert();
  if (!project) throw new Error('TypeDoc could not read the sources; its messages stand above');
  const names = new Map(entries.map(({ source, id }) => [moduleOf(source), id]));
  for (const module of project.children ?? []) module.name = names.get(module.name) ?? module.name;
  await application.generateOutputs(project);
  if (application.logger.hasErrors()) throw new Error('TypeDoc has reported errors; they stand above');
  return entries.length;
}

/** TypeDoc names a module by its path from the folder that all entries share. */
function moduleOf(source) {
  const path = relative(join(root, 'packages'), source).split(sep).join('/');
  return path.replace(/\.ts$/, '').replace(/\/index$/, '');
}
