import { choiceNamed } from './asked-choice';
import type { Dialogue } from '../dialogue';

const IDEAS = /\b(?:what|which|who|any|anything|something|show|list|suggest\w*|recommend\w*|options?|is there|are there|do (?:you|they|u)|have you|best|good|under|below|cheap\w*|popular|places?|restaurants?|dishes|food)\b|\?/;

/** "Large veg pizza without onion": whoever says how a dish should be made wants it, and no ideas. */
export function isHowWanted({ text, message, catalogue, facts }: Dialogue): boolean {
  if (facts.order !== undefined || IDEAS.test(text) || message.includes('?')) return false;
  const dishes = catalogue.dishesCalled(catalogue.dishIn(text));
  return dishes.length > 0 && (/\b(?:without|no|extra|less) \p{L}{3,}/u.test(text) || choiceNamed(text, dishes) !== undefined);
}
