import type { Settings } from './settings.ts';

/** What can be chosen, all of which stands in the address. */
export function Options({ settings, set }: { settings: Settings; set: (changed: Partial<Settings>) => void }) {
  return (
    <fieldset class="options">
      <legend>Read it with</legend>
      <Choice
        label="Map"
        value={settings.map}
        values={{ standard: 'as shipped', brightwater: 'with the overlay of Brightwater', none: 'none' }}
        choose={(map) => set({ map })}
      />
      <Choice
        label="Partner guide"
        value={settings.guide}
        values={{ none: 'none', brightwater: 'Brightwater (made up)' }}
        choose={(guide) => set({ guide })}
      />
      <Choice
        label="Acknowledgment"
        value={settings.answer}
        values={{ 997: '997', 999: '999', TA1: 'TA1' }}
        choose={(answer) => set({ answer })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={settings.mask}
          onChange={({ currentTarget }) => set({ mask: currentTarget.checked })}
        />{' '}
        Mask persons, accounts, prices and free text
      </label>
    </fieldset>
  );
}

function Choice<Value extends string>({
  label,
  value,
  values,
  choose,
}: {
  label: string;
  value: Value;
  values: Readonly<Record<Value, string>>;
  choose: (value: Value) => void;
}) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={({ currentTarget }) => choose(currentTarget.value as Value)}>
        {(Object.entries(values) as [Value, string][]).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
