/** Ways to ask when it comes, behind what is asked of. */
const WHEN = '(?:kab(?: tak)?|kitna (?:baje|time|der|minute|minutes|samay)(?: (?:tak|mein|me|lagega|main))*|kitna tak)';
const COMES = '(?:aayega|ayega|aega|aayegi|ayegi|aaega|milega|milegi|pahunchega|pahuchega|aa jayega|aa jaega|lagega|lagegi|ho(?:ga|gi)|ready hoga|taiyar hoga|hai)';
const ORDER = '(?:(?:mere |hamare |yeh |ye )?(?:order|khana|parcel|delivery|saman))';

/** What asks, and whole sentences, with what they say in English. The words are those of `spelled`, numbers in digits. */
export const SENTENCES: readonly (readonly [RegExp, string])[] = [
  // When, where, how far
  [new RegExp(`(?:^|(?<=, ))${ORDER} ${WHEN}(?: ${COMES})*(?= |$|,)`, 'g'), 'when will my order come'],
  [new RegExp(`(?:^|(?<=, ))${WHEN} (?:${COMES} )?${ORDER}(?: ${COMES})*(?= |$|,)`, 'g'), 'when will my order come'],
  [new RegExp(`\\b${WHEN} ${COMES}(?= |$|,)`, 'g'), 'how long will it take'],
  [/(?:^|(?<=, ))(?!subah|shaam|raat|kab|kitna)(\S.*?) (?:(?:subah|shaam|raat|dopahar)(?: ko| mein| me)? )?(?:kitna baje|kab)(?: se)? (?:khulta|khulti|khulega|khulegi|open hota|open hoti)(?: hai)?(?= |$|,)/g, 'when does $1 open'],
  [/(?:^|(?<=, ))(?!subah|shaam|raat|kab|kitna)(\S.*?) (?:(?:subah|shaam|raat|dopahar)(?: ko| mein| me)? )?(?:kitna baje|kab)(?: tak)? (?:band|close|khul[aie] rehta|open rehta)(?: (?:hota|hoti|hoga|hogi))?(?: hai)?(?= |$|,)/g, 'when does $1 close'],
  [/\b(?:kab|kitna baje) (?:se )?(?:khulta|khulti|khulega|khulegi|open hota)(?: hai)?(?= |$|,)/g, 'when does it open'],
  [/\b(?:kab|kitna baje) (?:tak )?(?:band|close)(?: (?:hota|hoti|hoga|hogi))?(?: hai)?(?= |$|,)/g, 'when does it close'],
  [/\bkitna (?:time|der|minute|minutes|baje)(?: (?:tak|mein|me))?(?= |$|,)/g, 'how long will it take'],
  [/\b(?:mere |hamare )?(?:order|khana) (?:kahan|kaha|kidhar)(?: tak)?(?: (?:hai|h|pahuncha|pahucha|aaya))*(?= |$|,)/g, 'where is my order'],
  [/\bkab tak (?:khul[aie]|open)(?: (?:hai|rehta|rahta|rehte))*(?= |$|,)/g, 'till when is it open'],
  [/\bkab tak(?= |$|,)/g, 'how long will it take'],
  [/\b(?:khula|khuli|khule|open) (?:hai|h)(?: kya)?(?= |$|,)/g, 'is it open'],
  [/\b(?:kahan|kaha|kidhar)(?: (?:par|pe))? (?:hai|h)(?= |$|,)/g, 'where is it'],
  // What it costs
  [/\b(?:total|bill|sab(?: mila ?kar(?:ke)?)?|order|mere) (?:ka )?(?:total )?kitna(?: (?:hua|hai|ka|ho gaya|banta|bana|hoga))*(?= |$|,)|\bkitna (?:hua|bill|total|banta|ho gaya)(?: hai)?(?= |$|,)|^total (?:batao|bolo|kya hai|kya hua)/g, 'what is the total'],
  [/(?:^|(?<=, ))(?:ek )?([^ ,]+(?: [^ ,]+){0,3}) (?:ka|ki|ke) (?:price|rate|bhav|daam|cost)(?: (?:kya|kitna|hai))*(?=$|,)/g, 'how much is $1'],
  [/\bkitna(?: (?:ka|ki|ke|mein|me|paise|rupaye|rupees|daam|milega|milegi|padega))*(?: hai)?(?= |$|,)|\b(?:kya|kaa) (?:rate|price|bhav|daam)(?: hai)?(?= |$|,)/g, 'how much is it'],
  // What there is
  [/\b(?:khane|khaane) (?:mein|me|ko) kya(?: kya)?(?: (?:hai|milega))?(?= |$|,)|\bkya kya (?:hai|milega|milta hai)(?= |$|,)|^kya (?:hai|milega|milta hai)$|\b(?:aap |app |tum )?(?:log )?kya(?: kya)? (?:bechte|dete|banate|rakhte) (?:ho|hai)(?= |$|,)/g, 'what do you have'],
  [/^(?:(?:aap|aapke|tumhare|aapki|yahan|yaha|idhar|dukan)(?: (?:pe|par|mein|me|ke|yahan))* )+kya(?: kya)?(?: (?:hai|milega|milta hai))?$/g, 'what do you have'],
  [/^kya (?:aap |tum )?(?:home )?deliver(?:y)? karte (?:ho|hai)$/g, 'do you deliver'],
  [/^(?:nahi chahiye kuch(?: bhi)?|kuch(?: bhi)? nahi(?: chahiye)?)$/g, 'no thanks'],
  [/\bkya kya (?:daalo|dal|daal|lagao|laga|le|lelo) sakt[aei] (?:ho|hai|hu|hoon)(?= |$|,)/g, 'what can i put on'],
  [/(?:^|(?<=, ))(?:mujhe |hume |apna |zara |please )*(?:menu|list) (?:card )?(?:dikhao|bhejo|dedo|batao|bolo|chahiye|share karo)(?= |$|,)/g, 'show menu'],
  [/(?:^|(?<=, ))(?:(?:yeh|ye|ye toh|thoda|bahut|kaafi|zyada|itna) )*expensive(?: hai)?(?=$|,)/g, 'too expensive'],
  [/^(?:(?:please|thoda|zara|bahut) )*quickly(?: (?:se|karo|bhejo|dedo|please|chahiye))*$/g, 'how long will it take'],
  [/\b(?:bhookh?|bhukh) lagi(?: hai| h)?(?= |$|,)/g, 'i am hungry'],
  [/\b(?:kya (?:accha|badhiya|khaa?un?)|(?:accha|badhiya) kya)(?: hai| milega)?(?= |$|,)/g, 'what is good'],
  [/(?:^|(?<=, ))(.+?) mein (\p{L}+(?: \p{L}+)?) (?:hai|hota hai|hoti hai|dalta hai|daalte ho|padta hai)(?: (?:kya|na))?(?=$|,)(?<!\bkya hai)/gu, 'is there $2 in the $1'],
  [/(?:^|(?<=, ))(?!aur |to )(.+?) mein (?:(veg|sweet|spicy|light|accha|cheapest)(?: mein)? )?kya(?: kya)? (?:hai|milega|milta hai)(?=$|,)/gu, 'what $2 do you have at $1'],
  // The order as a whole
  [/\b(?:order )?cancel (?:kaise|kese|kaisey)\b.*$/g, 'how can i cancel my order'],
  [/(?:^|(?<=, ))(?:(?:mere|hamare|pura|poora|yeh|ye|wo|woh|pehla wala|last) )*order (?:ko )?cancel(?: (?:karo|hai|h|he|please|chahiye))*(?=$|,)/g, 'cancel my order'],
  [/(?:^|(?<=, ))cancel (?:karo|hai)(?: (?:hai|h|he|please))*(?= \p{L}+$|$|,| \p{L}+,)/gu, 'cancel it'],
  [/(?:^|(?<=, ))(?:sab|sabhi|pura|poora|yeh|ye|saara|sara)(?: (?:kuch|order|sab))*(?: ko)? (?:hatao|cancel(?: karo)?)(?=$|,)/g, 'cancel my order'],
  [/(?:^|(?<=, ))(?:(?:sab|sabhi|order|yeh|ye|pura|poora|bilkul|kuch) )+(?:galat|wrong)(?: (?:hai|kiya|kar diya|ho gaya))* ?, hatao(?=$|,)/g, 'cancel my order'],
  [/\b(?:galat|wrong) order (?:ho|kar|de|aa|karo)? ?(?:gaya|diya|gya)?(?= |$|,)/g, 'that was the wrong order'],
  [/\bgalti se (?:order )?(?:ho|kar) ?(?:gaya|diya|gya)?(?= |$|,)/g, 'i ordered it by mistake'],
  [/(?:^|(?<=, ))(?:one aur|phir se|dobara)(?: (?:wahi|same|yahi))? order(?: (?:same|wahi|yahi|karo|please))*(?=$|,)|(?:^|(?<=, ))one aur order ?, (?:same|wahi|yahi)(?: (?:hi|wala))?(?=$|,)|(?:^|(?<=, ))(?:same|wahi|yahi) order (?:phir se|dobara|one baar aur|fir se)(?: karo)?(?=$|,)/g, 'repeat my last order'],
  [/\bwahi(?: (?:wala|order))?(?: phir se)?$/g, 'the usual'],
  [/^(?:bas|bus)(?: (?:itna|itne|yehi|yahi|ho gaya))?(?: (?:hi|hai|h))*$/g, "that's all"],
  [/^(?:ruko|rukiye|ruk ?jao|thehro|thahro|thamba)\b.*$/g, 'wait'],
];
