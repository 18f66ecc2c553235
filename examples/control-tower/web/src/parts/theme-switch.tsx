import { useState } from 'preact/hooks';

const names = { auto: 'As the system', light: 'Light', dark: 'Dark' } as const;
type Theme = keyof typeof names;

/** Light, dark, or as the system has it; kept in the browser. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(kept);
  document.documentElement.dataset['theme'] = theme;
  const choose = (value: string) => {
    const next = isTheme(value) ? value : 'auto';
    localStorage.setItem('theme', next);
    setTheme(next);
  };
  return (
    <label class="theme">
      Theme{' '}
      <select value={theme} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {Object.entries(names).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function kept(): Theme {
  const value = localStorage.getItem('theme') ?? 'auto';
  return isTheme(value) ? value : 'auto';
}

function isTheme(value: string): value is Theme {
  return Object.hasOwn(names, value);
}
