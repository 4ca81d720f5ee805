/** Words of talk that name no food, however a menu is written: a reader of dishes may take them for some. */
export const EVERYDAY_WORDS: readonly string[] = (
  'plz pls plss thx ty nvm k xd ' +
  'no not nor none so such than as ' +
  'show menu order orders hungry place places restaurant restaurants food delivery deliver today tonight lunch dinner breakfast now quick quickly fast asap ' +
  'home house office me my address please thanks confirm cart basket want know tell time soon also too it that this them there people person friend friends family ' +
  'quote estimate can could would book table leave pack parcel takeaway some something anything everything bro bhai yaar ji dena chahiye kar do de mujhe muje mere liye ek aur hi hello hey sir madam ok okay then ' +
  'sum gimme u ur start quantity qty ' +
  'delivered delivering door doorstep tomorrow evening morning night noon later pm am 8pm 7pm 9pm half couple few more extra people guests us for at by in on to ' +
  'and with a an the of plate plates piece pieces serving servings portion portions pcs mein main se ka ki ke hai ho manga mangwa lao laao bhej ' +
  'sounds sound lovely looks look wonderful perfect yummy tasty delicious great good nice fine best better favourite favorite amazing awesome cool sweetheart dear love honey ' +
  'old young years year very much really quite well maybe perhaps just only actually honestly basically simply oh ah um uh wow hmm alright right ' +
  'he she they we you i his her their our your who whom someone somebody everyone everybody nobody myself himself herself ' +
  'is are was were be been am will shall should may might must did does done having had has have get gets got getting give gives gave take takes took ' +
  'go goes going went come comes coming came make makes making made think thought guess suppose believe feel feeling felt hope wish wishing mean means meant ' +
  'say says said ask asked asking call called talk talked speak heard hear see saw seen watch try tried trying eat eats eating ate drink drinking ' +
  'if because since while when where why how what which whether until till after before again already yet still even ever never always sometimes ' +
  'here everywhere somewhere anywhere nothing none both each every all any another other others same different new first second third last next ' +
  'little bit lot lots plenty enough big huge kind sort type way thing things stuff idea mind mistake problem matter reason way wait waiting hurry rush ' +
  'kids kid child children son daughter husband wife mom mum dad mother father brother sister boss team party birthday celebration grandson granddaughter grandma grandpa ' +
  'need needs needed wants wanted wanting like likes liked prefer prefers craving joined joining changed change changing total money price rupees bill cost ' +
  'phone app website online message bot service help helping thank welcome sorry excuse pardon kindly yes yeah yep yup anyway anyways however but instead though sirf bas rakho rakhna bhaiya bhaiyya roommate roommates flatmate flatmates colleague colleagues coworkers cousin cousins uncle aunty guest guests guy guys splendid marvellous nahi nahin mat haan theek thik kuch koi bhi wala wali'
).split(' ');

/** The same, to look words up. */
export const EVERYDAY: ReadonlySet<string> = new Set(EVERYDAY_WORDS);
