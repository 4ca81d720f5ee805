import { describe, expect, it } from '@jest/globals';
import { inEnglish } from './in-english';

/** Words of the names of dishes and places. */
const isName = (word: string) => ['dosa', 'idli', 'dabeli', 'thepla', 'house', 'masala', 'pav', 'bhaji', 'pani', 'puri', 'char', 'das', 'dal'].includes(word);

describe('inEnglish', () => {
  it.each([
    ['ek masala dosa dena', 'one masala dosa please'],
    ['do thepla bhej do', '2 thepla please'],
    ['2 plate idli chahiye', '2 plate idli please'],
    ['mujhe teen dosa chahiye', 'i want 3 dosa please'],
    ['kitne ka hai', 'how much is it'],
    ['masala dosa kitne ka hai', 'masala dosa how much is it'],
    ['total kitna hua', 'what is the total'],
    ['kitna time lagega', 'how long will it take'],
    ['pehla wala', 'the first one'],
    ['masala wala', 'masala one'],
    ['bas itna hi', "that's all"],
    ['bas', "that's all"],
    ['ek plate mein pyaaz mat daalna', 'one of them without onion'],
    ['2 dosa ek me pyaz mat dalna', '2 dosa, one of them without onion'],
    ['4 dosa, do teekha do normal', '4 dosa, 2 spicy 2 normal'],
    ['un dono mein se ek pe paneer bhi daalo', 'add paneer on one of them'],
    ['arre nahi, idli hatao, uski jagah 2 dabeli', 'remove idli, add 2 dabeli'],
    ['thepla house subah kitne baje khulta hai', 'when does thepla house open'],
    ['kab khulta hai', 'when does it open'],
    ['chalo 2 pani puri de do, aaj chatpata khane ka mann hai', '2 pani puri please'],
    ['mummy papa ke liye 2 dosa likh lo', 'for my parents 2 dosa please'],
    ['thepla house wale se 2 bade thepla mangwane hain', 'thepla house 2 large thepla please'],
    ['teekha mat karna', 'not spicy'],
    ['khane mein kya hai', 'what do you have'],
    ['kuch meetha hai kya', 'do you have something sweet'],
    ['dosa milega', 'do you have dosa'],
    ['mirchi kam', 'less spicy'],
    ['ek pav bhaji bina pyaz ke', 'one pav bhaji without onion'],
    ['pyaz nahi chahiye', 'no onion'],
    ['idli hatao', 'remove idli'],
    ['idli aur dosa', 'idli and dosa'],
    ['thepla house khula hai kya', 'thepla house is it open'],
    ['mera order kahan hai', 'where is my order'],
    ['ek bada margherita bhej do', 'one large margherita please'],
    ['aap log kya bechte ho', 'what do you have'],
    ['teen kar do', 'make it 3'],
    ['bhook lagi hai', 'i am hungry'],
    ['nahi dabeli mat bhejo', 'remove dabeli'],
    ['pani puri mat bhejna', 'remove pani puri'],
    ['pani puri extra spicy kar dena', 'pani puri extra spicy'],
    ['mane be dabeli joie che', 'i want 2 dabeli please'],
    ['tran dosa aapo', '3 dosa please'],
    ['idli ane dosa joiye', 'idli and dosa please'],
    ['dabeli ketla ni che', 'dabeli how much is it'],
    ['dosa nathi joitu', 'remove dosa'],
  ])('says "%s" as "%s"', (hinglish, english) => {
    expect(inEnglish(hinglish, isName)).toBe(english);
  });

  it.each(['do you deliver', 'do they have dosa', 'i want char grilled chicken', 'two masala thepla from thepla house', 'no pickle', 'bus stop', 'das boot', 'chicken and lamb'])('leaves English alone: %s', (text) => {
    expect(inEnglish(text, isName)).toBe(text);
  });
});
