/** A ratio that misses its goal by more than this share is far off: machines differ, and ratios drift by a tenth. */
const near = 0.6;

/**
 * A row of the results: the median of the ratios of its rounds against a goal that it must reach (`compare` is `at least`) or not
 * pass (`at most`). Where a figure itself has the goal, such as a peak in MB, the ratio is that figure. `ours` and `other` are
 * medians in `unit`; what is compared with what is in the name and in `against`. `isFarOff`: worse than 0.6 of the goal. `fails`: worse
 * than that, or than `worst` where the row names it: a goal that is known not to be reached still has a ratio below which
 * something was made slower.
 */
export function resultRow({ name, compare, goal, worst, ratios, unit, ours, other, against }) {
  const ratio = rounded(median(ratios));
  const far = compare === 'at least' ? goal * near : goal / near;
  return {
    name,
    ratio,
    goal,
    pass: reaches(ratio, compare, goal),
    compare,
    isFarOff: !reaches(ratio, compare, far),
    fails: !reaches(ratio, compare, worst ?? far),
    unit,
    ours: rounded(median(ours ?? ratios)),
    other: other && rounded(median(other)),
    against,
    rounds: ratios.map(rounded),
  };
}

/** A row that could not be measured, with the reason: neither passed nor near. */
export function missingRow({ name, compare, goal, unit }, reason) {
  return { name, ratio: null, goal, pass: false, compare, isFarOff: true, fails: true, unit, reason, rounds: [] };
}

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A difference of times may be below zero: no quotient with the goal is taken. */
function reaches(ratio, compare, goal) {
  return compare === 'at least' ? ratio >= goal : ratio <= goal;
}

function rounded(value) {
  return Number(value.toPrecision(3));
}
