/** "Cut it into 12 slices", "can they be cut in squares", "the cake cut in half": of how it comes, and nothing is taken off. */
const CUT = /\b(?:cut|sliced?|chop(?:ped)?|divided?|quarter(?:ed)?)(?: up)?(?: (it|them|that|those|this|both|all|everything|(?:(?:all|both|each) (?:of )?)?(?:the|my)(?: [\p{L}']+){0,3}?))?(?: up)? (?:in|into) ((?:about |around )?(?:\d+|\p{L}+)(?: (?:equal|even|small|big|thin|bite ?sized?|little))?(?: (?:slices?|pieces?|squares?|parts?|quarters?|halves|strips?|bits?|triangles?|portions?))?)(?: (?:please|pls|each|for me|for us))*$/u;

/** How something should be cut, and what was named to be cut so; undefined where nothing of the kind is asked for. */
export function cutIn(text: string): { readonly note: string; readonly of: string | undefined } | undefined {
  const found = CUT.exec(text);
  const [, of, how] = found ?? [];
  if (found === null || how === undefined) return undefined;
  // What food is counted by was left out of the sentence.
  return { note: `cut into ${how}${/^\d+$/.test(how) ? ' pieces' : ''}`, of: of ?? BEFORE.exec(text.slice(0, found.index))?.[1] };
}

/** "The cake should be cut in 8." */
const BEFORE = /\b((?:the|my|both|all) [\p{L}' ]{2,40}?) (?:(?:can|could|should|must|to|be) )*$/u;
