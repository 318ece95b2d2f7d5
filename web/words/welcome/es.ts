import type * as en from './en.ts'

export const begin: typeof en.begin = {
  title: 'Aquí todavía no hay nada',
  text: 'Aquí estará todo lo que su empresa sabe de sus clientes: quiénes son, qué compraron, cómo les va. Empiece con lo que tiene, o eche antes un vistazo.',
  bring: 'Traiga sus hojas de cálculo',
  bringText:
    'Suelte una lista de clientes o contactos tal como está. Se reconocen las columnas, los errores se muestran antes de escribir nada y toda la importación se puede deshacer.',
  bringNow: 'Traer una hoja de cálculo',
  demo: 'Cargue la demostración',
  demoText:
    'Cien clientes inventados con sus contactos, contratos, tickets, conversaciones y un año de uso del producto. Se puede quitar en cualquier momento.',
  demoNow: 'Cargar la empresa de demostración',
  demoAgain: 'Seguir cargando',
  demoFailed: 'La carga se detuvo. Lo que ha llegado se conserva y la carga sigue desde ahí.',
  waiting: 'La empresa de demostración está a punto de cargarse…',
  coming: 'Cargando la empresa de demostración: {{records}} registros, {{events}} eventos de producto',
  leaving: 'Se está quitando la empresa de demostración…',
  leave: 'Puede dejar esta página; continúa por sí solo.',
  here: 'Está viendo la empresa de demostración: todos sus clientes son inventados.',
  remove: 'Quitar la demostración',
  removeText:
    'Se quitan todos sus clientes, contactos y cifras. Lo que usted o sus colegas hayan escrito desde entonces en sus registros se queda.',
  keep: 'Conservarla',
}

export const tour: typeof en.tour = {
  title: 'Recorrido',
  offer: '¿Es nuevo aquí? {{count}} pasos cortos muestran dónde está cada cosa. Lleva cinco minutos.',
  goOnText: 'Dejó el recorrido en el paso {{step}} de {{count}}.',
  start: 'Hacer el recorrido',
  goOn: 'Continuar',
  decline: 'No, gracias',
  count: 'Paso {{step}} de {{count}}',
  back: 'Atrás',
  next: 'Siguiente',
  finish: 'Terminar',
  putOff: 'Continuar más tarde',
  day: 'Su día empieza aquí',
  dayText:
    'Lo que vence, qué clientes están en riesgo y por qué, qué se renueva y qué datos hay que corregir. Cada línea abre aquello de lo que trata.',
  search: 'Dos teclas para llegar a todo',
  searchText:
    'Pulse Ctrl K o ⌘K y escriba el comienzo del nombre de un cliente o de una persona, o de lo que quiere hacer.',
  list: 'Las listas son tablas vivas',
  listText:
    'Busque, filtre con frases y agrupe. Pulse un valor para editarlo donde está; cada edición se puede deshacer. Guarde lo que ve como vista y compártala.',
  record: 'Todo sobre un cliente',
  recordText:
    'Datos, cronología y personas en una página, y cada asunto en su parte. La pequeña marca junto a un valor dice de dónde viene y qué dicen otros sistemas.',
  write: 'Anótelo mientras lo recuerda',
  writeText:
    'Registre una llamada con sus compromisos y tareas, o añada una persona, desde cualquier página: aquí, o con las teclas n y c. Lo que escribe no se pierde, aunque se pierda la conexión.',
  told: 'Lo que le concierne',
  toldText: 'Alguien le menciona, le entrega un cliente o cambia un registro que usted sigue: aparece aquí.',
  keys: 'Sin ratón',
  keysText:
    'Pulse ? para ver todas las teclas: j y k mueven, Intro abre, e edita. La apariencia y este recorrido están en su propio menú, aquí.',
}
