export type { CartonLabel, LabelCarrier } from './label/carton-label.ts';
export { type CartonLabelOptions, cartonLabels } from './label/carton-labels.ts';
export { type ElementString, humanReadable, isElementString } from './label/element-string.ts';
export { type ZplOptions, zplLabel, zplLabels } from './label/zpl-label.ts';
