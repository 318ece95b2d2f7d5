// Names that people use for one another's: a line is a given name as registers write it and what friends and colleagues call
// its bearers, in English and in the languages of our customers. Two names agree when some line holds both.

const lines = `aaron ron ronnie|abigail abby abbie gail|abraham abe bram|adam ad addie|adelaide addie adele della|adrian ade|agnes aggie nessa|alan al allan allen
albert al bert bertie alberto|alejandro alex ale jandro|alejandra alex ale sandra|alexander alex alec al sandy xander sasha aleksandr lex|alexandra alex alexa sandra sandy sasha lexi|alexis alex lexi
alfred al fred freddie freddy alf alfredo fredo|alice allie elsie alicia|alison allison ali allie ally|amanda mandy manda|amelia amy millie mel|amy aimee|andrew andy drew andre andres andreas|andrea andi drea
angela angie angel angelina|ann anne anna annie nan nancy|annette anna nettie|anthony tony ant antonio anton toni tonio|antonia toni tonia|archibald archie|arnold arnie|arthur art artie arturo
ashley ash|audrey audie|august gus augustus auggie|barbara barb babs barbie bobbie basia|bartholomew bart|beatrice bea trixie beatriz|benjamin ben benny benji|benedict ben bennie|bernard bernie barney bernardo|bertha bertie
bethany beth|beverly bev|bradley brad|bradford brad|brandon bran|brenda bren|brian bryan bryant|bridget biddy bridie|calvin cal vin|cameron cam ron|camille cammie millie|carl karl carlos charles
carol carole caroline carrie|caroline carrie carol lynn carolyn|cassandra cass cassie sandra sandy|catherine kate katie cathy kathy kathryn katherine kathleen kat kitty kay cat kit catarina catalina cata katarina
cecilia cissy celia ceci|charles charlie chuck chas carlos charly|charlotte lottie char charlie|christian chris kit|christina chris chrissy tina christine kristina cristina crissy|christopher chris kit kris topher cristobal christoph|cheryl cher sherry
clarence clare|claudia claudie|clifford cliff|clinton clint|connor con|constance connie|cornelius neil corny|courtney court|craig craigie|cynthia cindy cintia|daniel dan danny dani|danielle dani ellie|david dave davey davy davi
deborah deb debbie debra debby|dennis denny den|derek rick derrick|diana di diane dianne|dolores lola lolita|dominic dom nick|donald don donnie|dorothy dot dottie dolly dora|douglas doug dougie|duncan dunk
edgar ed eddie|edmund ed eddie ned ted|eduardo edu lalo|edward ed eddie eddy ted teddy ned eduardo|edwin ed eddie win|eileen helen|elaine lainie|eleanor ellie nell nora lena ellen elena|elijah eli
elizabeth liz lizzie beth betty betsy bess eliza lisa libby elsie lily isabel elisabeth|ellen nell nellie helen|emily em emma millie|emanuel manny manuel emmanuel|eric rick erik|ernest ernie ernesto|estella stella|esther essie
eugene gene|evelyn evie eve|ezekiel zeke|fernando nando fer|fernanda fer nanda|florence flo flossie|frances fran fanny frankie francie|francis frank fran frankie|francisco paco pancho fran frank kiko chico curro|franklin frank
frederick fred freddie freddy rick fritz federico fede|gabriel gabe gabi|gabriela gabi gaby|gabrielle gabby gaby|geoffrey geoff jeff jeffrey|george georgie jorge georg|gerald gerry jerry|gertrude gertie trudy|gilbert gil bert|giovanni gianni gio vanni
glenn glen|gregory greg|guillermo memo guille willy|gustavo gus tavo|gwendolyn gwen wendy|hannah hanna ann|harold hal harry|harrison harry|harriet hattie|heather hettie|helen nell nellie ellen lena elena
henry harry hank hal enrique heinrich heinz|herbert herb bert|hermann herman|howard howie|hubert hugh bert|ignacio nacho|ian john|irene rena|isaac ike zac|isabel isa bella belle isabella isabelle izzy chabela|ivan john vanya
jack jackson jackie|jacob jake jacobo jakob|jacqueline jackie jacqui|james jim jimmy jamie jem jaime|jane janie jenny janet|jason jay|javier javi|jean jeanne jeannie|jennifer jen jenny jenn jennie|jeremiah jerry|jeremy jez jem|jerome jerry|jessica jess jessie
jesus chuy chucho|joan jo joanie|joanna jo joanne hanna|joaquim quim|joaquin quino|johannes hans jan johann|john jack johnny jon jonny juan johan|jonathan jon jonny nathan johnathan john|jose pepe chepe ze pepito|joseph joe joey jo jos giuseppe josef|josefa pepa fina|josephine jo josie josephina
joshua josh|joyce joy|juan juanito john|judith judy judi|julian jule jules|julia jules julie juliana|justin jus|karen kari|katherine kate katie kathy kathryn catherine kat kay katya|keith kei|kenneth ken kenny|kevin kev|kimberly kim kimmy|kristen kris kristin|kristina kris tina christina
lawrence larry laurie laurence lorenzo|leonard leo len lenny leonardo|leroy roy lee|leslie les lesley|lewis lou louis lew|lillian lil lily lilly|linda lindy lynn|lindsay lin lindsey|lionel leon|lorraine lori|louis lou louie lewis luis|louise lou lu luisa|lourdes lulu|lucas luke luc|lucia lucy luci|lucille lucy lou|luis lucho louis
madeline maddie maddy|magdalena magda lena|malcolm mal|manuel manny manolo manu|marcus marc mark|margaret maggie meg peggy marge margie greta rita daisy madge margarita margot|maria mary marie mari|mariana mari|marion mary|marjorie marge margie|martha marty patty|martin marty|martina tina|mary molly polly mae marie maria mamie
matthew matt matty mateo mathew|matilda tilly mattie maud|maurice mo morris|maximilian max|maxwell max|megan meg|melanie mel|melissa mel missy lissa|melvin mel|mercedes merche|michael mike mick mickey mikey miguel michel michal micheal|michelle shelly chelle|mikhail misha|mildred millie milly|miriam mimi mitzi|mitchell mitch|mohammed mohamed mohd muhammad muhamad mohammad md mhd muhd mehmet
montgomery monty|mortimer mort|nancy nan ann|natalie nat natty natasha|natalia nat natasha|nathan nat nate|nathaniel nat nate nathan|nicholas nick nicky nico nicolas nikolas nic klaus|nicole nicki nikki|nikolai kolya|norman norm|oliver ollie|olivia liv livvy ollie|oscar ozzie|oswald ozzie waldo
pamela pam|patricia pat patty tricia trish patsy|patrick pat paddy rick patricio|paul paulie pablo paolo|paula polly|paulina pauline polly lina|penelope penny|percival percy|peter pete pedro|philip phil pip phillip|phyllis phyl|priscilla cilla|prudence prue|rachel rae|rafael rafa raph raphael
ramon moncho|randall randy randolph|raymond ray|rebecca becca becky beck|reginald reg reggie|reuben rube|ricardo rick ricky richard cardo|richard rick dick rich richie ricky ricardo|robert bob bobby rob robbie bert robin roberto|roberta bobbie bert|roberto beto rob|roderick rod rick|rodney rod|rodrigo rodri|roger rodge rog|roland rollo|ronald ron ronnie|rosa rosie rosita|rosario charo|rosemary rose rosie|roxanne roxy|rudolph rudy rolf rudolf|russell russ rusty
salvador chava sal|samantha sam sammy|samuel sam sammy|sandra sandy|santiago santi|sarah sally sadie sara|sebastian seb seba basti|sergei serge seryozha|sergio checo|sharon shari|shirley shirl|sidney sid|simon si|solomon sol solly|sophia sophie sofia sofi|stanley stan|stefan steve|stephanie steph stef stephany|stephen steve steven stevie ste stefan esteban|stewart stu stuart|susan sue susie suzie suzanne susanna|sylvester sly|sylvia silvia syl
tabitha tabby|tamara tammy|teresa terry tess tessa theresa tere maite|terence terry|theodore ted teddy theo|thomas tom tommy tomas|timothy tim timmy|tobias toby tobi|tracy trace|ursula uschi|valentina vale val|valerie val|vanessa nessa|veronica vero ronnie roni|vicente vince chente|victor vic vik viktor|victoria vicky tori vicki|vincent vince vinny vin|vladimir vova volodya|vivian viv|virginia ginny gina|walter walt wally
wendy gwen|wilhelm willi willy|william will bill billy willy liam guillermo wilhelm|winifred winnie|winston win|yolanda yoli|yevgeny evgeny zhenya|zachary zach zack|ferdinand ferdie|friedrich fritz fred|josef sepp|katharina kathi kati|siegfried sigi|ulrich uli ulli|wolfgang wolf|bernd bernhard|hans johann|jochen joachim|jorg georg jurgen|giuseppe beppe pino|luigi gigi|francesco franco cesco|guilherme gui|leticia leti|luciana lu|antonia tonha|severino bio|raimundo mundo|jurema ju
agnieszka aga|aleksandra ola|katarzyna kasia|malgorzata gosia|krzysztof krzys|tomasz tomek|piotr piotrek|wojciech wojtek|zbigniew zbyszek|stanislaw staszek|jadwiga jadzia|joanna asia|anna ania|dmitri dima dmitry|aleksei alyosha lyosha alexey alexei|ekaterina katya|elena lena|olga olya|tatiana tanya|svetlana sveta|natalya natasha|anastasia nastya stacy|maksim max|abdul abd abdullah|abdullah abdul|siti st|nur nor noor nurul|hasan hassan|hussein hussain husain|yusuf yusof yousef joseph|ahmad ahmed amad|ali aly|fatima fatimah|krishnan krishna|subramaniam subra mani|venkatesh venkat|lakshmi laxmi`

const lineOf = new Map<string, number[]>()
lines.split(/[|\n]/).forEach((line, number) => {
  for (const name of line.trim().split(' ')) lineOf.set(name, [...(lineOf.get(name) ?? []), number])
})

const none: readonly number[] = []

/** The lines a given name stands in, which are its nickname classes. */
export const nicknameClasses = (name: string): readonly number[] => lineOf.get(name) ?? none

/** Whether one of two given names is used for the other, or both for a third. */
export function areNicknames(a: string, b: string): boolean {
  const others = nicknameClasses(b)
  return others.length > 0 && nicknameClasses(a).some((line) => others.includes(line))
}
