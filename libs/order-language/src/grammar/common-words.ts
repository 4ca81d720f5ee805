const list = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Words of English that never name food: they may stand anywhere in an order and cost nothing. */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  list(`
  i im id ill ive me my mine myself him her his hers we were wed well weve us our ours you youre youd youll your yours he hes she shes it its itll they theyre theyll them their
  this that thats these those there theres here heres who whom which whichever what whats when where why how
  am is are was be been being do does did doing done have has had having can could would will shall should may might must cant couldnt wouldnt wont shouldnt isnt arent
  a an the and or but if because so as of at by for with about into to from up in out on over under again then once onto upon inside
  all any both each few more most other some such only own same than too very just also even still yet already maybe perhaps probably possibly
  hi hello hey hiya greetings good morning afternoon evening night day today tonight tomorrow now later soon please pls plz thanks thank thankyou ty cheers kindly sure yes yeah yep yup ok okay
  alright right correct exactly great perfect awesome cool nice fine lovely beautiful wonderful appreciate appreciated welcome sorry excuse pardon
  oh ah well like actually basically literally honestly really definitely certainly simply guess think thinking mean means meant suppose believe feel feeling hope hoping wish wishing
  want wants wanted wanna wanting need needs needed get gets getting got gonna give gives gimme gimmie lemme take takes taking try tries trying tried go goes going gone come comes coming make makes making made
  let lets see look looking love loves loved like likes liked prefer preferred order orders ordering ordered place placed placing put puts putting start starting begin finish finishing followed add adds adding added include includes including included
  yall ya em u ur gotta gonna imma dunno cuz cause coz thru tho hafta kinda sorta someone somebody else
  bring send pick choose decide decided grab start use using keep check say said tell know help something anything nothing everything everyone thing things one ones
  eat eating drink drinking have dinner lunch breakfast brunch meal delivery pickup takeaway takeout togo collect table people person friend friends kid kids family wife husband son daughter mom dad boss
  changed change changing mind instead whatever confirm confirmed deliver delivered show leave cancel remove delete review question list looks long ahead repeat swap replace total restaurant restaurants hungry starving share sharing office work party home guest guests group team close closes closed closing open opens opening menu menus recommend recommendation suggest popular favourite favorite special specials rush asap quick quickly fast favor favour bit lot much many kind sort way type total set ready done also important sure time times name number phone minute minutes hour hours
  half whole part side sides top bottom both either neither inside along together separate separately instead rather else enough plus minus per
  first second third last next final finally lastly
  not no dont didnt doesnt without never none nor
  though although however while since until unless
  plain regular normal standard usual original classic fresh hot cold warm big small medium large huge nice tasty delicious yummy good best better
  size sized sizes style styled topping toppings
  am pm via cash card pay paid bill price cost
  `),
);

/** Sounds of thinking. */
export const HESITATIONS: ReadonlySet<string> = new Set(list('um umm uh uhh uhm er err erm hm hmm mm mmm eh'));

/** Words of grammar that begin or join clauses so often that a menu's use of the same word must be shown by an article or a number. */
export const CLAUSE_WORDS: ReadonlySet<string> = new Set(list('can could may might will would do does i it to in on for of have has with as so well like is are be by at up me my you we let'));

/** Adjectives and nouns that are common around food but say little when the menu lacks them. */
export const WEAK_WORDS: ReadonlySet<string> = new Set(
  list(`
  plain regular normal standard usual original classic freshly little tiny nice tasty delicious yummy good best simple basic
  size sized sizes style styled topping toppings flavor flavour flavored flavoured kind kinds type types sorts
  homemade organic real whole half golden light
  meal meals combo combos food foods dish dishes item items order orders piece pieces
  `),
);

/** Adjectives that ask for something of the kitchen. Where the menu has no word for it, the kitchen should be told. */
export const MANNER_WORDS: ReadonlySet<string> = new Set(
  list(`
  sliced chopped diced crispy crispier crisp crunchy soft toasted grilled fried baked roasted steamed raw cooked undercooked overcooked burnt sweet spicy spicier salty sour mild oily
  black white red green yellow brown blue pink dark hot cold warm warmed heated reheated iced chilled frozen large big small medium mini jumbo huge tall short thick thin fresh fluffy juicy sugarless unsweetened saltless eggless
  `),
);

/** Nouns that follow a number without being counted: "12 inch" is no quantity. */
export const UNIT_WORDS: ReadonlySet<string> = new Set(
  list(`inch inches ounce ounces ml liter liters cl gram grams g kg kilo kilos pound pounds percent calories calorie degrees minutes minute hours hour am pm
  dollar dollars buck bucks cent cents euro euros rupee rupees rs currency topping toppings cm mm people persons oclock piece`),
);
