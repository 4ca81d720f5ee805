/** A message by what its sentences do. */
export interface MessageParts {
  /** The questions, in their order. */
  readonly questions: readonly string[];
  /** All else, in one text; empty where there is nothing else. */
  readonly rest: string;
}

/** As many questions as one message has, where they are read one by one. */
const MAX_QUESTIONS = 3;
/** Behind a full stop, which no initial has: "C.G. Road" is one sentence. */
const SENTENCE = /(?<=[.!?])(?<!\b\p{L}\.)\s+|\n+/u;
const ASKING = "(?:how (?:much|many|long|big|spicy|hot|far)|what(?:'?s)? (?!about\\b)|when (?:do|does|is|are|will)|where(?:'s| is| are)|who (?:has|sells|is)|which|is (?:it|that|there|this|the)|are (?:they|there|you)|do (?:you|they|u)|does (?:it|that|this|the)|can you tell|till when|until when)";
/** Where a question begins in the middle of a sentence: "... and how much is it", "..., do you deliver". */
const CLAUSE = new RegExp(`(?:\\s*[,;]\\s*(?:(?:and|also|but|oh|btw|by the way|plus)\\s+)*|\\s+(?:and(?: also)?|also|but|btw|by the way)\\s+)(?=${ASKING}\\b)`, 'gi');
const ASKS = new RegExp(`\\?\\s*$|^\\s*(?:(?:and|also|so|but|ok|okay|oh|please|hi|hello|hey|actually|btw|by the way)[ ,]+)*${ASKING}\\b`, 'i');
/** "Could I have ...?" orders. */
const REQUEST = /^\s*(?:(?:and|also|so|ok|please)[ ,]+)*(?:(?:can|could|may) (?!they\b|you (?:please )?tell\b)|(?:would|will) (?:i|we|you)\b)|^\s*(?:is it|would it be) (?:ok|possible)\b/i;
/** What asks no question of its own: it says of which or of whom the one beside it asks. */
const RELATIVE = /^\s*which\b(?![^?]*\?)/i;

/** The questions of a message apart from what it orders; undefined where it is one piece. */
export function messageParts(message: string): MessageParts | undefined {
  const pieces = message.trim().split(SENTENCE).flatMap(clausesOf).map((piece) => piece.trim()).filter((piece) => piece !== '');
  const questions = pieces.filter(isQuestion);
  const rest = pieces.filter((piece) => !isQuestion(piece)).join(' ');
  const isOnePiece = questions.length === 0 || questions.length > MAX_QUESTIONS || (questions.length === 1 && rest === '');
  return isOnePiece ? undefined : { questions, rest };
}

/** A sentence, cut where a question begins in it; the question mark at its end is that of the last. */
function clausesOf(sentence: string): string[] {
  const clauses = sentence.split(CLAUSE);
  return clauses.some((clause) => RELATIVE.test(clause)) ? [sentence] : clauses;
}

function isQuestion(piece: string): boolean {
  return ASKS.test(piece) && !REQUEST.test(piece);
}
