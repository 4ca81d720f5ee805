import type { Dialogue } from './dialogue';
import { type Move, say } from './move';

/** What else is asked while the order lacks a choice is answered, and the choice asked for again. */
export function withOpenChoice(move: Move, { memory, facts }: Dialogue): Move {
  const { question } = memory;
  if (question?.kind !== 'which_choice' || facts.order === undefined || move.kind !== 'say' || 'question' in move.memory) return move;
  const choices = question.choices.map((choice, index) => `${index + 1}. ${choice}`).join(' ');
  return say(`${move.text}\nStill open: ${question.item}, which ${question.group.toLowerCase()}? ${choices}`, question.choices.slice(0, 5), { ...move.memory, question });
}
