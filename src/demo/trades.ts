// What customers do for a living and the words their names are made of. Heads and tails join into names that exist nowhere.
type Naming = 'english' | 'hispanic' | 'lusophone' | 'malay' | 'german'
type Words = [string, ...string[]]
type Trade = { words: Record<Naming, Words>; verticals: readonly string[] }

const split = (text: string): Words => {
  const [first = '', ...rest] = text.split(', ')
  return [first, ...rest]
}

const trade = (verticals: string, en: string, es: string, pt: string, ms: string, de: string): Trade => ({
  words: { english: split(en), hispanic: split(es), lusophone: split(pt), malay: split(ms), german: split(de) },
  verticals: verticals ? verticals.split(', ') : [],
})

// biome-ignore format: a trade is a row: verticals, then words in English, Spanish, Portuguese, Malay, German
const trades: Record<string, Trade> = {
  Technology: trade('software', 'Software, Systems, Labs', 'Tecnología, Sistemas', 'Tecnologia, Sistemas', 'Teknologi, Digital', 'Software, Systeme'),
  Healthcare: trade('hospitals, pharma', 'Health, Clinics, Medical', 'Clínicas, Salud', 'Saúde, Hospitais', 'Medik, Kesihatan', 'Kliniken, Medizintechnik'),
  'Financial Services': trade('banking, insurance, fintech', 'Capital, Mutual, Bank', 'Financiera, Seguros', 'Financeira, Seguros', 'Kewangan, Takaful', 'Versicherung, Finanz'),
  Manufacturing: trade('', 'Works, Industries, Tools', 'Industrias, Manufacturas', 'Indústrias, Metalúrgica', 'Industri, Perkakas', 'Werke, Maschinenbau'),
  Retail: trade('ecommerce, grocery', 'Stores, Market, Outfitters', 'Tiendas, Almacenes', 'Lojas, Varejo', 'Niaga, Pasar Raya', 'Handel, Märkte'),
  Logistics: trade('freight, warehousing', 'Freight, Logistics, Lines', 'Logística, Transportes', 'Logística, Transportes', 'Logistik, Angkut', 'Logistik, Spedition'),
  Education: trade('higher_education, schools', 'Academy, Learning, College', 'Colegios, Instituto', 'Educação, Colégio', 'Pendidikan, Kolej', 'Akademie, Bildung'),
  Energy: trade('renewables, oil_and_gas', 'Energy, Power, Renewables', 'Energía, Solar', 'Energia, Eólica', 'Tenaga, Suria', 'Energie, Stadtwerke'),
  Hospitality: trade('', 'Hotels, Resorts, Catering', 'Hoteles, Hospitalidad', 'Hotéis, Pousadas', 'Hotel, Resort', 'Hotels, Gastronomie'),
  Media: trade('', 'Media, Press, Studios', 'Medios, Editorial', 'Mídia, Editora', 'Media, Penerbitan', 'Verlag, Medien'),
  Construction: trade('', 'Builders, Civil, Homes', 'Constructora, Obras', 'Construtora, Engenharia', 'Bina, Pembinaan', 'Bau, Ingenieure'),
  Agriculture: trade('', 'Farms, Growers, Agri', 'Agrícola, Campo', 'Agropecuária, Grãos', 'Tani, Ladang', 'Agrar, Saaten'),
  'Professional Services': trade('', 'Partners, Advisory, Law', 'Consultores, Asesores', 'Consultoria, Contadores', 'Perunding, Rakan', 'Beratung, Partner'),
  Telecommunications: trade('', 'Telecom, Networks, Fibre', 'Telecomunicaciones, Redes', 'Telecom, Redes', 'Telekom, Rangkaian', 'Telekom, Netze'),
  Automotive: trade('', 'Motors, Auto Parts', 'Autopartes, Motores', 'Autopeças, Veículos', 'Motor, Auto', 'Automobile, Fahrzeugteile'),
  'Public Sector': trade('local_government, nonprofit', 'Trust, Council Services', 'Fundación, Servicios Públicos', 'Fundação, Serviços Públicos', 'Yayasan, Perkhidmatan Awam', 'Stiftung, Kommunale Dienste'),
}

export const tradeOf = (industry: string): Trade =>
  trades[industry] ?? trade('', 'Group', 'Grupo', 'Grupo', 'Kumpulan', 'Gruppe')

export const industries: readonly [readonly [string, number], ...(readonly [string, number])[]] = [
  ['Technology', 16],
  ['Healthcare', 9],
  ['Financial Services', 11],
  ['Manufacturing', 11],
  ['Retail', 9],
  ['Logistics', 9],
  ['Education', 6],
  ['Energy', 5],
  ['Hospitality', 4],
  ['Media', 3],
  ['Construction', 4],
  ['Agriculture', 3],
  ['Professional Services', 5],
  ['Telecommunications', 2],
  ['Automotive', 2],
  ['Public Sector', 1],
]

const words = (text: string): readonly string[] => text.split(' ').map((word) => word.replaceAll('_', ' '))

export const stems = {
  english: {
    heads: words(
      'Alder Amber Ash Birch Bram Bright Cinder Clear Copper Crest Dun East Elm Fair Fal Fern Flint Glen Gran Hal Haw Hazel High Ivory Kes Lark Lind Marl Moss North Oak Pell Quill Raven Rook Sable Silver Thorn Wester Wren',
    ),
    tails: words(
      'bank bourne bridge brook bury cliff combe croft dale fell field ford gate grove ham haven hurst ledge lock mark mere moor mouth point reach ridge shore stead stone strand thorpe ton vale view wick wood worth',
    ),
    join: '',
  },
  hispanic: {
    heads: words(
      'Alba Alma Alto Arco Bahía Brisa Cala Cerro Cielo Costa Cumbre Duna Faro Fuente Huerta Isla Lago Ladera Llano Loma Mesa Monte Nube Olmo Peña Pinar Prado Puente Rambla Roble Sauce Senda Sierra Torre Vega',
    ),
    tails: words(
      'Norte Oriente Austral Alegre Real Mayor Verde Azul Celeste Ideal Libre Noble Fiel Feliz Fuerte Grande del_Sur del_Mar del_Sol del_Alba del_Viento del_Río de_Luz de_Plata de_Piedra',
    ),
    join: ' ',
  },
  lusophone: {
    heads: words(
      'Água Areia Arara Aroeira Barra Boa Bela Canto Cedro Chapada Enseada Figueira Flor Fonte Gaivota Ilha Ipê Jequitibá Juazeiro Lagoa Laranjeira Mata Morro Onda Palmeira Pedra Ponta Praia Recanto Ribeira Rocha Serra Trilha Vale Vila',
    ),
    tails: words(
      'Alegre Azul Celeste Feliz Grande Livre Nobre Real Verde Verdejante do_Leste do_Oeste do_Norte do_Sul da_Aurora da_Lua da_Luz da_Prata da_Serra da_Várzea das_Flores das_Pedras de_Ouro de_Santana do_Sereno',
    ),
    join: ' ',
  },
  malay: {
    heads: words(
      'Anggerik Bayu Bestari Budi Bukit Bunga Cahaya Cemara Delima Desa Embun Fajar Gemilang Harapan Indah Intan Jati Kasturi Kenanga Lembah Mahkota Melati Mentari Mutiara Nilam Permata Puncak Rimba Seri Sinar Suria Tanjung Teratai Warisan Wira',
    ),
    tails: words(
      'Abadi Aman Baru Biru Damai Emas Hijau Jaya Kencana Kurnia Lestari Maju Makmur Mulia Murni Nusa Perdana Pertiwi Pusaka Raya Sejati Selatan Sentosa Setia Timur Utama',
    ),
    join: ' ',
  },
  german: {
    heads: words(
      'Ahorn Alster Berg Birken Blau Buchen Dorn Eichen Elb Erlen Falken Feld Fichten Grün Hafen Heide Hirsch Kiefern Kranich Linden Löwen Mühlen Nord Quell Reiher Ried Rosen Silber Stern Storch Süd Tannen Ulmen Wald Weiden',
    ),
    tails: words(
      'au bach beck berg blick born brück dorf eck feld furt garten grund hain halde hof horst kamp land quelle ruh stein tal ufer weg werth winkel',
    ),
    join: '',
  },
} satisfies Record<Naming, { heads: readonly string[]; tails: readonly string[]; join: string }>

/** Set the second and later rounds of a list's pairs apart. */
export const thirdWords = words(
  'Orion Vega Lyra Altair Rigel Atria Nova Solis Kestrel Merlin Heron Ibis Lynx Caspian Baltic Adria Jade Onyx Opal Topaz Beryl Cobalt Indigo Saffron Juniper Laurel Lotus Tamarind Sequoia Acacia Meridian Zenith Apex Vertex Delta Sigma Tau Zeta Kappa Lambda',
)
