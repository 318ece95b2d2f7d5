// Words that the invented people of the matching bench are made of. All of our own making: common first names with their short
// forms, and surnames, streets, towns and companies put together from parts, so that some are frequent and most are rare.

/** First names, each with the short forms its bearers write. */
export const givenNames: readonly (readonly [name: string, ...short: string[]])[] = `
William Bill Will|Robert Bob Rob|Richard Rick Dick|Elizabeth Liz Beth|Margaret Peggy Maggie|Katherine Kate Kathy|James Jim Jamie|Michael Mike Mick
Thomas Tom|Joseph Joe|Christopher Chris|Nicholas Nick|Anthony Tony|Benjamin Ben|Samuel Sam|Alexander Alex|Andrew Andy|Daniel Dan|Matthew Matt|David Dave
Edward Ed Ted|Charles Charlie|Patrick Pat|Stephen Steve|Timothy Tim|Gregory Greg|Jennifer Jen Jenny|Jessica Jess|Susan Sue|Deborah Debbie|Patricia Patty
Barbara Barb|Victoria Vicky|Rebecca Becky|Samantha Sam|Alexandra Sandra|Christine Chris|Judith Judy|Pamela Pam|Theresa Terry|Nora|Clara|Emma|Olivia|Sofia
Lucia|Martina|Valentina|Camila|Isabel|Francisco Paco|Jose Pepe|Manuel Manolo|Ignacio Nacho|Guadalupe Lupe|Dolores Lola|Rosario Charo|Fernando|Javier
Alejandro|Carlos|Diego|Rafael Rafa|Eduardo Edu|Luis|Antonio|Joao|Pedro|Paulo|Thiago|Beatriz Bia|Fernanda|Juliana Ju|Mariana|Larissa|Hans|Jurgen|Wolfgang
Dieter|Klaus|Stefan|Ursula|Monika|Sabine|Heike|Anke|Pierre|Jacques|Michel|Jean|Marie|Sylvie|Nathalie|Helene|Luc|Giovanni|Marco|Luca|Chiara|Giulia|Paola
Aleksander|Piotr|Anna|Katarzyna Kasia|Agnieszka|Magdalena Magda|Ivan|Dmitri|Olga|Natalia|Svetlana|Igor|Lars|Sven|Erik|Astrid|Ingrid|Karin|Ahmad|Nurul|Siti
Aisyah|Farid|Hafiz|Azlan|Zainab|Rashid|Fatimah|Wei|Ming|Jun|Li|Mei|Hui|Xin|Yan|Ravi|Priya|Arjun|Kavita|Sanjay|Deepa|Vijay|Lakshmi|Amara|Kwame|Zola|Thabo
Omar|Layla|Yusuf|Amina|Hiroshi|Yuki|Kenji|Sakura|Minjun|Jiwoo|Declan|Siobhan|Rhys|Gwen|Callum|Isla|Finlay|Esme|Hugo|Ines|Tiago|Noah|Liam|Mia|Ella|Ruby`
  .split(/[|\n]/)
  .filter(Boolean)
  // Splitting a word that is not empty gives at least one.
  .map((line) => line.split(' ') as unknown as readonly [string, ...string[]])

const stems =
  'Web Hart Mor Schnei Ander Kow Petr Nov Ros Gar Mart Rodri Fern Lop San Ber Lind Holm Wal Fish Bau Mul Hof Kel Bren Cal Dun Mac Fitz Whit Black Green Ash Oak Thorn Wind Hay Brad Wood Stan Ast Bel Cor Dal Ell Fal Gil Hal Ing Jar Kess Lam Mal Nor Orl Pel Quin Rav Sel Tal Ull Val Wex Yar Zel Abb Arm Bex Birk Chad Clif Crom Dray Drum Eck Elm Fin Frost Gant Glen Hak Hol Ish Jas Kar Kil Lang Lev Lun Mend Mor Nash Nil Oss Pad Penn Rad Rath Ross Sax Shel Stur Tam Tre Tul Umb Vas Vin Wal Wind Wyn Yel Zan'.split(
    ' ',
  )
const ends =
  'er man son ley ton ford well wick ham stein berg mann ski ova ez es aldi ini ott eau ard in ell ert ing ridge field more worth by'.split(
    ' ',
  )

const product = (heads: readonly string[], tails: readonly string[]): string[] =>
  tails.flatMap((tail) => heads.map((head) => head + tail))

export const surnames: readonly string[] = product(stems, ends)
const kindsOfStreet = [' Street', ' Road', ' Avenue', ' Lane', ' Close', ' Drive', ' Way', ' Court']
export const streets: readonly string[] = product(product(stems, ends), kindsOfStreet)
export const towns: readonly string[] = product(stems, ['bury', 'mouth', ' Regis', 'stead', 'hurst', 'gate'])
export const companies: readonly string[] = product(
  product(stems, ['nova', 'tec', 'line', 'works', 'grid', 'lab', 'soft', 'trade']),
  ['', 'group', '-services', 'global', 'one', 'digital', '-uk', '-iberia'],
)
export const freeMail: readonly string[] = [
  'gmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'hotmail.com',
  'gmx.de',
]
