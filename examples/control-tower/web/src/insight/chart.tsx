import { useEffect, useRef, useState } from 'preact/hooks';
import { Scroll } from '../parts/scroll.tsx';
import type { Drawn } from './draw-chart.ts';
import './insight.css';

interface ChartProps extends Drawn {
  readonly title: string;
  readonly none: string;
}

/** Lines by day, what colour is whose, and the same as a table. What draws is loaded with the first chart. */
export function Chart({ title, none, days, lines }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const look = useLook();
  const key = JSON.stringify([days, lines]);
  useEffect(() => {
    let [isWanted, clear] = [true, () => {}];
    import('./draw-chart.ts')
      .then(({ drawChart }) => {
        if (isWanted && place.current !== null) clear = drawChart(place.current, { days, lines });
      })
      // The table below says the same.
      .catch((error: unknown) => console.error(error));
    return () => {
      isWanted = false;
      clear();
    };
  }, [key, look]);
  if (lines.every(({ values }) => values.every((value) => value === 0))) return <p>{none}</p>;
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <ul class="chart-names">
        {lines.map(({ name }, index) => (
          <li key={name} class={`line-${index % 4}`}>
            {name}
          </li>
        ))}
      </ul>
      <div ref={place} role="img" aria-label={`${title}: lines by day. The table below has the same numbers.`} />
      <details>
        <summary>{title} as a table</summary>
        <Scroll label={`${title}, table`}>
          <table>
            <thead>
              <tr>
                <th scope="col">Day</th>
                {lines.map(({ name }) => (
                  <th key={name} scope="col" class="number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day, index) => (
                <tr key={day}>
                  <th scope="row">{day}</th>
                  {lines.map(({ name, values }) => (
                    <td key={name} class="number">
                      {values[index] ?? 0}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </figure>
  );
}

/** Another number when the page takes other colours: a canvas does not by itself. */
function useLook(): number {
  const [look, setLook] = useState(0);
  useEffect(() => {
    const change = () => setLook((before) => before + 1);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const themed = new MutationObserver(change);
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    dark.addEventListener('change', change);
    return () => {
      themed.disconnect();
      dark.removeEventListener('change', change);
    };
  }, []);
  return look;
}
