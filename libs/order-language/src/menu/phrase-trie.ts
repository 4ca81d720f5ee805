/** What a phrase of the menu may stand for. Numbers are positions in the lists of the compiled menu. */
export type Meaning =
  | { readonly kind: 'item'; readonly item: number }
  /** Several choices where the menu itself calls the words ambiguous. */
  | { readonly kind: 'choice'; readonly choices: readonly number[] }
  | { readonly kind: 'category'; readonly category: number }
  | { readonly kind: 'group'; readonly group: number }
  /** The restaurant's own name, which orders nothing. */
  | { readonly kind: 'restaurant' };

/** A meaning with the cost of using this phrase for it: 0 for its own names, more for a part of one. */
export interface Entry {
  readonly meaning: Meaning;
  readonly cost: number;
}

/** A node of the trie over word IDs. */
export interface PhraseNode {
  readonly children: Map<number, PhraseNode>;
  readonly entries: Entry[];
}

export function phraseNode(): PhraseNode {
  return { children: new Map(), entries: [] };
}

function sameMeaning(one: Meaning, other: Meaning): boolean {
  switch (one.kind) {
    case 'item':
      return other.kind === 'item' && one.item === other.item;
    case 'category':
      return other.kind === 'category' && one.category === other.category;
    case 'group':
      return other.kind === 'group' && one.group === other.group;
    case 'restaurant':
      return other.kind === 'restaurant';
    case 'choice':
      return other.kind === 'choice' && one.choices.length === other.choices.length && one.choices.every((choice, k) => choice === other.choices[k]);
  }
}

/** Adds a phrase; where it already stands for the same meaning, the lower cost counts. */
export function insertPhrase(root: PhraseNode, words: readonly number[], entry: Entry): void {
  let node = root;
  for (const word of words) {
    let child = node.children.get(word);
    if (!child) {
      child = phraseNode();
      node.children.set(word, child);
    }
    node = child;
  }
  const known = node.entries.findIndex((existing) => sameMeaning(existing.meaning, entry.meaning));
  if (known < 0) node.entries.push(entry);
  else if ((node.entries[known]?.cost ?? 0) > entry.cost) node.entries[known] = entry;
}
