// Places by which companies name their branches: countries in the languages of our customers, and the larger cities of the world
// as they are written at home and in English. A place behind a name, set off by a dash, a comma or brackets, is a branch's.
import { latinised } from './letters.ts'

const cities = new Set(
  `new york|los angeles|chicago|houston|phoenix|philadelphia|san antonio|san diego|dallas|austin|san jose|san francisco|seattle|denver|boston|atlanta|miami|detroit|portland|las vegas|minneapolis|washington|washington dc|nashville|baltimore|charlotte|orlando|tampa|pittsburgh|st louis|salt lake city|cleveland|columbus|indianapolis|kansas city|milwaukee|raleigh
  toronto|montreal|vancouver|calgary|ottawa|edmonton|quebec|winnipeg|halifax
  mexico city|ciudad de mexico|cdmx|guadalajara|monterrey|puebla|tijuana|queretaro|merida|leon|cancun|toluca
  bogota|medellin|cali|barranquilla|cartagena|lima|arequipa|quito|guayaquil|santiago|santiago de chile|valparaiso|concepcion|buenos aires|cordoba|rosario|mendoza|montevideo|asuncion|la paz|santa cruz|caracas|panama city|ciudad de panama|san salvador|guatemala city|tegucigalpa|managua|santo domingo|havana|la habana
  sao paulo|rio de janeiro|belo horizonte|brasilia|salvador|fortaleza|curitiba|recife|porto alegre|manaus|belem|goiania|campinas|florianopolis|vitoria|natal
  london|manchester|birmingham|leeds|glasgow|edinburgh|liverpool|bristol|cardiff|belfast|sheffield|newcastle|nottingham|dublin|cork|galway|limerick
  paris|lyon|marseille|toulouse|nice|nantes|bordeaux|lille|strasbourg|rennes|montpellier|grenoble|brussels|bruxelles|brussel|antwerp|antwerpen|ghent|gent|liege|luxembourg|amsterdam|rotterdam|the hague|den haag|utrecht|eindhoven|groningen
  berlin|hamburg|munich|munchen|muenchen|cologne|koln|koeln|frankfurt|frankfurt am main|stuttgart|dusseldorf|duesseldorf|leipzig|dresden|hanover|hannover|nuremberg|nurnberg|nuernberg|bremen|essen|dortmund|bonn|mannheim|karlsruhe|augsburg|vienna|wien|graz|linz|salzburg|innsbruck|zurich|zuerich|geneva|geneve|genf|basel|bern|berne|lausanne|lugano|luzern
  madrid|barcelona|valencia|seville|sevilla|zaragoza|malaga|bilbao|murcia|alicante|palma|lisbon|lisboa|porto|braga|coimbra|faro|rome|roma|milan|milano|naples|napoli|turin|torino|florence|firenze|venice|venezia|bologna|genoa|genova|palermo|verona|bari
  stockholm|gothenburg|goteborg|malmo|uppsala|oslo|bergen|trondheim|stavanger|copenhagen|kobenhavn|aarhus|odense|aalborg|helsinki|espoo|tampere|turku|reykjavik|tallinn|riga|vilnius|kaunas
  warsaw|warszawa|krakow|cracow|gdansk|wroclaw|poznan|lodz|katowice|prague|praha|brno|bratislava|budapest|bucharest|bucuresti|cluj|sofia|belgrade|beograd|zagreb|ljubljana|sarajevo|skopje|tirana|athens|athina|thessaloniki|kyiv|kiev|lviv|odesa|odessa|minsk|moscow|moskva|saint petersburg|st petersburg|sankt peterburg|novosibirsk|kazan|istanbul|ankara|izmir|bursa
  dubai|abu dhabi|sharjah|doha|riyadh|jeddah|kuwait city|manama|muscat|amman|beirut|cairo|alexandria|casablanca|rabat|tunis|algiers|tel aviv|jerusalem|haifa|tehran|baghdad|lagos|abuja|accra|nairobi|kampala|addis ababa|dar es salaam|johannesburg|cape town|durban|pretoria|luanda|maputo|dakar|abidjan
  mumbai|delhi|new delhi|bangalore|bengaluru|chennai|kolkata|hyderabad|pune|ahmedabad|jaipur|kochi|gurgaon|gurugram|noida|lucknow|karachi|lahore|islamabad|dhaka|colombo|kathmandu
  singapore|kuala lumpur|penang|george town|johor bahru|ipoh|shah alam|petaling jaya|kota kinabalu|kuching|melaka|malacca|jakarta|surabaya|bandung|medan|denpasar|bangkok|chiang mai|phuket|hanoi|ho chi minh city|saigon|da nang|manila|cebu|makati|davao|phnom penh|yangon|vientiane
  beijing|shanghai|shenzhen|guangzhou|chengdu|hangzhou|wuhan|nanjing|tianjin|suzhou|xian|chongqing|hong kong|macau|taipei|kaohsiung|taichung|tokyo|osaka|nagoya|yokohama|kyoto|kobe|fukuoka|sapporo|sendai|hiroshima|seoul|busan|incheon|daegu
  sydney|melbourne|brisbane|perth|adelaide|canberra|hobart|darwin|gold coast|auckland|wellington|christchurch|hamilton|dunedin`
    .split(/[|\n]/)
    .map((city) => city.trim()),
)

const regions = new Set('latam emea apac americas europe asia africa iberia nordics nordic benelux dach'.split(' '))

// Codes that ISO has withdrawn or only reserved, which the runtime still has names for.
const withdrawn = new Set([
  'UK',
  'FX',
  'SU',
  'DD',
  'YU',
  'ZR',
  'TP',
  'BU',
  'AN',
  'NT',
  'CS',
  'EU',
  'EZ',
  'UN',
  'XA',
  'XB',
  'ZZ',
])
const short: Readonly<Record<string, string>> = {
  us: 'US',
  usa: 'US',
  uk: 'GB',
  uae: 'AE',
  holland: 'NL',
  'great britain': 'GB',
}

let named: Map<string, string> | undefined

/** ISO code of the country that these latinised words name; null where they name none. */
export const countryIn = (words: string): string | null => short[words] ?? countries().get(words) ?? null

function countries(): Map<string, string> {
  if (named) return named
  named = new Map()
  for (const language of ['en', 'es', 'pt', 'ms', 'de', 'fr']) {
    const inLanguage = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (let first = 65; first <= 90; first++)
      for (let second = 65; second <= 90; second++) {
        const code = String.fromCharCode(first, second)
        const name = withdrawn.has(code) ? undefined : inLanguage.of(code)
        if (name) named.set(latinised(name), code)
      }
  }
  return named
}

/** Whether these latinised words are a city, a country or a region of the world, and nothing else. */
export const isPlace = (words: string): boolean => cities.has(words) || regions.has(words) || countryIn(words) !== null
