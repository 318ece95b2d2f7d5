// What stands for what in "holdfast keys create NAME --role ROLE". What is typed as it stands is the same in all languages.
import { type Words, words } from '../../../dictionary/words.ts'
import { told } from '../../platform/index.ts'

const placeholders: Readonly<Record<string, Words>> = {
  ACCOUNT: words('ACCOUNT', 'CUENTA', 'CONTA', 'AKAUN'),
  ACT: words('ACT', 'CAMBIO', 'MUDANÇA', 'PERUBAHAN'),
  BITS: words('BITS', 'BITS', 'BITS', 'BIT'),
  CHARACTER: words('CHARACTER', 'CARÁCTER', 'CARACTERE', 'AKSARA'),
  CODE: words('CODE', 'CÓDIGO', 'CÓDIGO', 'KOD'),
  COLUMN: words('COLUMN', 'COLUMNA', 'COLUNA', 'LAJUR'),
  DATE: words('DATE', 'FECHA', 'DATA', 'TARIKH'),
  DAY: words('DAY', 'DÍA', 'DIA', 'HARI'),
  DAYS: words('DAYS', 'DÍAS', 'DIAS', 'HARI'),
  DEAL: words('DEAL', 'OPORTUNIDAD', 'NEGÓCIO', 'URUSNIAGA'),
  EMAIL: words('EMAIL', 'CORREO', 'E-MAIL', 'E-MEL'),
  FIELD: words('FIELD', 'CAMPO', 'CAMPO', 'MEDAN'),
  FILE: words('FILE', 'ARCHIVO', 'ARQUIVO', 'FAIL'),
  FOLDER: words('FOLDER', 'CARPETA', 'PASTA', 'FOLDER'),
  FORMAT: words('FORMAT', 'FORMATO', 'FORMATO', 'FORMAT'),
  HANDOFF: words('HANDOFF', 'TRASPASO', 'PASSAGEM', 'SERAHTUGAS'),
  ITEM: words('ITEM', 'PUNTO', 'ITEM', 'PERKARA'),
  KEY: words('KEY', 'CLAVE', 'CHAVE', 'KUNCI'),
  KIND: words('KIND', 'TIPO', 'TIPO', 'JENIS'),
  LIST: words('LIST', 'LISTA', 'LISTA', 'SENARAI'),
  MARK: words('MARK', 'MARCA', 'MARCA', 'PENANDA'),
  MOMENT: words('MOMENT', 'MOMENTO', 'MOMENTO', 'SAAT'),
  NAME: words('NAME', 'NOMBRE', 'NOME', 'NAMA'),
  OBJECT: words('OBJECT', 'OBJETO', 'OBJETO', 'OBJEK'),
  ONBOARDING: words('ONBOARDING', 'INCORPORACIÓN', 'ONBOARDING', 'ONBOARDING'),
  OUTCOME: words('OUTCOME', 'RESULTADO', 'RESULTADO', 'HASIL'),
  PASSWORD: words('PASSWORD', 'CONTRASEÑA', 'SENHA', 'KATALALUAN'),
  PATH: words('PATH', 'RUTA', 'CAMINHO', 'LALUAN'),
  PEOPLE: words('PEOPLE', 'PERSONAS', 'PESSOAS', 'ORANG'),
  QUESTION: words('QUESTION', 'PREGUNTA', 'PERGUNTA', 'SOALAN'),
  RECORD: words('RECORD', 'REGISTRO', 'REGISTRO', 'REKOD'),
  RECORD_ID: words('RECORD_ID', 'ID', 'ID', 'ID'),
  ROLE: words('ROLE', 'ROL', 'FUNÇÃO', 'PERANAN'),
  ROW: words('ROW', 'FILA', 'LINHA', 'BARIS'),
  SYSTEM: words('SYSTEM', 'SISTEMA', 'SISTEMA', 'SISTEM'),
  TASKS: words('TASKS', 'TAREAS', 'TAREFAS', 'TUGASAN'),
  TEMPLATE: words('TEMPLATE', 'PLANTILLA', 'MODELO', 'TEMPLAT'),
  TEXT: words('TEXT', 'TEXTO', 'TEXTO', 'TEKS'),
  TONE: words('TONE', 'TONO', 'TOM', 'NADA'),
  VALUE: words('VALUE', 'VALOR', 'VALOR', 'NILAI'),
}

/** How a command or an option is used, in the words of whoever asks. */
export const usageInWords = (usage: string): string =>
  usage.replace(/\b[A-Z]+(?:_[A-Z]+)*\b/g, (name) => {
    const named = placeholders[name]
    return named ? told(named) : name
  })
