import x12004010810 from '../../maps/x12-004010/810.json' with { type: 'json' };
import x12004010820 from '../../maps/x12-004010/820.json' with { type: 'json' };
import x12004010824 from '../../maps/x12-004010/824.json' with { type: 'json' };
import x12004010846 from '../../maps/x12-004010/846.json' with { type: 'json' };
import x12004010850 from '../../maps/x12-004010/850.json' with { type: 'json' };
import x12004010855 from '../../maps/x12-004010/855.json' with { type: 'json' };
import x12004010856 from '../../maps/x12-004010/856.json' with { type: 'json' };
import x12004010860 from '../../maps/x12-004010/860.json' with { type: 'json' };
import x12004010864 from '../../maps/x12-004010/864.json' with { type: 'json' };
import x12004010865 from '../../maps/x12-004010/865.json' with { type: 'json' };
import x12004010940 from '../../maps/x12-004010/940.json' with { type: 'json' };
import x12004010945 from '../../maps/x12-004010/945.json' with { type: 'json' };
import x12005010810 from '../../maps/x12-005010/810.json' with { type: 'json' };
import x12005010820 from '../../maps/x12-005010/820.json' with { type: 'json' };
import x12005010824 from '../../maps/x12-005010/824.json' with { type: 'json' };
import x12005010846 from '../../maps/x12-005010/846.json' with { type: 'json' };
import x12005010850 from '../../maps/x12-005010/850.json' with { type: 'json' };
import x12005010855 from '../../maps/x12-005010/855.json' with { type: 'json' };
import x12005010856 from '../../maps/x12-005010/856.json' with { type: 'json' };
import x12005010860 from '../../maps/x12-005010/860.json' with { type: 'json' };
import x12005010864 from '../../maps/x12-005010/864.json' with { type: 'json' };
import x12005010865 from '../../maps/x12-005010/865.json' with { type: 'json' };
import x12005010940 from '../../maps/x12-005010/940.json' with { type: 'json' };
import x12005010945 from '../../maps/x12-005010/945.json' with { type: 'json' };

/** The maps that this package ships as JSON, by id: `x12/004010/850`. */
export const standardMaps: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['x12/004010/810', x12004010810],
  ['x12/004010/820', x12004010820],
  ['x12/004010/824', x12004010824],
  ['x12/004010/846', x12004010846],
  ['x12/004010/850', x12004010850],
  ['x12/004010/855', x12004010855],
  ['x12/004010/856', x12004010856],
  ['x12/004010/860', x12004010860],
  ['x12/004010/864', x12004010864],
  ['x12/004010/865', x12004010865],
  ['x12/004010/940', x12004010940],
  ['x12/004010/945', x12004010945],
  ['x12/005010/810', x12005010810],
  ['x12/005010/820', x12005010820],
  ['x12/005010/824', x12005010824],
  ['x12/005010/846', x12005010846],
  ['x12/005010/850', x12005010850],
  ['x12/005010/855', x12005010855],
  ['x12/005010/856', x12005010856],
  ['x12/005010/860', x12005010860],
  ['x12/005010/864', x12005010864],
  ['x12/005010/865', x12005010865],
  ['x12/005010/940', x12005010940],
  ['x12/005010/945', x12005010945],
]);
