const N = '(?:one|\\d+)';

/** How much of it, without what, with what: said of a dish. */
export const DESCRIPTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:kam|light) (?:spicy|chilli)\b|\b(?:spicy|chilli) (?:kam|thoda|light)\b|\bkam masala\b/g, 'less spicy'],
  [/\b(?:zyada|bahut|khoob) (?:spicy|chilli)\b|\b(?:spicy|chilli) (?:zyada|bahut|khoob)\b/g, 'extra spicy'],
  [/\bthoda (?=(?:less|extra|more|mild|aur|zyada|kam)\b)/g, ''],
  [/\bthoda (?=(?:spicy|sweet|crispy|hot)\b)/g, 'a little '],
  [/\bbina (\S+)(?: (?:aur|and|ya) (\S+))(?: ke)?\b/g, 'without $1 and $2'],
  [/\bbina (\S+) (\S+) ke\b/g, 'without $1 and $2'],
  [/\bbina (\S+)(?: ke)?\b/g, 'without $1'],
  [/\b(\S+) ke bina\b/g, 'without $1'],
  [/\b(\S+) (?:aur|and) (\S+) ke (?:saath|sath)\b/g, 'with $1 and $2'],
  [/\b(\S+) ke (?:saath|sath)\b/g, 'with $1'],
  [/\bzyada (?=\p{L})/gu, 'extra '],
  [/\b(\p{L}+) zyada\b/gu, 'extra $1'],
  [/\bkam (?=(?!karo)\p{L})/gu, 'less '],
  [/(?<=^|[ ,])(\p{L}+) kam\b/gu, 'less $1'],
  [/\bbahut (?=\p{L})/gu, 'very '],
  [/\bthoda (?=\p{L})/gu, 'a little '],
];

/** Which one of several, and for whom or when. */
export const POINTING: readonly (readonly [RegExp, string])[] = [
  [/^(\S+(?: \S+)?) wala (?:pe|par|mein|me) ([^ ,].*?)(?: (?:(?:add )?please|add))?$/g, 'add $2 on the $1 one'],
  [/\bmere wala\b/g, 'mine'],
  [/\b(?:mere )?(wife|biwi|patni|husband|pati|mummy|papa|mom|mum|dad|mother|father|bhabhi|behen|beta|beti|dost|friend|brother|sister|nani|dadi|nana|dada)(?: (?:ka|ki|ke|wala))+(?! (?:liye|saath|sath|paas)\b)(?=[ ,])/g, "my $1's"],
  [/\bdono(?: (?:ka|ke|ki|mein|me|se))? one[ -]one\b|\bone[ -]one (?:dono|sab)\b/g, 'one of each'],
  [/\b(?:sab|sabhi|teeno)(?: (?:ka|ke|ki|mein|me|se))? one[ -]one\b/g, 'one of each'],
  [/\bdono\b/g, 'both'],
  [/\bkal wala order(?: phir)?\b/g, 'repeat my last order'],
  [/\b(?:the )?pehla(?: wala)?\b/g, 'the first one'],
  [/\b(?:the )?dusra(?: wala)?\b/g, 'the second one'],
  [/\b(?:the )?teesra(?: wala)?\b/g, 'the third one'],
  [/\b(?:the )?aakh?ri(?: wala)?\b/g, 'the last one'],
  [new RegExp(`\\b(${N} (?:[^ ,]+ ){0,4}?)(large|small|medium|spicy|mild|hot) wala\\b`, 'g'), '$1$2'],
  [/ wala\b/g, ' one'],
  [new RegExp(`\\b(${N}) (?:log|jan[eo]|bando|bande|people|persons?) ke liye\\b`, 'g'), 'for $1 people'],
  [new RegExp(`^(?:hum|ham) (?:log )?(${N}) (?:log|jane|bande|people)(?: (?:hai|ho))?(?=$|,)`, 'g'), 'we are $1 people'],
  [/\bkal(?: (?:ke liye|ko|ka|ki|subah|shaam))?\b/g, 'for tomorrow'],
  [/\b(?:aaj|abhi|ab)(?: (?:ke liye|ko|ka|ki|hi))?\b/g, ' '],
  [/\b(?:shaam|raat|dopahar|subah)(?: (?:ko|ke liye|tak|mein|me|ka))\b/g, 'later today'],
  [/(?:^|(?<=, ))(?:mujhe|hume)\b/g, 'i want'],
  [/(?:^|(?<=, ))(?:mere|hamare|apne) liye\b/g, 'i want'],
  [/\b(?:mujhe|hume|(?:mere|hamare|apne) liye)\b/g, ' '],
  [/\b(\p{L}+) ke liye (?=(?:one|\d+) )/gu, 'for my $1 '],
  [/\b(\p{L}+) ke liye (\p{L}+(?: \p{L}+)?)(?=$|,| aur\b| and\b)/gu, '$2 for my $1'],
  [/\b(\p{L}+) ke liye\b/gu, 'for $1'],
];

/** Questions of a yes, and words that join. */
export const JOINING: readonly (readonly [RegExp, string])[] = [
  [/^kya (?:aap|tum|aap log) (\S+(?: \S+)?) (?:karte|karti|dete) (?:ho|hai)$/g, 'do you $1'],
  [/^(cheapest|accha|best) kya hai$/g, 'what is the $1'],
  [/^(sweet|spicy|light|veg|something \S+) (?:mein )?kya(?: kya)? hai$/g, 'what $1 do you have'],
  [/^(without .+?) kya(?: kya)? (?:hai|milega|milta hai)$/g, 'what do you have $1'],
  [/\b(\d{2,5})(?: (?:rupaye|rs|rupees))? (?:ke andar|tak|se kam|ke under)(?= |$|,)/g, 'under $1'],
  [/\bkhana\b/g, 'food'],
  [/^(.+?) hai na$/g, 'do you have $1'],
  [/^kya (.+?) (?:hai|milega|milta hai|milti hai)$/g, 'do you have $1'],
  [/^(?!(?:kya|theek|accha|sahi|yes|ok|bas|that's|nahi|no|this|all|sorry|i|do)\b)(.+?)(?<! please) (?:hai|milega|milta hai|milti hai)(?: kya)?$/g, 'do you have $1'],
  [/(?:^|(?<=, ))(?!show\b)([^,]+?) (?:dikhao|batao)(?: please)?(?=$|,)/g, 'show $1'],
  [/\b(?:dikhao|batao)\b/g, 'show'],
  [/\b(?:mere|hamare) (?=\p{L})/gu, 'my '],
  [/\bkuch\b/g, 'something'],
  [/ bhi\b/g, ' too'],
  [/\bone aur\b/g, 'one more'],
  [/\baur one(?=$)/g, 'one more'],
  [/\baur\b/g, 'and'],
  [/\bnahi\b/g, 'no'],
];

/** Words that say nothing on which an order turns: particles, and what is left of verbs. */
const PARTICLES = new Set(
  (
    'accha toh na ji yaar yar bhai bhaiya arre arey haanji chalo chal suno dekho zara jara bolo karo kar lelo dedo rakho daalo bhejo lagao banao wala ka ki ke ko hai ho tha thi hu hoon hi karke karna ye yeh wo woh wahi mein se pe par ' +
    'theek sahi matlab waise vaise phir bilkul quickly jaldi sab koi liye mere hamare apna apne maine mene gaya gaye gya diya hua raha rahi sakta sakte sakti hona hoga hogi ab abhi aaj mujhe hume kya bola maanga log'
  ).split(' '),
);

/** @param isName whether a word stands in a name of the catalogue: then it is that */
export function withoutParticles(text: string, isName: (word: string) => boolean): string {
  return text.replace(/^to /, '').replace(/\p{L}+/gu, (word) => (PARTICLES.has(word) && !isName(word) ? '' : word));
}
