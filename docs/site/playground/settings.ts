/** What a person has chosen. All of it stands in the address; the text never does. */
export interface Settings {
  readonly tab: Tab;
  /** How a set becomes a canonical document: the map that is shipped, that with the overlay of the sample partner, or not. */
  readonly map: 'standard' | 'brightwater' | 'none';
  /** The companion guide laid over the sets. */
  readonly guide: 'none' | 'brightwater';
  /** Whether persons, accounts, prices and free text are hidden before anything else is done. */
  readonly mask: boolean;
  readonly answer: '997' | '999' | 'TA1';
  /** A file that comes with the page; none where the text is the person's own. */
  readonly sample: 'order' | 'faults' | 'none';
}

const choices = {
  tab: ['issues', 'text', 'tree', 'json', 'canonical', 'answer'],
  map: ['standard', 'brightwater', 'none'],
  guide: ['none', 'brightwater'],
  answer: ['997', '999', 'TA1'],
  sample: ['none', 'order', 'faults'],
} as const;

export type Tab = (typeof choices.tab)[number];

export const tabs: readonly Tab[] = choices.tab;

/** The settings of an address: `#tab=tree&map=none`. What it does not say, or says wrongly, is as at first. */
export function settingsOf(hash: string): Settings {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  return {
    tab: oneOf(choices.tab, said.get('tab')),
    map: oneOf(choices.map, said.get('map')),
    guide: oneOf(choices.guide, said.get('guide')),
    mask: said.get('mask') === 'on',
    answer: oneOf(choices.answer, said.get('answer')),
    sample: oneOf(choices.sample, said.get('sample')),
  };
}

/** The other way: only what differs from the settings at first, so that the plain page has the plain address. */
export function hashOf(settings: Settings): string {
  const said = new URLSearchParams();
  for (const name of Object.keys(choices) as (keyof typeof choices)[])
    if (settings[name] !== choices[name][0]) said.set(name, settings[name]);
  if (settings.mask) said.set('mask', 'on');
  const text = said.toString();
  return text === '' ? '' : `#${text}`;
}

function oneOf<const Value extends string>(values: readonly [Value, ...Value[]], said: string | null): Value {
  return values.find((value) => value === said) ?? values[0];
}
