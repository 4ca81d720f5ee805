/**
 * The weights of the grammar. They were set by hand and checked on sentences over several menus; only their order matters:
 * a word left unexplained (3) is worse than any unusual construction, and a usual construction costs next to nothing.
 */
export const COSTS = {
  /** Each phrase of the menu, so that one long match beats two short ones. */
  match: 0.3,
  /** A misfit between what was said and what the menu allows. */
  exclusiveConflict: 3,
  notNegatable: 1.5,
  notQualifiable: 0.8,
  unusedQualifier: 0.8,
  unusedNegation: 0.4,
  droppedOption: 4,
  droppedNumber: 1.6,
  droppedOne: 0.5,
  droppedDeterminer: 0.1,

  optionAfterWith: 0,
  optionAfterOption: 0.05,
  optionAfterAnd: 0.05,
  exclusiveAfterAnd: 0.3,
  optionAfterRequest: 0.12,
  optionAfterItem: 0.3,
  optionAfterComma: 0.1,
  optionAfterBut: 0.6,
  butNot: 0.3,
  optionAfterDeterminer: 0.6,
  optionAfterNumber: 2.5,
  optionAfterOne: 0.9,
  positiveAfterOr: 0.6,

  pendingOpened: 0.4,
  pendingOpenedBesideLine: 0.2,
  pendingNegated: 0.4,
  pendingGap: 0.3,
  itemAfterPendingWith: 0.6,
  itemAfterPendingAnd: 1.5,
  numberBeforeComma: 0.8,

  itemAfterAnd: 0.1,
  itemAfterWith: 0.25,
  itemAfterComma: 0.1,
  itemAfterNothing: 0.5,
  itemSameAgain: 0.6,
  itemWhileNegated: 2.5,
  itemExcluded: 0.4,
  itemWhileCorrecting: 0.7,
  itemWhileInstead: 2,
  replacedWeakly: 0.5,
  gapUnknown: 2,

  implied: 1.6,
  impliedCandidates: 2.6,
  splitPart: 0.3,
  genericLine: 0.9,
  genericUndetermined: 1,
  genericLeft: 0.8,
  categoryGlue: 0.9,
  negationKeptOverPlain: 0.35,
  negationStopsAtPlain: 0.25,
  negationStopsAtAnd: 0.5,
  quantityAfterItem: 0.9,
} as const;
