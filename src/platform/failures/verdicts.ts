// What can be wrong with one value or one row. The same code by form, paste, file, API and connector (VAL).
import { type Words, words } from '../../../dictionary/words.ts'

export type VerdictDetails = { label: string; given?: string; hint?: string }

const quote = (given?: string) =>
  given === undefined ? '' : ` "${given.length > 80 ? `${given.slice(0, 77)}…` : given}"`
const plain = (hint?: string) => (hint ? ` (${hint})` : '')

export const verdicts = {
  missing_required: ({ label }) =>
    words(
      `${label} is missing. Fill it in.`,
      `Falta ${label}. Complételo.`,
      `Falta ${label}. Preencha.`,
      `${label} tiada. Sila isi.`,
    ),
  wrong_type: ({ label, given, hint }) =>
    words(
      `${label}${quote(given)} is not usable: give ${hint}.`,
      `${label}${quote(given)} no sirve: dé ${hint}.`,
      `${label}${quote(given)} não serve: informe ${hint}.`,
      `${label}${quote(given)} tidak boleh digunakan: beri ${hint}.`,
    ),
  too_long: ({ label, hint }) =>
    words(
      `${label} is too long: ${hint}.`,
      `${label} es demasiado largo: ${hint}.`,
      `${label} é longo demais: ${hint}.`,
      `${label} terlalu panjang: ${hint}.`,
    ),
  out_of_range: ({ label, given, hint }) =>
    words(
      `${label}${quote(given)} is out of range: ${hint}.`,
      `${label}${quote(given)} está fuera de rango: ${hint}.`,
      `${label}${quote(given)} está fora do intervalo: ${hint}.`,
      `${label}${quote(given)} di luar julat: ${hint}.`,
    ),
  invalid_email: ({ label, given }) =>
    words(
      `${label}${quote(given)} is no e-mail address: write name@company.com.`,
      `${label}${quote(given)} no es un correo: escriba nombre@empresa.com.`,
      `${label}${quote(given)} não é um e-mail: escreva nome@empresa.com.`,
      `${label}${quote(given)} bukan alamat e-mel: tulis nama@syarikat.com.`,
    ),
  email_without_domain: ({ label, given }) =>
    words(
      `${label}${quote(given)} has no domain after the @: write name@company.com.`,
      `${label}${quote(given)} no tiene dominio después de @: escriba nombre@empresa.com.`,
      `${label}${quote(given)} não tem domínio depois do @: escreva nome@empresa.com.`,
      `${label}${quote(given)} tiada domain selepas @: tulis nama@syarikat.com.`,
    ),
  invalid_phone: ({ label, given }) =>
    words(
      `${label}${quote(given)} is no telephone number: write it with its country code, +1 212 241 4371.`,
      `${label}${quote(given)} no es un teléfono: escríbalo con el código del país, +34 91 123 45 67.`,
      `${label}${quote(given)} não é um telefone: escreva com o código do país, +55 11 91234-5678.`,
      `${label}${quote(given)} bukan nombor telefon: tulis dengan kod negara, +60 3-1234 5678.`,
    ),
  invalid_url: ({ label, given }) =>
    words(
      `${label}${quote(given)} is no web address: write https://company.com.`,
      `${label}${quote(given)} no es una dirección web: escriba https://empresa.com.`,
      `${label}${quote(given)} não é um endereço web: escreva https://empresa.com.`,
      `${label}${quote(given)} bukan alamat web: tulis https://syarikat.com.`,
    ),
  invalid_domain: ({ label, given }) =>
    words(
      `${label}${quote(given)} is no domain: write company.com.`,
      `${label}${quote(given)} no es un dominio: escriba empresa.com.`,
      `${label}${quote(given)} não é um domínio: escreva empresa.com.`,
      `${label}${quote(given)} bukan domain: tulis syarikat.com.`,
    ),
  invalid_date: ({ label, given, hint }) =>
    words(
      `${label}${quote(given)} is no day of the calendar${plain(hint)}.`,
      `${label}${quote(given)} no es un día del calendario${plain(hint)}.`,
      `${label}${quote(given)} não é um dia do calendário${plain(hint)}.`,
      `${label}${quote(given)} bukan hari dalam kalendar${plain(hint)}.`,
    ),
  invalid_datetime: ({ label, given, hint }) =>
    words(
      `${label}${quote(given)} is no moment${plain(hint)}.`,
      `${label}${quote(given)} no es una fecha y hora${plain(hint)}.`,
      `${label}${quote(given)} não é uma data e hora${plain(hint)}.`,
      `${label}${quote(given)} bukan tarikh dan masa${plain(hint)}.`,
    ),
  invalid_currency: ({ label, given }) =>
    words(
      `${label}${quote(given)} has no known currency: give an ISO code such as USD.`,
      `${label}${quote(given)} no tiene una moneda conocida: dé un código ISO como USD.`,
      `${label}${quote(given)} não tem uma moeda conhecida: informe um código ISO como BRL.`,
      `${label}${quote(given)} tiada mata wang dikenali: beri kod ISO seperti MYR.`,
    ),
  invalid_country: ({ label, given }) =>
    words(
      `${label}${quote(given)} is no country we know: give its code, such as MX, or its name.`,
      `${label}${quote(given)} no es un país conocido: dé su código, como MX, o su nombre.`,
      `${label}${quote(given)} não é um país conhecido: informe o código, como BR, ou o nome.`,
      `${label}${quote(given)} bukan negara yang dikenali: beri kodnya, seperti MY, atau namanya.`,
    ),
  invalid_language: ({ label, given }) =>
    words(
      `${label}${quote(given)} is no language tag: write es or pt-BR.`,
      `${label}${quote(given)} no es una etiqueta de idioma: escriba es o pt-BR.`,
      `${label}${quote(given)} não é um código de idioma: escreva pt-BR ou es.`,
      `${label}${quote(given)} bukan tag bahasa: tulis ms atau en.`,
    ),
  invalid_timezone: ({ label, given }) =>
    words(
      `${label}${quote(given)} is no time zone: write America/Mexico_City.`,
      `${label}${quote(given)} no es una zona horaria: escriba America/Mexico_City.`,
      `${label}${quote(given)} não é um fuso horário: escreva America/Sao_Paulo.`,
      `${label}${quote(given)} bukan zon masa: tulis Asia/Kuala_Lumpur.`,
    ),
  unknown_term: ({ label, given, hint }) =>
    words(
      `${label}${quote(given)} is not in the list${plain(hint)}. Use a word of the list, or have it added.`,
      `${label}${quote(given)} no está en la lista${plain(hint)}. Use una palabra de la lista o pida que se añada.`,
      `${label}${quote(given)} não está na lista${plain(hint)}. Use uma palavra da lista ou peça a inclusão.`,
      `${label}${quote(given)} tiada dalam senarai${plain(hint)}. Guna perkataan dalam senarai, atau minta ia ditambah.`,
    ),
  invalid_reference: ({ label, given }) =>
    words(
      `${label}${quote(given)} is not the id of a record.`,
      `${label}${quote(given)} no es el id de un registro.`,
      `${label}${quote(given)} não é o id de um registro.`,
      `${label}${quote(given)} bukan id rekod.`,
    ),
  unknown_reference: ({ label, given }) =>
    words(
      `${label}${quote(given)} is no record that you may see.`,
      `${label}${quote(given)} no es un registro que usted pueda ver.`,
      `${label}${quote(given)} não é um registro que você possa ver.`,
      `${label}${quote(given)} bukan rekod yang boleh anda lihat.`,
    ),
  reference_loop: ({ label }) =>
    words(
      `${label} would lead back to this record itself. Choose one that is not below it.`,
      `${label} llevaría de vuelta a este mismo registro. Elija uno que no esté por debajo.`,
      `${label} levaria de volta a este mesmo registro. Escolha um que não esteja abaixo dele.`,
      `${label} akan kembali kepada rekod ini sendiri. Pilih yang bukan di bawahnya.`,
    ),
  read_only_field: ({ label }) =>
    words(
      `${label} is worked out by Holdfast and can't be set.`,
      `${label} lo calcula Holdfast y no se puede fijar.`,
      `${label} é calculado pelo Holdfast e não pode ser definido.`,
      `${label} dikira oleh Holdfast dan tidak boleh ditetapkan.`,
    ),
  field_unavailable: ({ given }) =>
    words(
      `There is no field${quote(given)} here that you may use.`,
      `No hay ningún campo${quote(given)} que usted pueda usar.`,
      `Não há campo${quote(given)} que você possa usar.`,
      `Tiada medan${quote(given)} yang boleh anda gunakan.`,
    ),
  not_allowed: ({ label }) =>
    words(
      `Your role may not do this to ${label}.`,
      `Su rol no permite hacer esto con ${label}.`,
      `Sua função não permite fazer isto com ${label}.`,
      `Peranan anda tidak membenarkan ini pada ${label}.`,
    ),
  record_unavailable: ({ given }) =>
    words(
      `There is no record${quote(given)} that you may see.`,
      `No hay ningún registro${quote(given)} que usted pueda ver.`,
      `Não há registro${quote(given)} que você possa ver.`,
      `Tiada rekod${quote(given)} yang boleh anda lihat.`,
    ),
  stale_version: ({ hint }) =>
    words(
      `This record changed since you read it${plain(hint)}. Read it again and repeat your change.`,
      `Este registro cambió desde que lo leyó${plain(hint)}. Léalo de nuevo y repita el cambio.`,
      `Este registro mudou desde que você o leu${plain(hint)}. Leia de novo e repita a mudança.`,
      `Rekod ini berubah sejak anda membacanya${plain(hint)}. Baca semula dan ulangi perubahan.`,
    ),
  possible_duplicate: ({ hint }) =>
    words(
      `This seems to exist already: ${hint}.`,
      `Parece que ya existe: ${hint}.`,
      `Parece que já existe: ${hint}.`,
      `Nampaknya sudah wujud: ${hint}.`,
    ),
  nothing_given: ({ label }) =>
    words(
      `There is nothing to write in this ${label}: give at least one value.`,
      `No hay nada que escribir en ${label}: dé al menos un valor.`,
      `Não há nada para gravar em ${label}: informe ao menos um valor.`,
      `Tiada apa-apa untuk ditulis dalam ${label}: beri sekurang-kurangnya satu nilai.`,
    ),
  not_json: ({ hint }) =>
    words(
      `This line is not JSON${plain(hint)}.`,
      `Esta línea no es JSON${plain(hint)}.`,
      `Esta linha não é JSON${plain(hint)}.`,
      `Baris ini bukan JSON${plain(hint)}.`,
    ),
  ragged_row: ({ hint }) =>
    words(
      `This row has more cells than the table has columns${plain(hint)}: a value may hold an unquoted separator.`,
      `Esta fila tiene más celdas que columnas la tabla${plain(hint)}: un valor puede contener un separador sin comillas.`,
      `Esta linha tem mais células do que a tabela tem colunas${plain(hint)}: um valor pode conter um separador sem aspas.`,
      `Baris ini ada lebih sel daripada lajur jadual${plain(hint)}: satu nilai mungkin mengandungi pemisah tanpa petikan.`,
    ),
} as const satisfies Record<string, (details: VerdictDetails) => Words>

export type VerdictCode = keyof typeof verdicts
