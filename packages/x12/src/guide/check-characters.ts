import type { MatchedLoop, MatchedSegment } from '../structure/matched.ts';
import type { CompiledCharacters } from './guide-characters.ts';
import type { GuideRun } from './guide-run.ts';

/** Every value against the characters that a guide allows; the payload of BIN and BDS is no text. */
export function checkCharacters(
  characters: CompiledCharacters,
  run: GuideRun,
  loop: MatchedLoop = run.index.root,
): void {
  for (const member of loop.members) {
    if (member.kind === 'loop') checkCharacters(characters, run, member);
    else if (!run.isTold(member.segment)) checkSegment(characters, member, run);
  }
}

function checkSegment(characters: CompiledCharacters, member: MatchedSegment, run: GuideRun): void {
  const uses = run.definition.segments[member.segment.id]?.elements ?? [];
  for (const [index, { repeats }] of member.segment.elements.entries()) {
    const use = uses[index];
    if (use === undefined || use.type === 'B') continue;
    for (const [repeat, components] of repeats.entries()) {
      // A composite may come with its first component alone.
      const hasComponents = use.components !== undefined || components.length > 1;
      for (const [component, text] of components.entries()) {
        const strange = characters.strange(text);
        if (strange === undefined) continue;
        run.element(
          member,
          use.components?.[component] ?? use,
          {
            element: index + 1,
            ...(repeats.length > 1 ? { repeat: repeat + 1 } : {}),
            ...(hasComponents ? { component: component + 1 } : {}),
          },
          {
            code: 'guide-character',
            complaint: `holds ${JSON.stringify(strange)}, which the guide does not allow`,
            acknowledgment: 'AK403-6',
            expected: `the ${run.compiled.guide.characters?.set ?? 'basic'} character set`,
          },
        );
      }
    }
  }
}
