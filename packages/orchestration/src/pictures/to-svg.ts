import type { Sequence } from './sequence-of.ts';
import { sequenceSvg } from './sequence-svg.ts';
import type { StateDiagram } from './state-diagram.ts';
import { stateSvg } from './state-svg.ts';

/** A picture as one SVG document that needs nothing else: texts escaped, readable in light and in dark. */
export function toSvg(picture: StateDiagram | Sequence): string {
  return picture.kind === 'stateDiagram' ? stateSvg(picture) : sequenceSvg(picture);
}
