/** A place in a drawing, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a drawing is made of: its size, a title for those who do not see it, and elements. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly elements: readonly string[];
}

/** One SVG 1.1 document of a drawing, readable on light and on dark ground: it takes the scheme of whoever looks. */
export function svgPage({ width, height, title, elements }: Drawing): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${style}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    ...elements,
    '</svg>\n',
  ].join('\n');
}

// Contrast of text to ground is above 7 in both schemes, that of lines above 3.
const style = `
.paper{fill:#fff}.box{fill:#f3f5f8;stroke:#5b6675}.end{fill:#e3e8ef;stroke:#333c48;stroke-width:2}
.line{fill:none;stroke:#5b6675}.head{fill:#5b6675;stroke:none}.bad.line{stroke:#b3261e;stroke-dasharray:5 3}.bad.head{fill:#b3261e}
text{font:12px ui-monospace,Menlo,Consolas,monospace;fill:#16191d}.name{font-weight:bold}.faint{fill:#39424d}
.over{paint-order:stroke;stroke:#fff;stroke-width:4}
@media (prefers-color-scheme:dark){
.paper{fill:#0f1216}.box{fill:#1b2027;stroke:#8b97a7}.end{fill:#2a313b;stroke:#c3ccd8}
.line{stroke:#8b97a7}.head{fill:#8b97a7}.bad.line{stroke:#ff8a80}.bad.head{fill:#ff8a80}
text{fill:#e8ecf1}.faint{fill:#c0c8d2}.over{stroke:#0f1216}}
`;

/** Width of a text in the drawing's type, in pixels: 12 pixels of a monospaced face. */
export function textWidth(text: string): number {
  return [...text].length * 7.3;
}

/** A text at a place; what is longer than it may be ends in `…`, and is whole in its title. */
export function svgText(
  text: string,
  { x, y }: Point,
  { most = Number.POSITIVE_INFINITY, as = '', anchor = 'start' } = {},
): string {
  const signs = [...text];
  const room = Math.max(1, Math.floor(most / 7.3));
  const shown = signs.length > room ? `${signs.slice(0, room - 1).join('')}…` : text;
  const title = shown === text ? '' : `<title>${escapeXml(text)}</title>`;
  const look = as === '' ? '' : ` class="${as}"`;
  return `<text x="${round(x)}" y="${round(y)}"${look} text-anchor="${anchor}">${title}${escapeXml(shown)}</text>`;
}

/** A line that ends in an arrowhead, which points in its last direction (in degrees, 0 to the right). */
export function svgArrow(path: string, tip: Point, degrees: number, bad = false): string {
  const look = bad ? 'bad ' : '';
  const turn = `translate(${round(tip.x)} ${round(tip.y)}) rotate(${round(degrees)})`;
  return `<path class="${look}line" d="${path}"/><path class="${look}head" d="M0 0L-8 -4L-8 4Z" transform="${turn}"/>`;
}

/** A number as short as a drawing needs it. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Text for XML 1.0: signs that mean something escaped, those that may not stand there left out. */
export function escapeXml(text: string): string {
  const legal = [...text].filter(isLegal).join('');
  return legal.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
}

/** XML 1.0, production 2; halves of surrogate pairs are none. */
function isLegal(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || code > 0xffff;
}
