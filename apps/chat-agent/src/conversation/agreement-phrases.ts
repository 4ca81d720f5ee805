/** Somebody of those who eat. */
const SOMEBODY = '(?:everyone|everybody|(?:we|they|you) (?:all|both)|all of us|both of us|he|she|they|(?:my|our|the) (?:boss|manager|wife|husband|partner|mum|mom|mother|dad|father|parents|kids|children|son|daughter|brother|sister|family|team|office|friends?|guests?|flatmates?|roommates?|colleagues?|guys|girls|boys))';
const WHAT = '(?:it|that|this|everything|all of (?:it|that|this)|(?:the|my|our|this|that) order|the (?:price|total|sum))';
const DONE = '(?:wanted|want|asked(?: for)?|said|ordered|wished|wish|like|liked|hoped|meant|requested|needed|need)';

/** Calls what was shown good, in more words than one, and tells who else thinks so. */
export const APPROVING: readonly string[] = [
  `${SOMEBODY}(?: (?:all|has|have|is|are|just|really))* (?:nods?|nodded|agrees?|agreed|approves?|approved|(?:says?|said) (?:yes|ok|okay|its (?:fine|good|ok|okay))|confirms?|confirmed|okayed|(?:happy|pleased|content|fine|ok|okay) (?:with|about) ${WHAT})(?: (?:with|to|on) ${WHAT})?`,
  `(?:approved|agreed|okayed|confirmed|signed off) by (?:all|${SOMEBODY})`,
  `(?:(?:im|i am|were|we are) )?(?:very |quite |perfectly |more than |all |so )*(?:content|happy|fine|satisfied|pleased|delighted|good|ok|okay|cool) with (?:all )?(?:of )?${WHAT}`,
  '(?:its |thats |this is |all |everything is )?(?:correct|right|perfect|good|fine) (?:in|to|down to) (?:every|each|the last|all) (?:points?|details?|respects?|ways?|lines?)',
  'thatll do(?: (?:very|quite|just|so))? (?:nicely|well|fine|perfectly)',
  'sab (?:theek|thik|sahi|badhiya|barabar)(?: hai)?|(?:bilkul|ekdam|ek dum) (?:theek|thik|sahi|badhiya)(?: hai)?|badhiya|mast',
];

/** Says that it is what was wanted. It may be said of a dish that was told of, and agrees to nothing alone. */
export const AS_WANTED: readonly string[] = [
  `(?:(?:everything|all|it|this|its|thats) )?(?:is |looks )?(?:just |exactly |precisely )*(?:as|how|like|what) (?:i|we) (?:had )?${DONE}(?: (?:it|for|to))?`,
  '(?:thats |its |this is )?(?:just |exactly |precisely )*what (?:im|i am|were|we are) (?:after|looking for|here for|hungry for)',
  '(?:thats |its |it is |this is )?(?:well |still |just |all )*(?:in|within|under|inside) (?:my|our|the) (?:budget|limit|range)',
  '(?:yahi|yehi|wahi|isi|issi)(?: to| hi)? (?:chahiye|chaiye|chahie)(?: tha| hai)?',
];

/** Sends it off, as people say it. */
export const SETTING_OFF: readonly string[] = [
  'deal|sold|boom|bingo|amen|roger(?: that)?|copy that|aye aye|right you are|count me in|(?:im|we are|were) in|seal the deal|its a deal|(?:we have|weve got) a deal',
  '(?:off|on) you go|(?:please )?carry on|(?:please )?(?:move|push|press) (?:ahead|forward)|go forth|fire (?:away|it off)|ship it|make it happen|get it (?:going|started|moving|done)|(?:lets|let it) roll|roll with it|bring it on|wrap it up|push it through|punch it in|ring it up|go for the order',
  'aage (?:badho|badhiye|badhao|badh)',
];
