import type { Condition, GuideCondition, ValueFormat, ValueRule } from './guide.ts';

/** A condition as a sentence: the partner's own, or one made of its parts: `when N103 is 92, N104 is given`. */
export function conditionInWords(condition: Pick<GuideCondition, 'when' | 'must' | 'text'>): string {
  if (condition.text !== undefined) return condition.text;
  const must = statementInWords(condition.must);
  return condition.when === undefined ? must : `when ${statementInWords(condition.when)}, ${must}`;
}

function statementInWords(condition: Condition): string {
  if ('all' in condition) return condition.all.map(nested).join(' and ');
  if ('any' in condition) return condition.any.map(nested).join(' or ');
  if ('not' in condition) return `it is not so that ${nested(condition.not)}`;
  if ('present' in condition) return `${condition.path} is ${condition.present ? 'given' : 'not given'}`;
  const is = condition.is === undefined ? [] : [condition.is.join(' or ')];
  return `${condition.path} is ${[...is, ...valueInWords(condition)].join(', ')}`;
}

const nested = (condition: Condition): string => {
  const words = statementInWords(condition);
  return ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1)
    ? `(${words})`
    : words;
};

const FORMATS: Readonly<Record<ValueFormat, string>> = {
  digits: 'digits only',
  letters: 'letters only',
  'letters-and-digits': 'letters and digits only',
  'upper-case': 'in capitals',
  'no-blanks': 'without blanks',
};

/** What is asked of a value, in words: `5 characters`, `digits only`, `beginning with 00`. */
export function valueInWords({ minimum, maximum, format, starts }: ValueRule): string[] {
  const length = lengthInWords(minimum, maximum);
  return [
    ...(length === undefined ? [] : [length]),
    ...(format === undefined ? [] : [FORMATS[format]]),
    ...(starts === undefined ? [] : [`beginning with ${starts}`]),
  ];
}

function lengthInWords(minimum: number | undefined, maximum: number | undefined): string | undefined {
  if (minimum === undefined) return maximum === undefined ? undefined : `at most ${maximum} characters`;
  if (maximum === undefined) return `at least ${minimum} characters`;
  return minimum === maximum ? `${minimum} characters` : `${minimum} to ${maximum} characters`;
}
