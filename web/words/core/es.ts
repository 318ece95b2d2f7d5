import type * as en from './en.ts'

export const frame: typeof en.frame = {
  skip: 'Ir al contenido',
  language: 'Idioma',
  theme: 'Apariencia',
  light: 'Clara',
  dark: 'Oscura',
  auto: 'Como el dispositivo',
  signOut: 'Cerrar sesión',
  tour: 'Hacer el recorrido',
  person: 'Usted: {{name}}',
  search: 'Buscar o ir a…',
  menu: 'Menú',
  places: 'Lugares',
  close: 'Cerrar',
  told: 'Notificaciones',
  toldNew_one: '{{count}} notificación nueva',
  toldNew_other: '{{count}} notificaciones nuevas',
  add: 'Nuevo…',
  keys: 'Teclado',
  offline: 'No hay conexión. Lo que escriba se queda aquí; podrá guardar cuando vuelva la conexión.',
  silent: 'El servidor no responde. Se le vuelve a preguntar cada pocos segundos.',
}

export const signIn: typeof en.signIn = {
  title: 'Iniciar sesión',
  email: 'Correo electrónico',
  password: 'Contraseña',
  submit: 'Entrar',
  noEmail: 'Escriba su correo electrónico, por ejemplo ana@empresa.com.',
  noPassword: 'Escriba su contraseña.',
  ended: 'Su sesión ha terminado. Inicie sesión de nuevo y volverá a donde estaba.',
  demo: 'Esta es la demostración: todos sus clientes son inventados. Entrar como',
  show: 'Mostrar u ocultar la contraseña',
}

export const trouble: typeof en.trouble = {
  failed: 'No se pudo cargar',
  unreachable: 'El servidor no responde. Compruebe su conexión e inténtelo de nuevo.',
  again: 'Intentar de nuevo',
  lost: 'Aquí no hay ninguna página',
  lostText: 'Puede que la dirección esté mal escrita o que la página se haya movido.',
  toAccounts: 'Ir a las cuentas',
  loading: 'Cargando',
  closed: 'Esta página no forma parte de su rol',
  closedText: 'Pida a un administrador el acceso si su trabajo lo necesita.',
  broken: 'Esta página falló',
  brokenText: 'La falla es nuestra. Nada de lo guardado se ha perdido.',
}

export const systems: typeof en.systems = {
  crm: 'CRM',
  billing: 'Facturación',
  support: 'Mesa de soporte',
  product: 'El propio producto',
  survey: 'Encuestas',
  spreadsheet: 'Hoja de cálculo',
  hand: 'Escrito a mano',
  holdfast: 'Holdfast',
}

export const roles: typeof en.roles = {
  csm: 'CSM',
  junior_csm: 'CSM júnior',
  cs_leader: 'Responsable de CS',
  support: 'Soporte',
  sales: 'Ventas',
  finance: 'Finanzas',
  product: 'Producto',
  executive: 'Dirección',
  cs_operations: 'Operaciones de CS',
  admin: 'Administración',
}

export const values: typeof en.values = {
  quarter: 'T{{quarter}} {{year}}',
  yes: 'Sí',
  no: 'No',
  unknown: 'Desconocido',
}

export const rail: typeof en.rail = {
  home: 'Inicio',
  accounts: 'Cuentas',
  contacts: 'Contactos',
  pipeline: 'Oportunidades y renovaciones',
  tasks: 'Tareas',
  handoffs: 'Traspasos',
  segments: 'Segmentos',
  reports: 'Informes',
  data: 'Datos',
  quality: 'Calidad',
  duplicates: 'Duplicados',
  imports: 'Importaciones',
  connectors: 'Conectores',
  dictionary: 'Diccionario',
  surveys: 'Encuestas',
  privacy: 'Privacidad',
  settings: 'Configuración',
  lists: 'Todo lo demás',
}

export const edit: typeof en.edit = {
  edit: 'Editar {{field}}',
  save: 'Guardar',
  cancel: 'Cancelar',
  create: 'Crear',
  new: 'Nuevo: {{object}}',
  newFor: 'Nuevo: {{object}} para {{name}}',
  created: 'Se creó {{name}}.',
  saved: '{{field}}: ahora {{value}}.',
  emptied: '{{field}}: ahora sin valor.',
  held: 'Lo que dijo de {{field}} queda registrado, pero otro sistema tiene la última palabra.',
  stale:
    'Alguien cambió este registro entretanto. Se muestra lo que hay ahora; guarde otra vez para escribir lo suyo encima.',
  unsaved: 'No se guardó. Lo que escribió sigue aquí; inténtelo de nuevo.',
  currency: 'Moneda de {{field}}',
  dayHint: 'dd/mm/aaaa',
  calendar: 'Calendario',
  monthBefore: 'Mes anterior',
  monthAfter: 'Mes siguiente',
  find: 'Escriba para buscar',
  nothing: 'Nada coincide',
  clear: 'Vaciar',
  doubles: 'Puede que ya exista:',
  anyway: 'Crear de todos modos',
  required: 'obligatorio',
}

export const toast: typeof en.toast = {
  region: 'Avisos',
  undo: 'Deshacer',
  undone: 'Deshecho.',
  dismiss: 'Descartar',
}

export const palette: typeof en.palette = {
  title: 'Búsqueda y órdenes',
  hint: 'Un nombre, un correo o una orden',
  recent: 'Recientes',
  go: 'Ir a',
  do: 'Hacer',
  nothing: 'Nada coincide con «{{words}}».',
  count_one: '{{count}} resultado',
  count_other: '{{count}} resultados',
}

export const keys: typeof en.keys = {
  title: 'Teclas',
  everywhere: 'En todas partes',
  here: 'En esta página',
  palette: 'Búsqueda y órdenes',
  help: 'Mostrar estas teclas',
  add: 'Algo nuevo',
  next: 'Siguiente',
  previous: 'Anterior',
  open: 'Abrir',
  edit: 'Editar',
  note: 'Nota',
  select: 'Seleccionar',
  search: 'Buscar en esta lista',
}

export const chart: typeof en.chart = {
  table: 'Mostrar como tabla',
}
