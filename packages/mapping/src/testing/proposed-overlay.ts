import { unitOfX12 } from '@dist/canonical';
import type { MapResult } from '../compiled-map.ts';
import type { Overlay } from '../map/overlay.ts';
import type { PartnerMap } from '../map/partner-map.ts';
import type { EachRule, Rule } from '../map/rule.ts';
import { own } from '../run/own.ts';

/** One thing that an overlay adds for a sample, and why. */
export interface Proposal {
  /** Id of the rule, or name of the table. */
  readonly rule: string;
  /** The partner's code. */
  readonly code: string;
  /** What it is taken to mean. */
  readonly meaning: string;
  readonly why: string;
}

/**
 * What an overlay must add to a standard map so that a sample finds its place: units of X12 that the table lacks, qualifiers
 * of item numbers, references. Meanings are guesses where no list tells them.
 */
export function proposedOverlay(
  map: PartnerMap,
  { issues, loss }: MapResult<unknown>,
  id: string,
): { overlay: Overlay; proposals: readonly Proposal[] } {
  const rules = new Map(allRules(map.rules).map((rule) => [rule.id, rule]));
  const patch: Record<string, Record<string, unknown>> = {};
  const tables: Record<string, Record<string, string>> = {};
  const proposals: Proposal[] = [];
  const propose = (proposal: Proposal): boolean => {
    const isNew = !proposals.some(({ rule, code }) => rule === proposal.rule && code === proposal.code);
    if (isNew) proposals.push(proposal);
    return isNew;
  };
  for (const { code, rule: name = '', found } of issues) {
    const rule = rules.get(name);
    const sent = String(found ?? '');
    if (code === 'qualifier-unknown' && rule?.op === 'pairs' && /^[A-Z0-9]{1,3}$/.test(sent)) {
      const scheme = schemeOf(sent);
      if (
        !propose({
          rule: name,
          code: sent,
          meaning: scheme,
          why: 'the item numbers have a qualifier that the map does not know',
        })
      )
        continue;
      patch[name] = { codes: { ...Object(patch[name]?.['codes']), [sent]: { scheme } }, lossy: true };
    }
    const unit = code === 'value-unmappable' && asOf(rule) === 'table:unit' ? unitOfX12(sent) : undefined;
    if (unit === undefined || Object.values(map.tables?.['unit'] ?? {}).includes(unit)) continue;
    if (
      propose({ rule: 'unit', code: sent, meaning: unit, why: 'a quantity has a unit that the table does not hold' })
    ) {
      tables['unit'] = { ...tables['unit'], [sent]: unit };
    }
  }
  for (const { at, value } of loss) {
    const rule = /(?:^|\/)REF\[\d+\]\.01$/.test(at) ? referenceRule(rules, at) : undefined;
    const code = String(value);
    if (rule === undefined || !/^[A-Z0-9]{1,3}$/.test(code)) continue;
    const meaning = `reference${code}`;
    if (
      !propose({
        rule: rule.id,
        code,
        meaning,
        why: 'a reference has a qualifier that the map does not know: give it a name',
      })
    )
      continue;
    patch[rule.id] = { where: withReference(Object(patch[rule.id]?.['where'] ?? rule.where), code, meaning) };
    tables['reference'] = { ...tables['reference'], [code]: meaning };
  }
  const overlay: Overlay = {
    id,
    version: '1',
    base: map.id,
    ...(Object.keys(patch).length === 0 ? {} : { patch }),
    ...(Object.keys(tables).length === 0 ? {} : { tables }),
  };
  return { overlay, proposals };
}

function allRules(rules: readonly Rule[]): Rule[] {
  return rules.flatMap((rule) => {
    if (rule.op === 'nest') return [rule, ...Object.values(rule.define).flatMap((level) => allRules(level.rules))];
    return 'rules' in rule ? [rule, ...allRules(rule.rules)] : [rule];
  });
}

function asOf(rule: Rule | undefined): unknown {
  return rule?.op === undefined || rule.op === 'bind' ? rule?.as : undefined;
}

/** Qualifiers of element 235 begin with who gives the number: buyer, vendor, manufacturer; U and E are GTINs. */
function schemeOf(code: string): string {
  const schemes: Readonly<Record<string, string>> = { V: 'seller', S: 'seller', M: 'manufacturer' };
  return schemes[code[0] ?? ''] ?? 'buyer';
}

/** The rule that reads references where this one stands: those of the lines, or of the document. */
function referenceRule(rules: ReadonlyMap<string, Rule>, at: string): EachRule | undefined {
  const rule = rules.get(at.includes('/') ? 'line-references' : 'references');
  return rule?.op === 'each' && rule.native === 'REF' && own(rule.where?.native, 'is') !== undefined ? rule : undefined;
}

function withReference(where: object, code: string, meaning: string): Record<string, unknown> {
  const withValue = (side: 'native' | 'canonical', value: string) => {
    const condition = own(where, side);
    return { ...Object(condition), is: [...[own(condition, 'is')].flat(), value] };
  };
  return { native: withValue('native', code), canonical: withValue('canonical', meaning) };
}
