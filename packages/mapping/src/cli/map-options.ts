import type { CommandOption } from './command.ts';

/** How overlays are named. */
export const overlayOption: CommandOption = {
  name: 'overlay',
  value: 'FILE',
  repeats: true,
  about: 'a patch laid over the map; several apply in the order given',
};

/** How master data is given. */
export const factsOption: CommandOption = {
  name: 'facts',
  value: 'FILE',
  about: 'master data for lookup codecs: { "LOOKUP": { "KEY": "VALUE" } }',
};

/** How codecs of one's own are given. */
export const codecsOption: CommandOption = {
  name: 'codecs',
  value: 'MODULE',
  about: 'a JavaScript module with codecs that the map names, a file or a package: @dist/connectors/codecs',
};

/** Which document of a partner, where its folder stands for a map. */
export const documentOption: CommandOption = {
  name: 'document',
  value: 'NAME',
  about: 'which of the partner’s documents, where a map is its folder: 850, or "850 in"',
};
