/** The sentences of a message, one of which asks and the others order. */
export interface OrderAndQuestion {
  readonly question: string;
  readonly order: string;
}

const SENTENCE = /(?<=[.!?])\s+/;
const ASKS = /\?\s*$/;
/** "Could I have ...?" orders. */
const REQUEST = /^\s*(?:(?:and|also|so|ok|please)[ ,]+)*(?:can|could|may|would|will) (?:i|we|you)\b|^\s*(?:is it|would it be) (?:ok|possible)\b/i;
/** What leads on behind an answer: the order does that itself. */
const NEXT_STEP = /(?:^|(?<=[.!?\n]))\s*(?:(?:What|How many|Shall|Would|Which|Whose|From which)\b[^?]*\?|Your order is as it was[^.]*\.|"[^"]*"[^.]*\.)\s*$/;

/** "2 masala dosa please. Do you deliver?": undefined where a message is not an order and one question. */
export function orderAndQuestion(message: string): OrderAndQuestion | undefined {
  const sentences = message.trim().split(SENTENCE);
  const isQuestion = (sentence: string) => ASKS.test(sentence) && !REQUEST.test(sentence);
  const questions = sentences.filter(isQuestion);
  const [question, ...more] = questions;
  const order = sentences.filter((sentence) => !isQuestion(sentence)).join(' ');
  return question === undefined || more.length > 0 || order === '' ? undefined : { question, order };
}

/** An answer without its own next step. */
export function answerAlone(answer: string): string {
  return answer.replace(NEXT_STEP, '').trim();
}
