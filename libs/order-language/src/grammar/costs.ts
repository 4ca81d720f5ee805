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
  unusedNegation: 0.6,
  /** "Zero sugar". */
  negatedByZero: 0.1,
  withoutAsBefore: 0.2,
  droppedOption: 4,
  /** "Large", as an answer: nothing was ordered that it could belong to. */
  looseOption: 0.9,
  droppedNumber: 1.6,
  droppedOne: 0.8,
  droppedDeterminer: 0.1,
  /** A word with which no reading could go on. */
  overheard: 1,

  /** Words that cost less are a name of their own, inflected at most. */
  ownName: 0.1,
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
  optionCounted: 0.1,
  optionMeasured: 0.4,
  /** "Four cones, two mint and two vanilla": rather some of them than so many of it in each. */
  countBesideParts: 0.8,
  /** "Chocolate ice cream" in a sundae, where an ice cream is also a dish, or more of a name. */
  nounOfOption: 0.3,
  optionAfterOne: 0.9,
  /** "Everything iced but the mocha hot": rather the dish than an option that is called so. */
  optionForLine: 0.6,
  positiveAfterOr: 0.6,

  pendingOpened: 0.4,
  thingBeforeItem: 0.15,
  pendingOpenedByDefinite: 0.1,
  pendingOpenedBesideLine: 0.2,
  pendingNegated: 0.4,
  pendingGap: 0.3,
  itemAfterPendingWith: 0.6,
  itemAfterPendingAnd: 1.5,
  numberBeforeComma: 0.8,
  /** "No onions on two tacos": the number comes after the options. */
  numberAfterOptions: 0.1,
  numberAfterArticle: 0.3,

  /** What the open line may have as an option. */
  itemThatIsOption: 0.6,
  itemAfterAnd: 0.1,
  itemAfterWith: 0.6,
  itemAfterComma: 0.1,
  itemAfterNothing: 0.5,
  partBesidePart: 1.5,
  itemSameAgain: 0.6,
  /** "One of the kebabs", as one more. */
  itemBesideSome: 1,
  itemBesideItsKind: 0.4,
  itemBesideParts: 0.8,
  itemWhileNegated: 2.5,
  itemExcluded: 0.4,
  itemWhileCorrecting: 0.7,
  itemWhileInstead: 2,
  optionWhileInstead: 0.3,
  replacedWeakly: 0.5,
  gapUnknown: 2,
  itemReferred: 0.1,
  /** "Except the soup", where another one may follow. */
  exceptedMore: 0.05,
  itemReplaced: 0.1,
  replacedNumber: 0.1,
  /** "Actually" right behind an item that stays. */
  correctedAtOnce: 0.2,
  itemSpecialised: 0.1,
  specialisedOverArticle: 0.4,
  /** "Extra fries": rather more of them than a qualifier. */
  extraItem: 0.25,

  implied: 1.6,
  impliedCandidates: 2.1,
  impliedUncounted: 0.8,
  misfit: 2.4,
  splitPart: 0.3,
  /** "Two kebabs, a large one": rather one of the two than one more. */
  partAsOne: 0.28,
  partByArticle: 1,
  plainPart: 0.35,
  /** What a manner costs at least that is a part of a choice's name. */
  mannerOfChoice: 1.5,
  halfOfNothing: 0.3,
  /** "Half" said of several, and yet of each. */
  halfOverheard: 0.7,
  /** "Curd on one". */
  partBack: 0.1,
  /** "Same again". */
  repeated: 0.1,
  repeatedAlone: 0.05,
  pronounBehind: 0.3,
  sharedNoun: 0.1,
  sharedNounCounted: 0.8,
  /** "One turmeric and one ginger shot": rather two shots than options of one. */
  sharedNounOfMany: 0.2,
  standsForItem: 0.2,
  recounted: 0.2,
  /** "Make it two large", where it is no part of a line. */
  recountedWith: 0.4,
  countedLater: 0.6,
  eachOfOne: 0.3,
  eachToCome: 0.2,
  partOfGeneric: 0.1,
  genericLine: 0.9,
  genericUndetermined: 1,
  genericAtStart: 0.2,
  genericLeft: 0.8,
  categoryIntroduced: 0.05,
  categoryOverName: 1,
  categoryGlue: 0.9,
  categoryGlueCounted: 2.6,
  groupGlue: 0.05,
  groupOverName: 1.8,
  negationKeptOverWith: 0.2,
  negationKeptOverArticle: 0.1,
  negationKeptOverPlain: 0.35,
  negationStopsAtPlain: 0.25,
  /** "No espresso shot" is no espresso that is refused and a shot that is wanted. */
  negationStopsInName: 0.7,
  negationKeptOverComma: 0.5,
  negationStopsInOrList: 0.8,
  negationStopsAtAnd: 0.5,
  articleBeforeQualifier: 0.05,
  sharedOptions: 0.1,
  sharedAgain: 0.3,
  qualifierBehind: 0.4,
  /** "The other" of the open line, and then an item of another kind. */
  restOfAnother: 1.5,
  kindLeft: 2,
  singleOfCategory: 0.2,
  ownNameAgain: 0.3,
  headOfMany: 0.1,
  headOfOne: 1.2,
  quantityAfterItem: 0.7,
  quantityAfterListed: 0.1,
} as const;
