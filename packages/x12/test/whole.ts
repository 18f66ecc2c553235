/** Whether all of what `npm test` takes a part of is run: the gate `whole` sets DIST_WHOLE. */
export const whole = process.env['DIST_WHOLE'] !== undefined;
