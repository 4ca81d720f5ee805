/** What leads on behind an answer. */
const NEXT_STEP = /(?:^|(?<=[.!?\n]))\s*(?:(?:What|How many|How would|Shall|Would|Which|Whose|From which|Anything else|Tell me how)\b[^?\n]*(?:\?(?: (?:For example:|(?:Say|Name|Or) )[^\n]*(?:\n\s*)?|\s*))?|(?:Your order is as it was[^.]*\.|"[^"]*"[^.]*\.)\s*)$/;

/** An answer without its own next step: what follows it leads on. */
export function answerAlone(answer: string): string {
  return answer.replace(NEXT_STEP, '').trim();
}
