import { MAX_MESSAGE_LENGTH } from '@foodie-express/contracts';

/** How messages begin, what they ask and order, and what stands around it: said over and over, each is what a rule of the local model has to read to its end. */
export const REPEATED_PHRASES: readonly string[] = [
  'i want ', 'i said ', 'hi ', 'hello there, ', 'please ', 'no ', 'yes ', 'ok, ', 'and ', 'actually ', 'can i get ', 'could you please ', 'show me ',
  'show me the menu ', 'the order ', 'what is the total ', 'how much is ', 'how much does it come to ', 'how many ', 'is it spicy ', 'is there any ',
  'do you have ', 'do you deliver ', 'when do you open ', 'where is ', 'which one ', 'what about ', 'one more ', 'another one of those ',
  'two masala dosas ', 'two of each ', '2 ', 'without onion ', 'no onion, ', 'extra cheese and ', 'remove the dosa ', 'make it three ',
  'change it to ', 'instead of ', 'not that, ', 'swap the dosa for idli ', 'cancel my order ', 'never mind ', 'confirm ', 'place the order ',
  "that's all ", 'thanks ', 'thank you so much ', 'the same for ', 'for my wife ', 'for riya a dosa, ', 'for 4 people ', 'under 200 rupees ',
  'with a note ', 'review swati 5 stars. ', 'saying it was cold ', 'log in as alice ', 'my password is ', 'sign me up ',
  'i am allergic to nuts and ', 'recommend something ', 'what do people say ', 'from swati snacks ', 'at sankalp restaurant ', 'the first one ',
  'repeat my last order ', 'let me think about it ', "i don't want it, ", 'wait sorry ', "it's cold, ", 'where are we on the order ',
  'either the dosa or the idli ', 'if you have it then ', 'who is the best ', 'ek dosa dena bhai ', 'nahi nahi ', 'a', 'a ', ', ', '. ', '? ', '1,',
  ': ', 'x! ', 'the total of it all and ', 'mat do ', '👍',
];

/** A phrase said again and again, as long as a message may be. */
export function longMessageOf(phrase: string): string {
  return phrase.repeat(Math.ceil(MAX_MESSAGE_LENGTH / phrase.length)).slice(0, MAX_MESSAGE_LENGTH);
}
