import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

/** Numbers by day, a line for each name. */
export interface Drawn {
  readonly days: readonly string[];
  readonly lines: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Draws lines in an element, in the colours of the page as they are now. Answers how to take them away. */
export function drawChart(place: HTMLElement, { days, lines }: Drawn): () => void {
  const style = getComputedStyle(place);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const axis = {
    stroke: colour('--soft'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { stroke: colour('--line') },
  };
  const size = () => ({ width: Math.max(200, place.clientWidth), height: 200 });
  const chart = new UPlot(
    {
      ...size(),
      legend: { show: false },
      cursor: { show: false },
      tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      scales: { y: { range: (_, __, most) => [0, Math.max(1, most)] } },
      axes: [
        {
          ...axis,
          values: (_, ticks) => ticks.map((tick) => new Date(tick * 1000).toISOString().slice(5, 10)),
          incrs: wholeDays,
        },
        { ...axis, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000] },
      ],
      series: [
        {},
        ...lines.map(({ name }, index) => ({
          label: name,
          stroke: colour(`--line-${index % 4}`),
          width: 2,
          ...(index >= 4 && { dash: [6, 4] }),
        })),
      ],
    },
    [days.map((day) => Date.parse(day) / 1000), ...lines.map(({ values }) => [...values])],
    place,
  );
  const resized = new ResizeObserver(() => chart.setSize(size()));
  resized.observe(place);
  return () => {
    resized.disconnect();
    chart.destroy();
  };
}

const wholeDays = [1, 2, 7, 14, 28].map((days) => days * 24 * 3600);
