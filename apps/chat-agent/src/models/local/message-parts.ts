/** A message by what its sentences do. */
export interface MessageParts {
  /** The questions, in their order. */
  readonly questions: readonly string[];
  /** All else, in one text; empty where there is nothing else. */
  readonly rest: string;
  /** The clauses that ask for nothing. */
  readonly told: string;
}

/** As many questions as one message has, where they are read one by one. */
const MAX_QUESTIONS = 3;
/** Behind a full stop, which no initial has: "C.G. Road" is one sentence. */
const SENTENCE = /(?<=[.!?])(?<!\b\p{L}\.)\s+|\n+/u;
const ASKING = "(?:how (?:much|many|long|big|spicy|hot|far)|what(?:'?s)? (?!about\\b)|when (?:do|does|is|are|will)|where(?:'s| is| are)|who (?:has|sells|is)|(?:will|would) (?:someone|somebody|anyone|they|it)|which|whether (?:it|they|that|this|these)|(?:something|anything) (?=to (?:drink|eat)\\b|\\p{L}+y\\b|with\\b|under\\b|sweet\\b|cold\\b|not\\b|that\\b)|(?:is|are|does) (?!not\\b|also\\b|for\\b)\\p{L}+|do (?:you|they|u|we|i)|(?:can|could|will|would) you (?:also |please |just |kindly )*tell|till when|until when|(?:can|could|may) (?:i|we) (?:also )?(?:have|get|order))";
/** Where a question begins in the middle of a sentence: "... and how much is it", "..., do you deliver". */
const CLAUSE = new RegExp(`(?:\\s*[,;]\\s*(?:(?:and|also|but|oh|btw|by the way|plus)\\s+)*|\\s+(?:and(?: also)?|also|but|btw|by the way)\\s+)(?=${ASKING}\\b)`, 'giu');
/** "It's vegan, right". */
const TAG = "(?:it'?s|it is|that'?s|they'?re|they are) [^,.!?]{2,40} (?:right|na|correct|isn't it|yeah)\\s*$";
const ASKS = new RegExp(`\\?\\s*$|^\\s*(?:i|we)(?: want|'d like| would like| need) (?:something|anything) (?!else\\b|like\\b)\\p{L}+|^\\s*${TAG}|^\\s*(?:(?:and|also|so|but|ok|okay|oh|please|hi|hello|hey|actually|wait|hmm+|well|sorry|hang on|hold on|btw|by the way)[ ,]+)*${ASKING}\\b`, 'iu');
/** "Could I have ...?" orders. */
const REQUEST = /^\s*(?:(?:and|also|so|ok|please|hi|hello|hey|yes|no|then)[ ,]+)*(?:(?:can|could|may) (?!they\b|you (?:(?:please|also|just|kindly) )*tell\b)|(?:would|will) (?:i|we|you)\b)|^\s*(?:is it|would it be) (?:ok|possible)\b/i;
const EITHER = /\b(?:or|vs|versus)\b/i;
const COMPARES = /^\s*(?:which|what|who|whose|tell me which)\b.*\b(?:\p{L}+er|\p{L}+est|less|more|most|least|good|rated|recommend)\b/iu;
/** What asks no question of its own: it says of which or of whom the one beside it asks. */
const RELATIVE = /^\s*which\b(?![^?]*\?)/i;

/** "One more: when do you open?" */
const LEAD_IN = /^(?![Nn]ew\b)[^:?!.,\d]{2,40}:(?= )/;
/** Clauses stand apart by a comma, or by what begins a reason. */
const APART = /\s*[,;]\s+(?!\d)|\s+(?=(?:because|since|in case|so that) |so (?:please |just )?(?:leave|make|take|remove|add|drop|change|cancel|skip|give|put|only|no|without|less|\d+|one|two|three|ek|do) )|\s+(?=and (?:can|could|will) (?:you|u) (?:please |just |then |now |like )*(?:place|confirm|book|submit|send) (?:it|that|the order|my order)\b)|\s+-+\s+|(?<!\bso)\s+(?=(?:so )?i(?:'m| am) (?!having|taking|getting|ordering|looking|craving|going|thinking|wondering)\p{L}+ing\b)/iu;

/**
 * The questions of a message apart from what it orders, without the clauses that ask for nothing; undefined where it is one piece as it
 * stands.
 * @param isIdle whether a clause asks for nothing
 */
export function messageParts(message: string, isIdle: (clause: string) => boolean): MessageParts | undefined {
  const pieces = message.trim().split(SENTENCE).flatMap(clausesOf).map((piece) => piece.trim()).filter((piece) => piece !== '');
  const dropped: string[] = [];
  const isDropped = (clause: string) => {
    const isAsIt = isIdle(clause);
    if (isAsIt) dropped.push(clause);
    return isAsIt;
  };
  const wanted = pieces.map((piece) => withoutIdle(piece, isDropped)).filter((piece) => piece !== '');
  const questions = wanted.filter(isQuestion);
  const rest = wanted.filter((piece) => !isQuestion(piece)).map((piece, index, all) => (index < all.length - 1 && !/[.!?,]$/.test(piece) ? `${piece},` : piece)).join(' ');
  // "Butter chicken or biryani, which is cheaper?" orders neither.
  const isChoice = EITHER.test(rest) && questions.some((question) => COMPARES.test(question));
  const isWhole = isChoice || wanted.length === 0 || questions.length > MAX_QUESTIONS || (questions.length + (rest === '' ? 0 : 1) === 1 && wanted.join(' ') === pieces.join(' '));
  return isWhole ? undefined : { questions, rest, told: dropped.join(', ') };
}

/** A sentence, cut where a question begins in it; the question mark at its end is that of the last. */
function clausesOf(sentence: string): string[] {
  const clauses = sentence.split(CLAUSE);
  return clauses.some((clause) => RELATIVE.test(clause)) ? [sentence] : clauses;
}

/** A piece without its clauses that ask for nothing; empty where all of it is so. */
function withoutIdle(piece: string, isIdle: (clause: string) => boolean): string {
  const lead = LEAD_IN.exec(piece)?.[0] ?? '';
  const rest = lead !== '' && isIdle(lead.slice(0, -1)) ? piece.slice(lead.length).trim() : piece;
  const clauses = rest.split(APART);
  const kept = clauses.filter((clause) => !isIdle(clause));
  if (kept.length === clauses.length) return rest;
  const mark = /[?!.]\s*$/.exec(rest)?.[0] ?? '';
  const said = kept.join(', ').replace(/[\s,]+$/, '');
  return said === '' || /[?!.]$/.test(said) ? said : `${said}${mark}`;
}

function isQuestion(piece: string): boolean {
  return ASKS.test(piece) && !REQUEST.test(piece);
}
