/** Ends what Hinglish sentences ask for: "2 dosa dena", "ek pizza bhej do". */
const GIVE = /\b(?:(?:pack |parcel )?kar(?:wa|va) ?(?:do|dena|dijiye|o)|chahiye|chaiye|chahie|chahiyeh|chaahiye|mangta(?: hai)?|dena|de do|dedo|de dijiye|dijiye|bhej(?:na|o| do| dena| dijiye)|laa?o|le aao|mangwa(?:o| do| dena)|laga(?:o| do| dena)|khaa?n[ai] hai|pee?na hai|jo(?:ie|iye|iy|ye)(?: chh?e)?|aap(?:o|jo)|mokl(?:o|jo|avo)|mangav(?:o|jo)|lavo)\b/g;

/** "Make it so", behind how it should be: "extra spicy kar dena". */
const MADE_SO = /(?<=\S \S+)(?<!\b(?:\d+|ek|do|teen|chaa?r|paa?nch)) (?:kar|bana|rakh)(?: ?(?:do|dena|dijiye|dijiyega)|na|o)\b|(?<=\b(?:teekh[aie]|tikh[aie]|spicy|meeth[aie]|kam|zyada|jyada|garam)) bana(?:na|o|iye)\b/g;

/** "Idli do plate": the number behind. */
const PLATES_BEHIND = (['ek', 'do', 'teen', 'chaa?r', 'paa?nch'] as const).map((word, index): readonly [RegExp, string] => [new RegExp(`(^|, |\\b(?:aur|and) )(?!(?:arre|arey|nahi|nahin|no)\\b)(\\p{L}+(?: \\p{L}+)?) (?:${word}|${String(index + 1)}) plates?(?=$|,| (?:from|at|se)\\b)`, 'gu'), `$1${String(index + 1)} $2`]);

/** Hinglish and what it says in English, read from the first line to the last. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  // Whole sentences
  [/^(\S+(?: \S+)?) wal[aie] (?:pe|par|mein|me) (.+?)(?: (?:(?:add|daa?l|laga) ?(?:karo|kar ?do|kar ?dena|do|dena|na|o)))?$/g, 'add $2 on the $1 one'],
  [/\b(?:order )?cancel (?:kaise|kese|kaisey)\b.*$/g, 'how can i cancel my order'],
  [/(^|, )(?:(?:mera|mere|meri|humara|pura|poora|yeh|ye|wo|woh|pehle wala|last) )*order (?:ko )?cancel(?: (?:kar\w*|do|dena|hai|h|he|please|chahiye))*(?=$|,)/g, '$1cancel my order'],
  [/(^|, )cancel (?:kar\w*|hai)(?: (?:do|dena|hai|h|he|please))*(?= \p{L}+$|$|,| \p{L}+,)/gu, '$1cancel it'],
  [/\b(?:galat|wrong) order (?:ho|kar|de|aa) ?(?:gaya|diya|gya)?\b/g, 'that was the wrong order'],
  [/\bgalti se (?:order )?(?:ho|kar) ?(?:gaya|diya|gya)?\b/g, 'i ordered it by mistake'],
  [/^(?:(?:arre|arey|nahi|nahin|no)[ ,]+)*(?:ek|one) kam(?: kar(?:o|na| ?do| dena| dijiye)?)? *$/g, 'one less'],
  [/^(?:(?:arre|arey|nahi|nahin|no)[ ,]+)*(?:hata(?:o| ?do| ?dena)|nikal ?(?:do|dena)|nikalo) (.+)$/g, 'remove $1'],
  [/^(?:(?:arre|arey|nahi|nahin|no)[ ,]+)*(?!(?:ab|abhi|sab|bas|chalo|it|that|yaar|bhai)\b)(\p{L}[\p{L} ]*?) (?:rehne|rahne) do$/gu, 'remove $1'],
  ...PLATES_BEHIND,
  [/^(\S+) kar (?:do|dena|dijiye)$/g, 'make it $1'],
  [/^(\S+(?: \S+)?) (?:mat|nahi|nahin)(?: (?:chahiye|please|dena|do|bhejna|karna|rakhna))? ?, (?=\S)/g, 'no $1, '],
  [/(^|, )([^,]+?)(?: ko)? (\d+|ek|do|teen|chaa?r|paa?nch) (?:kar|rakh|bana)(?: ?(?:do|dena|dijiye|dijiyega)|na|o)$/g, '$1make the $2 $3'],
  [/(^|, )([^,]+?)(?: ko)? (\d+|ek|do|teen|chaa?r|paa?nch) (?:kar|rakh|bana)(?: ?(?:do|dena)|na|o)(?= (?:aur|and)\b|,)/g, '$1make the $2 $3'],
  [/^([^,]+?) (?:ki|ke|ka) (?:jagah|jagha|badle)(?: (?:pe|par|me|mein))? ([^,]+?)(?: (?:please|do|kar do|karo))?$/g, 'swap $1 for $2'],
  [/\bsirf\b/g, 'only'],
  [/\b(\d+|ek|do|teen|chaa?r|paa?nch) hi\b(?: (?:rakho|rakhna|rakh do|karo|kar do|please))?/g, 'only $1'],
  [/\b(\d+|ek|do|teen|chaa?r|paa?nch) (?:plates? )?(?:bola|bole|kaha|manga) (?:tha|the|thi)(?: (?:maine|mene))?/g, 'i said $1'],
  [/\b(?:maine|mene) (\d+|ek|do|teen|chaa?r|paa?nch) (?:plates? )?(?:bola|bole|kaha|manga)(?: (?:tha|the|thi))?/g, 'i said $1'],
  [/, (\d+|ek|do|teen|chaa?r|paa?nch) (?:nahi|nahin)$/g, ', not $1'],
  [/\b(\d+|ek|do|teen|chaa?r|paa?nch) (?:me|mein) (?=\S)/g, '$1 of them '],
  [/\bhalka\b(?! (?:teekha|tikha|mirchi?|spicy))/g, 'light'],
  [/\b(?:mera |humara )?(?:order|khana) (?:kahan|kaha|kidhar)(?: hai| h| pahuncha)?\b/g, 'where is my order'],
  [/\bkab tak (?:khul[aie]|open)(?: (?:hai|hain|rehta|rahta|rehte)(?: hai)?)?\b/g, 'till when is it open'],
  [/\b(?:kitna time|kitni der|kab tak|kitne (?:minute|time))(?: mein| me)?(?: lagega| lagegi| aayega| ayega| milega| hai)?\b|\bkab (?:aayega|ayega|milega|pahunchega)\b/g, 'how long will it take'],
  [/\b(?:total|bill|sab) (?:kitna|kitne)(?: (?:hua|hai|ka))*\b|\bkitna (?:hua|bill)(?: hai)?\b/g, 'what is the total'],
  [/\b(?:kitne|kitna|kitni)(?: (?:ka|ki|ke|mein|me|paise|rupaye|rupees|daam))*(?: (?:hai|hain|h))?\b|\b(?:kya|kaa) (?:rate|price|bhav|daam)(?: hai)?\b/g, 'how much is it'],
  [/\bkab (?:se )?(?:khulta|khulti|khulega|khulegi|open hota)(?: hai)?\b/g, 'when does it open'],
  [/\bkab (?:tak )?(?:band|close)(?: hota| hoti| hoga| hogi)?(?: hai)?\b/g, 'when does it close'],
  [/\b(?:khula|khuli|khule|open) (?:hai|hain|h)(?: kya)?\b/g, 'is it open'],
  [/\b(?:kahan|kaha|kidhar)(?: par| pe)? (?:hai|hain|h)\b/g, 'where is it'],
  [/\b(?:khane|khaane) (?:mein|me|ko) kya(?: kya)?(?: hai| milega)?\b|\bkya kya (?:hai|milega|milta hai)\b|^kya (?:hai|milega|milta hai)$|\b(?:aap |app |tum )?(?:log )?kya(?: kya)? (?:bechte|dete|banate|rakhte) (?:ho|hai|hain)\b/g, 'what do you have'],
  [/\bkya kya (?:dal|daal|laga|le) sakt[aei] (?:ho|hai|hain|hu|hoon)\b/g, 'what can i put on'],
  [/\b(?:bhookh?|bhukh) lagi(?: hai| h)?\b/g, 'i am hungry'],
  [/^(?:bas|bus)(?: (?:itna|itne|yehi|yahi|ho gaya))?(?: (?:hi|hai|h))*$/g, "that's all"],
  [/\b(?:wahi|wohi|vahi)(?: (?:wala|wali|order))?(?: (?:phir|fir) se)?$/g, 'the usual'],
  [/(^|, |\baur )([^,]+?) (?:mein|me|main|mai) (\S+) (?:mat|na|nahi|nahin) (?:dena|do|daa?lna|daa?lo|chahiye|lagana|rakhna|karna)(?=$|,| aur\b)/g, '$1$2 no $3'],
  [/^(?:(?:nahi|nahin|arre|no|aur)[ ,]+)*([^ ,].*?) (?:mat|nahi|nahin) (?:bhej\w*|dena|do|mangwa\w*|kar\w*|banana|lana|laana|rakhna)$/g, 'remove $1'],
  [/^(?:chalo|chal|a(?:c)?cha|theek hai|arre|arey|suno|dekho)[ ,]+(?=\S)/g, ''],
  [/^(?:ruko|rukiye|ruk ?jao|thehro|thahro)\b.*$/g, 'wait'],
  // Ingredients, and how much of them
  [/\b(?:pyaa?z|kanda)\b/g, 'onion'],
  [/\b(?:lahsun|lehsun|lasan)\b/g, 'garlic'],
  [/\b(?:namak)\b/g, 'salt'],
  [/\b(?:cheeni|chini|shakkar)\b/g, 'sugar'],
  [/\b(?:anda|ande|anday)\b/g, 'egg'],
  [/\b(?:kam|thoda|halka) (?:teekha|tikha|teekhi|tikhi|mirchi?|spicy)\b|\b(?:teekha|tikha|mirchi?) (?:kam|thoda)\b/g, 'less spicy'],
  [/\b(?:zyada|jyada|jada) (?:teekha|tikha|teekhi|tikhi|mirchi?|spicy)\b|\b(?:teekha|tikha|mirchi?) (?:zyada|jyada|jada)\b/g, 'extra spicy'],
  [/\b(?:thoda|thodi|zara|jara) (?=(?:less|kam|extra|more|mild|spicy)\b)/g, ''],
  [/\b(?:kam|thoda|halka) (?:meeth[aie]|mith[aie]|sweet)\b|\b(?:meeth[aie]|mith[aie]) (?:kam|thoda)\b/g, 'less sweet'],
  [/\b(?:teekha|tikha|teekhi|tikhi)\b/g, 'spicy'],
  [/\b(?:meetha|meethi|mitha|mithai)\b/g, 'sweet'],
  [/\b(?:bada|badi|bade)\b/g, 'large'],
  [/\b(?:chhota|chota|chhoti|choti|chhote|chote)\b/g, 'small'],
  [/\bbina (\S+)(?: ke)?\b/g, 'without $1'],
  [/\b(\S+) (?:mat|nahi|na) (?:daa?lna|dalo|daalo|lagana|chahiye)\b/g, 'no $1'],
  [/\b(\S+) ke (?:saath|sath)\b/g, 'with $1'],
  [/^(.+?)(?: ko)? (?:hatao|hata do|hata dena|nikal do|nikalo|cancel kar(?:o| do| dena))$/g, 'remove $1'],
  // Whose
  [/\b(?:(meri|mera|mere) )?(wife|biwi|patni|husband|pati|mummy|papa|mom|mum|dad|bhabhi|behen|bhaiya|beta|beti|dost|nani|dadi|nana|dada) (?:ka|ki|ke|wal[aie])(?: wal[aie])?(?! (?:liye|saath|sath|paas))\b/g, "my $2's"],
  [/\b(?:mera|meri|mere) wal[aie]\b/g, 'mine'],
  // Which one
  [/\b(?:dono|donon)(?: ka| ke| ki)? ek[ -]ek\b|\bek[ -]ek (?:dono|donon|sab)\b/g, 'one of each'],
  [/\b(?:sab|sabhi|teeno)(?: ka| ke| ki)? ek[ -]ek\b/g, 'one of each'],
  [/\b(?:dono|donon)\b/g, 'both'],
  [/\b(?:pehl[aie]|pahl[aie])(?: (?:wal[aie]))?\b/g, 'the first one'],
  [/\b(?:dusr[aie]|doosr[aie])(?: (?:wal[aie]))?\b/g, 'the second one'],
  [/\b(?:teesr[aie]|tisr[aie])(?: (?:wal[aie]))?\b/g, 'the third one'],
  [/ wal[aie]\b/g, ' one'],
  // Gujarati
  [/\b(?:ketla|ketlu|ketli)(?: (?:nu|na|ni|no|thaya|thayu|paisa|rupiya))*(?: (?:che|chhe))?\b/g, 'how much is it'],
  [/\b(?:shu|su|shun) (?:shu |su )?(?:(?:che|chhe)|mal(?:e|she)(?: (?:che|chhe))?)\b/g, 'what do you have'],
  [/^(.+?) (?:nathi|na) (?:joit[aiou]|joie|joiye)$/g, 'remove $1'],
  [/\b(\S+) vagar(?: (?:nu|na|ni|no))?\b/g, 'without $1'],
  [/\b(?:mane|mare|amne|amare)\b/g, 'i want'],
  [/\bane\b/g, 'and'],
  [/ (?:che|chhe)$/g, ''],
  // Small words
  [/\b(?:sabse )?sast[aie]\b/g, 'cheapest'],
  [/\bsirf\b/g, 'only'],
  [/(?<=\S) (?:hi )?(?:rakho|rakhna|rakh ?(?:do|dena|lo))$/g, ''],
  [/\b(?:kya (?:accha|acha|badhiya|khaa?un?)|(?:accha|acha|badhiya) kya)(?: hai| milega)?\b/g, 'what is good'],
  [/^(.+?) (?:hai|hain) na$/g, 'do you have $1'],
  [/^kya (.+?) (?:hai|hain|milega|milta hai|milti hai)$/g, 'do you have $1'],
  [/^(.+?) (?:hai|hain|milega|milta hai|milti hai)(?: kya)?$/g, 'do you have $1'],
  [/\bkuchh?\b/g, 'something'],
  [/\b(?:dikha(?:o|iye| do| dena)|bata(?:o|iye| do| dena))\b/g, 'show'],
  [/^(?:mujhe|mujhko|mereko|hume|humko|hamko|mere liye|hamare liye)\b/g, 'i want'],
  [/\b(?:mujhe|mujhko|mereko|hume|humko|hamko|mere liye|hamare liye)\b/g, ' '],
  [/^make it teen$/g, 'make it three'],
  [/^make it chaa?r$/g, 'make it four'],
  [/^make it paa?nch$/g, 'make it five'],
  [/^make it do$/g, 'make it two'],
  [/ bhi\b/g, ' too'],
  [/\bek aur\b/g, 'one more'],
  [/\baur ek\b(?=$)/g, 'one more'],
  [/\baur\b/g, 'and'],
  [/\bek\b/g, 'one'],
];

/** Words that no English sentence has. */
const HINGLISH = /\b(?:aur|ek|mujhe|mein|chahiye|wala|wali|teekh[aie]|tikh[aie]|bina|pyaa?z|zyada|jyada|kam|meethi|meetha|usme|unme|mirchi)\b/;
const GUJARATI = /\b(?:mane|amne|amare|ane|joie|joiye|chh?e|aapo|aapjo|moklo|mokljo|vagar)\b/;

/** In a sentence that asks for something in Hinglish, these are numbers; elsewhere "do" and "char" are English. */
const NUMBERS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|(?<=\s))(?<!\b(?:hata|de|kar|bhej|rehne|laga|daa?l|nikal|rakh|bana) )do (?=\p{L})/gu, '2 '],
  [/\bteen (?=\p{L})/gu, '3 '],
  [/\bchaa?r (?=\p{L})/gu, '4 '],
  [/\bpaa?nch (?=\p{L})/gu, '5 '],
  [/\bch(?:he|hah|ah) (?=\p{L})/gu, '6 '],
  [/\b(?:das|dus) (?=\p{L})/gu, '10 '],
];
const GUJARATI_NUMBERS: readonly (readonly [RegExp, string])[] = [
  [/\bbe (?=\p{L})/gu, '2 '],
  [/\btran (?=\p{L})/gu, '3 '],
];

/**
 * A text in which Hinglish phrases, in Latin letters, are said in English, so that there is one set of rules for both; other texts
 * stay as they are.
 * @param text in the form of `normalise`
 */
export function inEnglish(text: string): string {
  const counted = GUJARATI.test(text) ? translated(text, GUJARATI_NUMBERS) : text;
  const asked = counted.replace(MADE_SO, ' ').replace(GIVE, 'please').replace(/ {2,}/g, ' ');
  const numbered = asked === counted && !HINGLISH.test(text) ? text : translated(asked, NUMBERS);
  // "Pyaz nahi chahiye" asks for none, so it is read before "chahiye" asks for it.
  const refused = /\b(?:mat|nahi|nahin|na|nathi) \S+$/.test(text) ? (HINGLISH.test(text) ? translated(counted, NUMBERS) : counted) : numbered;
  return translated(refused, PHRASES).replace(/\s+/g, ' ').trim();
}

function translated(text: string, phrases: readonly (readonly [RegExp, string])[]): string {
  return phrases.reduce((said, [pattern, english]) => said.replace(pattern, english), text);
}
