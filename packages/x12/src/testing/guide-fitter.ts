import type { Definition } from '../definition/definition.ts';
import type { GuideConstraints, PlaceConstraint } from '../guide/constraints-of.ts';
import { DocumentEditor } from './document-editor.ts';
import type { DocumentMaker } from './document-maker.ts';
import { fitCondition } from './fit-condition.ts';
import type { Properties } from './made-segment.ts';

/** Rounds after which a document is given up: each may undo what another rule wants. */
const MOST_ROUNDS = 40;

/** Changes documents until they are what a companion guide asks for, or no more comes of it. */
export class GuideFitter {
  readonly #definition: Definition;
  readonly #constraints: GuideConstraints;
  readonly #maker: DocumentMaker;

  constructor(definition: Definition, constraints: GuideConstraints, maker: DocumentMaker) {
    this.#definition = definition;
    this.#constraints = constraints;
    this.#maker = maker;
  }

  fit(document: Properties): void {
    const editor = new DocumentEditor(this.#definition, document, this.#maker);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const before = editor.changes;
      this.#fitOnce(editor);
      if (editor.changes === before) return;
    }
  }

  #fitOnce(editor: DocumentEditor): void {
    const { places, conditions } = this.#constraints;
    for (const place of places)
      if (place.path.element === undefined) fitUses(place, editor);
      else fitElement(place, editor);
    for (const condition of conditions) fitCondition(condition, editor, this.#maker.chance);
  }
}

function fitUses({ path, least, most }: PlaceConstraint, editor: DocumentEditor): void {
  const step = path.steps.at(-1);
  if (step === undefined) return;
  for (const scope of editor.places.from(editor.places.root, path.steps.slice(0, -1))) {
    const found = editor.places.chosen(scope, step);
    for (let count = found.length; count < least; count++) editor.add(scope, step);
    for (const surplus of found.slice(most)) editor.remove(surplus);
  }
}

function fitElement({ path, rule, use, most, codes }: PlaceConstraint, editor: DocumentEditor): void {
  if (use === undefined) return;
  for (const part of editor.places.from(editor.places.root, path.steps)) {
    const slots = editor.places.slots(part, path);
    if (slots.length === 0) {
      if (rule.usage === 'required') editor.fill(part, path, { ...rule, codes });
    } else if (most === 0) editor.clear(part, path);
    else {
      editor.shorten(part, path, most);
      for (const slot of editor.places.slots(part, path)) editor.refine(slot, use, { ...rule, codes });
    }
  }
}
