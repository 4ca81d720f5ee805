/** Where in the sentence something was said: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Qualifier = 'light' | 'extra';

/** Which item is meant: one, or several that the words fit equally, so that the conversation can ask which. */
export type ItemReference =
  | { readonly itemId: string; readonly candidates?: undefined }
  | { readonly itemId?: undefined; readonly candidates: readonly string[] };

/** Which choice of a group is meant: one, or several that the words fit equally. */
export type ChoiceReference =
  | { readonly choiceId: string; readonly candidates?: undefined }
  | { readonly choiceId?: undefined; readonly candidates: readonly string[] };

/** A modifier of an item. Absent: neither light nor extra, wanted, once. */
export type OrderOption = ChoiceReference & {
  readonly groupId: string;
  readonly qualifier?: Qualifier;
  readonly negated?: true;
  readonly count?: number;
};

/** One line of an order: what the edits of `parseEdits` refer to by its position. */
export type OrderLine = ItemReference & {
  readonly quantity: number;
  readonly options: readonly OrderOption[];
  /** What the kitchen is told besides. It is never read from a sentence: edits keep it, and lines that differ in it stay apart. */
  readonly notes?: string | undefined;
};

export type ParsedOption = OrderOption & { readonly span: Span };
/** `quantity` is the number that was said, whatever it was: 0, negative, a fraction or far too much. Whoever takes orders has to refuse what nobody can have. */
export type ParsedItem = ItemReference & {
  readonly quantity: number;
  readonly options: readonly ParsedOption[];
  readonly span: Span;
};

/** An entry of the menu that comes near to words which are not on it. `groupId` is set for a choice. */
export interface Suggestion {
  readonly kind: 'item' | 'choice';
  readonly id: string;
  readonly groupId?: string;
  readonly name: string;
}

/** Words that looked like food and are not on the menu, with at most three entries that come near, nearest first. */
export interface UnknownPhrase {
  readonly text: string;
  readonly span: Span;
  readonly suggestions: readonly Suggestion[];
}

/** Words that ask for something for which the menu has no option: "crispy", "very hot", "3 cheese" where cheese is not counted. */
export interface Remark {
  readonly text: string;
  readonly span: Span;
}

/** A remark, with the positions of the items it is said of: those in whose clause it stands. None where nothing was ordered. */
export interface ItemRemark extends Remark {
  readonly items: readonly number[];
}

/** The meaning of a sentence: items in the order they were said. All lists are empty where nothing was ordered. */
export interface ParsedOrder {
  readonly items: readonly ParsedItem[];
  /** Options said of no item, as in "large please": they may answer a question. */
  readonly options: readonly ParsedOption[];
  readonly unknown: readonly UnknownPhrase[];
  /** What the kitchen may be told, or a person be asked about. */
  readonly remarks: readonly ItemRemark[];
}
