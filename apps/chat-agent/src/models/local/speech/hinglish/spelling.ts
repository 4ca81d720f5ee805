/** Stems of verbs whose imperative ends in "do", "dena", "-o" and the like, with the one form that rules read. */
const IMPERATIVES: readonly (readonly [string, string])[] = [
  ['kar(?:wa)?|kr', 'karo'], ['bh[ei]j(?:wa)?', 'bhejo'], ['hata|hta', 'hatao'], ['nikal', 'hatao'], ['rakh', 'rakho'], ['bana', 'banao'], ['laga', 'lagao'], ['mangwa|manga', 'bhejo'],
  ['bol', 'bolo'], ['dikha', 'dikhao'], ['bata', 'batao'], ['rehne|rahne|rene|chho[rd]|chod', 'rehnedo'], ['badha', 'badhao'], ['ghata', 'ghatao'], ['jod', 'jodo'], ['likh', 'likho'],
];
const ENDING = '(?: ?(?:do|dena|dijiye|dijie|dijiyega|dijye|deejiye|de)|o|na|iye|iyega|ye)(?: na)?';
const SPELLED_IMPERATIVES = IMPERATIVES.map(([stem, spelled]): readonly [RegExp, string] => [new RegExp(`\\b(?:${stem})${ENDING}(?![\\p{L}'])`, 'gu'), spelled]);

/** Each word in the one spelling that rules read, with the others that people type. */
const SPELLINGS: Readonly<Record<string, string>> = {
  nahi: 'nahin nhi nahee nahii', hai: 'hain hei', chahiye: 'chaiye chahie chahiyeh chaahiye chahiy chaiyye chaiyeh', mujhe: 'muje mujko mujhko mereko mujhey mjhe', hume: 'humko hamko hamein humein', accha: 'acha achha acchha',
  theek: 'thik teek thk', kitna: 'kitne kitni ketna kitnaa', thoda: 'thodi thode thora', zyada: 'jyada jada ziyada zyda jyda', bahut: 'bohot bahot bhot boht bohut', spicy: 'teekha tikha teekhi tikhi teekhe tikhe teeka tika',
  sweet: 'meetha mitha meethi meethe mithai', large: 'bada badi bade', small: 'chhota chota chhoti choti chhote chote', wala: 'wale wali vala vale vali waala waale waali', pehla: 'pehli pehle pahla pahle pahli', dusra: 'dusri dusre doosra doosri doosre',
  teesra: 'teesri teesre tisra tisri tisre', cheapest: 'sasta saste sasti', onion: 'pyaz pyaaz pyaj pyaaj kanda', garlic: 'lahsun lehsun lasan lasun', salt: 'namak', sugar: 'cheeni chini shakkar sakkar', egg: 'anda ande anday',
  chilli: 'mirchi mirch mircha', oil: 'tel', potato: 'aloo', pickle: 'achar achaar', curd: 'dahi', butter: 'makhan makkhan', lemon: 'nimbu', coriander: 'dhaniya', tomato: 'tamatar', milk: 'doodh', rice: 'chawal', cabbage: 'gobhi', carrot: 'gajar', capsicum: 'shimla', mushroom: 'khumbi', mere: 'mera meri', hamare: 'hamara hamari humara humare', dono: 'donon', separately: 'alag', only: 'sirf', bhi: 'bhee', half: 'aadha adha aadhi adhi', wahi: 'wohi vahi', phir: 'fir', kuch: 'kuchh', light: 'halka halki', quickly: 'jaldi', log: 'logo logon',
};
const SPELLED = new Map(Object.entries(SPELLINGS).flatMap(([spelled, others]) => others.split(' ').map((other): readonly [string, string] => [other, spelled])));
/** These name food in many a menu, and are then no ingredient: "anda curry". */
const SAID_OF_FOOD = new Set(['pickle', 'curd', 'butter', 'lemon', 'coriander', 'tomato', 'milk', 'rice', 'cabbage', 'carrot', 'capsicum', 'mushroom', 'onion', 'garlic', 'salt', 'sugar', 'egg', 'chilli', 'oil', 'potato', 'sweet', 'large', 'small', 'spicy']);

/** Words run together, and such as take another form: the others are looked up. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/ wal[aei] se\b/g, ' se'],
  [/\b(?:mangwa|manga|mangva)n[aei](?: hai?n?| h)?\b/g, 'bhejo'],
  [/\b(?:likh|note kar) (?:lo|lijiye|lena|lijiyega)\b/g, 'likho'],
  [/(?:^|[ ,]+)(?:aaj |abhi )?(?:\p{L}+ )?(?:khane|peene) (?:ka|ko) (?:mann|man|mood|dil)(?: (?:hai|tha|kar raha hai|ho raha hai))?(?=$|[ ,])/gu, ''],
  [/\b(?:mummy|mum|mom|maa|mata) (?:aur |and )?(?:papa|dad|pitaji|father)(?= (?:ke|ka|ki)\b)/g, 'parents'],
  [/\bshimla mirch[ia]?\b/g, 'capsicum'],
  // "Ek dal do" is a dish, "ek dosa bhi dal do" a verb.
  [/(?<!\b(?:\d+|ek|do|teen|chaa?r|paa?nch|one|two) )\bdaa?l ?(?:do|dena|dijiye|dijiyega)(?=$| ?,| (?:aur|and)\b)|\bdaa?l(?:o|na)\b/g, 'daalo'],
  [/\b(?:de ?(?:do|dena|dijiye|dijiyega)|dena|dijiye|dijiyega)(?: na)?(?=$|[ ,])/g, 'dedo'],
  [/\b(?:le ?(?:lo|lena|lijiye|aao|aana)|lelenge|laa?o|laa? ?do|lunga|loonga|lungi|loongi|lenge|lena(?: hai)?|khaunga|khaungi|khaa?n[ai](?: hai)|pee?na hai|mangta(?: hai)?|mangta hu)(?=$|[ ,])/g, 'lelo'],
  [/\b(?:theek|thik) h\b/g, 'theek hai'],
  [/\balag(?: alag)? se\b/g, 'separately'],
  [/\bhaa?n+(?: ?ji)?(?=$|[ ,])/g, 'yes'],
  [/\bcham{1,2}ach\b/g, 'spoon'],
  [/\b(?:mehnga|mehenga|mehngi|mahanga)\b/g, 'expensive'],
  [/\bsabse (?=sast)/g, ''],
];

/**
 * A Hinglish text with each word in one spelling and each imperative in one form: "hata do", "hata dena" and "nikalo" are "hatao".
 * @param isName whether a word stands in a name of the catalogue: then it is that
 */
export function spelled(text: string, isName: (word: string) => boolean): string {
  const formed = [...SPELLED_IMPERATIVES, ...FORMS].reduce((said, [pattern, form]) => said.replace(pattern, (phrase) => (isName(phrase) ? phrase : form)), text);
  return formed.replace(/\p{L}+/gu, (word) => {
    const form = SPELLED.get(word);
    return form === undefined || (isName(word) && SAID_OF_FOOD.has(form)) ? word : form;
  });
}

/** Every word that is spelled otherwise here, none of which names food. */
export const SPELLED_WORDS: readonly string[] = [...SPELLED].flatMap(([word, form]) => (SAID_OF_FOOD.has(form) ? [] : [word, form])).filter((word) => !/^(?:only|cheapest|separately|light|quickly|mere|log)$/.test(word));
