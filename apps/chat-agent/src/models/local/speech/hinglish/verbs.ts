const N = '(?:one|\\d+)';
const HOW = '(?:(?:less|extra|a little|very) )?(?:large|small|medium|spicy|mild|hot|sweet|crispy)';
const END = '(?=$|,| aur\\b| and\\b)';
const START = '(?:^|(?<=, )|(?<=\\baur )|(?<=\\band ))';
/** What is spoken of, up to the next comma; no verb stands in it. */
const WHAT = '(?!(?:aur|and|nahi|no|haan|yes|mat|bas|only|please) )[^, ]+(?: (?!(?:aur|and|mat|nahi)\\b)[^, ]+){0,5}?';
const OBJECT = '(?: ko| wala ko)?';
const GIVE = '(?:bhejo|dedo|lelo|lagao|chahiye|bolo|likho|parcel karo|pack karo|order karo|mangta)';
const KEEP = '(?:rakho|rahne|rehne)';

const pattern = (source: string): RegExp => new RegExp(source, 'gu');

/** What is asked for, by its verb at the end, in English. Read from the first line to the last. */
export const VERBS: readonly (readonly [RegExp, string])[] = [
  // Fewer and more
  [pattern(`${START}(?:(?:nahi|arre|arey)[ ,]+)*(${N}) (?:kam|ghatao)(?: (?:karo|rakho|dedo))?${END}`), '$1 less'],
  [pattern(`${START}(${N}) (${WHAT}) (?:kam|ghatao)(?: (?:karo|rakho))?${END}`), '$1 less $2'],
  [pattern(`${START}(${WHAT})(?: (?:mein|me) se)? (${N}) (?:kam|ghatao)(?: (?:karo|rakho))?${END}`), '$2 less $1'],
  [pattern(`${START}(?:(?:haan|arre) )*(${N}) aur(?: (?:bhi|${GIVE}|daalo|karo|jodo|badhao|please))*${END}(?! one\\b)`), '$1 more'],
  [pattern(`${START}aur (?:bhi )?(${N})(?: (?:plate|plates))?(?: (?:bhi|${GIVE}|daalo|karo|jodo|badhao|please))*(?=$|,)`), '$1 more'],
  [pattern(`${START}(${N}) aur (?!\\d|one\\b)(${WHAT})(?: (?:${GIVE}|daalo|karo|jodo))*(?=$|,| aur\\b)`), '$1 more $2'],
  [pattern(`${START}(${WHAT}) (${N}) aur(?: (?:${GIVE}|daalo|karo|jodo|please))*(?=$|,)`), '$2 more $1'],
  [pattern(`${START}(${N}) (${WHAT}) aur (?:${GIVE}|daalo|karo|jodo|badhao)(?=$|,)`), '$1 more $2'],
  // What goes
  [pattern(`${START}(?:sab|sabhi) hatao ?, `), 'cancel my order, '],
  [pattern(`${START}(${WHAT})(?: (?:mein|me))? se (${WHAT}) hatao${END}`), 'remove $2 from the $1'],
  [pattern(`${START}(?:(?:nahi|arre|arey)[ ,]+)*(?:hatao|cancel karo) (?!karo\\b)([^ ,][^,]*?)(?=$|,)`), 'remove $1'],
  [pattern(`${START}(?:(?:nahi|arre|arey)[ ,]+)*(${WHAT})${OBJECT} (?:hatao|cancel karo|cancel)${END}`), 'remove $1'],
  [pattern(`${START}(?:(?:nahi|arre|arey|ab)[ ,]+)*(?!(?:ab|abhi|sab|bas|chalo|it|that|yaar|bhai)\\b)(${WHAT})${OBJECT} rehnedo${END}`), 'remove $1'],
  [pattern(`${START}(?:zyada |bahut )?(${HOW}) (?:mat|nahi|na) (?:karo|banao|rakho|daalo)${END}`), 'not $1'],
  [pattern(`${START}(?:uski|iski|uske|iske|unki|unke) (?:jagah|jagha|badle)(?: (?:pe|par|me|mein))? ([^,]+?)(?=$|,)`), 'add $1'],
  [pattern(`(?:^|[ ,]+)(?:(?:un|in) )?(?:dono|both)? ?(?:mein|me) se (${N}) (?:pe|par|mein|me) (\\S+(?: (?!bhi\\b)\\S+)??)(?: bhi)? (?:daalo|lagao|karo|dedo|jodo)(?= |$)`), 'add $2 on $1 of them'],
  // What is not wanted, of a dish or at all
  [pattern(`${START}(${N}) (${WHAT})(?: ?,)? (${N}) (?:mein|me|par|pe) (\\S+) (?:mat|nahi|na) (?:${GIVE}|daalo|karo|rakho|hona|ho)(?: (?:chahiye|please))?${END}`), '$1 $2, $3 of them without $4'],
  [pattern(`${START}(${N}) plates? (?:mein|me|par|pe) (\\S+) (?:mat|nahi|na) (?:${GIVE}|daalo|karo|rakho|hona|ho)(?: (?:chahiye|please))?${END}`), '$1 of them without $2'],
  [pattern(`${START}(${N}) (${WHAT}) (?:mein|me|par|pe) (\\S+) (?:mat|nahi|na) (?:${GIVE}|daalo|karo|rakho|hona|ho)(?: (?:chahiye|please))?${END}`), '$1 of the $2 without $3'],
  [pattern(`${START}(${WHAT}) (?:mein|me|par|pe) (\\S+(?: aur \\S+)?) (?:mat|nahi|na) (?:${GIVE}|daalo|karo|rakho|hona|ho)(?: (?:chahiye|please))?${END}`), 'no $2 in the $1'],
  [pattern(`${START}(?:(?:nahi|arre|arey)[ ,]+)*(${WHAT}) (?:mat|nahi) (?:bhejo|dedo|mangta|karo|lelo|rakho|banao|lana|laana)(?: please)?${END}`), 'remove $1'],
  [pattern(`(?<=^|[ ,])(\\S+) (?:mat|nahi|na) (?:daalo|lagao|chahiye|milao|dalna)(?= |$|,)`), 'no $1'],
  [pattern(`${START}(\\S+(?: \\S+)?) (?:mat|nahi)(?: please)?(?=$|,)(?<!\\b(?:ji|theek|haan|chahiye|hai|accha|bas) (?:mat|nahi))`), 'no $1'],
  // How many there are to be
  [pattern(`${START}(${N}) (?:karo|rakho|banao)${END}`), 'make it $1'],
  [pattern(`\\b(${N}(?: plates?)?) hi(?: (?:${GIVE}|rakho|karo|please)(?: th[aei])?)?(?=$|,)`), 'only $1'],
  [pattern(`${START}(${N} ${WHAT}) hi(?: (?:${GIVE}|rakho|karo|please)(?: th[aei])?)?(?=$|,)`), 'only $1'],
  [pattern(`\\b(${N}) hi (?=\\p{L})`), 'only $1 '],
  [pattern(`\\b(${N}) (?:plates? )?(?:bola|bole|kaha|manga|mangwaya) (?:tha|the|thi)(?: (?:maine|mene))?`), 'i said $1'],
  [pattern(`\\b(?:maine|mene) (${N}) (?:plates? )?(?:bola|bole|kaha|manga|mangwaya)(?: (?:tha|the|thi))?`), 'i said $1'],
  [pattern(`${START}(?:maine |mene )?(${N} ${WHAT}) (?:bola|bole|kaha|manga|mangwaya) (?:tha|the|thi)(?: (?:maine|mene))?${END}`), 'i said $1'],
  [pattern(`, (${N}) nahi(?=$|,)`), ', not $1'],
  [pattern(`${START}(?!one\\b|\\d)(${WHAT})${OBJECT} (${N}) (?:karo|rakho|banao)${END}`), 'make the $1 $2'],
  [pattern(`${START}([^ ,]+(?: [^ ,]+){0,4}) (?:ki|ke|ka) (?:jagah|jagha|badle)(?: (?:pe|par|me|mein))? ([^,]+?)(?: (?:please|dedo|karo|bhejo|rakho))?(?=$|,)`), 'swap $1 for $2'],
  // How it is to be
  [pattern(`(?:^|[ ,]+)(?:(?:un|in|us|is) )?(?:mein|me) se (${N})(?: ko)?(?= |$)`), ', $1 of them'],
  [pattern(`(?:^|[ ,]+)(?:(?:us|is|un|in|jis|jin)(?:me|mein)|(?:us|un|is|in|jis) mein)(?: se)? (${N})(?: ko)?(?= |$)`), ', $1 of them'],
  [pattern(`(?<=^|[ ,])(${N}) (?:mein|me) (?=\\S)`), '$1 of them '],
  [pattern(`${START}(${N}) ko (.+?) (?:karo|banao|rakho)${END}`), 'make $1 of them $2'],
  [pattern(`${START}(?:dono|both)(?: ko)? (${HOW}) (?:karo|banao|rakho|bhejo)${END}`), 'make both $1'],
  [pattern(`${START}(${HOW}) (?:karo|banao|rakho) (?:dono|both|dono ko)${END}`), 'make both $1'],
  [pattern(`${START}(?:(?:isko|usko|ise|use|yeh|ye|wo|woh) )?(?:thoda )?(${HOW}) (?:karo|banao)${END}`), 'make it $1'],
  [pattern(`(?<=\\S \\S+)(?<!\\b(?:${N}|aur)) (?:karo|banao|rakho)(?= |$|,)`), ''],
  // What is given
  [pattern(`${START}(?!one\\b|\\d)(${WHAT}) ${GIVE} (${N})(?: plates?)?(?=$|,)`), '$2 $1 please'],
  [pattern(`${START}(?:(?:wo|woh|ye|yeh) )?${KEEP}${END}`), ''],
  [pattern(`\\b(?:${GIVE})(?: hai)?\\b`), 'please'],
  [pattern(`\\b(?:daalo|jodo|karo)(?=$|,| and\\b)`), 'please'],
];
