import type { Phrasebook } from './phrasebook.ts'

// biome-ignore format: one line a phrase
export const es: Phrasebook = {
  subjects: {
    call: ['Llamada de seguimiento', 'Llamada con {person}', 'Revisión de tickets abiertos', 'Dudas sobre {feature}'],
    meeting: ['Reunión mensual', 'Sesión de trabajo sobre {feature}', 'Conversación sobre la renovación', 'Reunión con {person} y su equipo'],
    training: ['{feature} para usuarios nuevos', 'Capacitación de administradores', 'Taller: primeros flujos propios'],
    business_review: ['Revisión trimestral de negocio', 'Revisión semestral con dirección'],
    note: ['Cambios de organización en {company}', 'Antes de la renovación', 'Contexto sobre {person}'],
    announcement: ['Novedades de {feature}', 'Mantenimiento programado del domingo'],
  },
  openings: ['Hablé media hora con {person}.', '{person} vino con dos personas de su equipo.', 'Asistió todo el equipo de procesos, con {person} al frente.', 'Solo llegó {person}; los demás se disculparon.'],
  seen: {
    well: ['Ya tienen {number} procesos en producción, todos armados por ellos.', 'El uso semanal es el más alto desde el arranque.', 'Cerraron el trimestre sin una sola hoja de cálculo.', 'Compras empezó a usar {feature} por iniciativa propia.'],
    flat: ['El uso está estable; trabaja con regularidad la mitad de las licencias.', 'El equipo piloto sigue activo, la segunda sede no termina de arrancar.', 'Configuraron {feature} y nadie volvió a entrar.', 'Entran, aprueban y se salen.'],
    worried: ['Los accesos cayeron un tercio desde la reorganización.', 'Dos áreas regresaron a aprobar por correo.', 'La carga nocturna falló {number} veces este mes y la gente ya no confía.', 'Solo {person} sigue abriendo {feature}.'],
  },
  said: {
    well: ['{person} comenta que somos el único proveedor al que no tiene que perseguir.', 'Quieren sumar el almacén y pidieron precio.', '«Yo ya no regreso a lo de antes», dijo {person}.', '{person} se ofreció a contar su experiencia a otro cliente.'],
    flat: ['{person} está conforme, pero este trimestre casi no tiene tiempo.', 'Piden ejemplos de su propio sector.', 'El presupuesto se discute en dos meses; hasta entonces, nada nuevo.'],
    worried: ['{person} fue directo: si siguen las fallas, no nos van a defender en el presupuesto.', 'Vieron una demostración de la competencia; no quiso decir de quién.', 'Siente que los tickets se responden, pero no se resuelven.', 'La nueva dirección de finanzas preguntó qué reciben a cambio de lo que pagan.'],
  },
  next: {
    well: ['Próximo paso: caso de éxito, si jurídico está de acuerdo.', 'Nos vemos en cuatro semanas; llevo la propuesta de ampliación.'],
    flat: ['Mando tres ejemplos y elegimos uno para copiarlo.', 'Acordamos terminar un proceso antes de abrir otro.'],
    worried: ['Hoy lo llevo a soporte y a producto, y llamo el jueves.', 'Plan de recuperación a {person} antes del viernes.'],
  },
  decided: {
    well: ['Ampliar al siguiente departamento a partir del día primero.', '{feature} será el estándar para toda solicitud nueva.'],
    flat: ['Terminar un proceso antes de empezar otro.', 'Capacitar a los jefes de sede antes del verano.'],
    worried: ['Llamada semanal hasta que cesen las fallas.', 'Ningún área nueva hasta que la carga funcione.'],
  },
  promised: ['Enviar la lista de cargas fallidas con su causa.', 'Un ambiente de pruebas para el miércoles.', 'Respuesta de producto sobre la aprobación masiva.', 'Un resumen de una página para finanzas.'],
  concerns: ['Fiabilidad de la carga nocturna.', 'Precio frente a una herramienta más barata del corporativo.', 'Todo depende de una sola administradora.', 'Los reportes no se pueden compartir fuera del equipo.'],
  mail: {
    fromUs: [['Notas de nuestra llamada', 'Hola, {person}:\n\nGracias por tu tiempo. Te comparto el resumen y los siguientes pasos que acordamos. Si algo no quedó bien, respóndeme por aquí.\n\nSaludos'], ['Tus cifras de {feature}', 'Hola, {person}:\n\nTe envío las cifras del mes. {number} personas trabajaron con {feature}; marqué dos puntos en los que se puede ahorrar un paso. ¿Lo vemos la próxima semana?\n\nUn saludo']],
    fromThem: {
      well: [['Re: Tus cifras', 'Hola:\n\nMuy útiles, las llevo directo al comité. ¿Me mandas lo mismo del equipo de Puebla?\n\nGracias, {person}'], ['Más licencias', 'Buen día:\n\nEntran {number} personas en enero y queremos darlas de alta desde el primer día. ¿Qué necesitan de nosotros?\n\n{person}']],
      flat: [['Re: Notas de nuestra llamada', 'Recibido, gracias. Lo retomamos después de la auditoría.\n\n{person}'], ['Cambio de fecha', '¿Podemos pasarla a la próxima semana? El cierre viene pesado.\n\n{person}']],
      worried: [['Es la tercera vez', 'Buenos días:\n\nLa carga volvió a fallar anoche y pasé la mañana corrigiéndola a mano. Necesito saber qué van a hacer, no que lo están revisando.\n\n{person}'], ['Condiciones del contrato', 'Hola:\n\nEnvíame por favor las condiciones vigentes y el plazo de aviso. La dirección está revisando todas las suscripciones.\n\n{person}']],
    },
  },
  tickets: [
    { kind: 'bug', subject: 'La carga nocturna se detiene a la mitad', description: 'Desde la última actualización se detiene después de unas {number}00 filas. No marca error; simplemente falta el resto.', resolution: 'Una línea en blanco se leía como fin de archivo. Corregido y cargado de nuevo.' },
    { kind: 'bug', subject: 'Los correos de aprobación llegan dos veces', description: 'Cada aprobador recibe dos avisos por la misma solicitud y el segundo marca error.', resolution: 'La regla anterior seguía activa. La quitamos.' },
    { kind: 'incident', subject: 'No carga {feature}', description: 'Pantalla en blanco desde las nueve, en todos los navegadores.', resolution: 'Problema de capacidad de nuestro lado; se recuperó a las 10:40.' },
    { kind: 'question', subject: '¿Cómo dejo un suplente durante mis vacaciones?', description: '{person} sale tres semanas y debo aprobar mientras tanto.', resolution: 'Se mostró cómo nombrar suplente con fecha de inicio y fin.' },
    { kind: 'question', subject: 'Exportar con todas las columnas', description: 'El archivo trae solo las columnas visibles. Auditoría pide todas.', resolution: 'Desde la configuración de la lista se exporta todo.' },
    { kind: 'feature_request', subject: 'Aprobar varias solicitudes a la vez', description: 'Cada viernes tenemos {number}. Una por una es eterno.', resolution: 'Enviado a producto; otros clientes también lo piden.' },
    { kind: 'problem', subject: 'Tableros lentos desde el lunes', description: 'Abrir un tablero tarda un minuto. Antes eran dos segundos.', resolution: 'Faltaba un índice después del mantenimiento.' },
    { kind: 'task', subject: 'Alta de inicio de sesión único', description: 'Sistemas cambió de proveedor de identidad. ¿Qué datos necesitan?', resolution: 'Conectado y probado con {person}.' },
  ],
  ratings: { good: ['Rápido y claro.', 'Me lo resolvieron por teléfono, gracias.'], bad: ['Lo cerraron sin preguntarme si ya funciona. No funciona.', 'Cuatro días para un sí o un no.'] },
  scores: {
    promoter: ['Le ahorra a mi equipo un día a la semana.', 'Fácil de usar y la gente es muy atenta.', 'Probamos tres herramientas; esta es la que se quedó.'],
    passive: ['Cumple. Los reportes podrían ser mejores.', 'Buen producto, aunque usamos la mitad.', 'Bien, algo caro para lo que hacemos con él.'],
    detractor: [
      ['Fui de quienes defendieron Tideline hace dos años, así que no me resulta fácil escribir esto. El primer año cumplió con lo prometido.', 'Al principio todo marchaba bien y el equipo estaba entusiasmado. En los últimos meses eso cambió por completo.'],
      ['Desde la primavera la carga nocturna falla una y otra vez. Cada vez abrimos un ticket, cada vez lo cierran con una explicación distinta y cada vez alguien de aquí llega temprano a corregir los datos a mano. Mis compañeros volvieron a las hojas de cálculo y no puedo decirles que se equivocan.', 'Las aprobaciones se pierden, los reportes tardan minutos en abrir y soporte nos pide borrar el caché. Tenemos {number} pendientes abiertos y nadie de su lado parece verlos juntos.'],
      ['Lo que más molesta no son las fallas, sino el silencio: nadie nos dice qué se está haciendo ni para cuándo. Así no puedo recomendar la renovación.', 'Pagamos bastante por esto. Quisiera volver a decir que lo vale, pero hoy no puedo. Llámenme solo si hay un plan del que hablar.'],
    ],
  },
  objectives: [
    { name: 'Reducir el tiempo de aprobación de facturas', baseline: '9 días por factura', target: '2 días por factura', good: '2.3 días por factura', poor: '8 días por factura', outcome: 'Dos días por factura; el pronto pago cubre un tercio de la suscripción.' },
    { name: 'Alta de personal sin papel', baseline: '14 formatos en papel', target: '0 formatos en papel', good: '1 formato en papel', poor: '12 formatos en papel', outcome: 'El último formato en papel desapareció en marzo.' },
    { name: 'Cierre mensual en cinco días', baseline: '12 días', target: '5 días', good: '5 días', poor: '11 días', outcome: 'Tres meses seguidos cerrando en cinco días.' },
  ],
  tasks: {
    well: ['Pedir a {person} una llamada de referencia', 'Enviar precio para el siguiente departamento', 'Redactar el caso de éxito'],
    flat: ['Enviar tres ejemplos del sector', 'Buscar un segundo contacto además de {person}', 'Programar capacitación de jefes de sede'],
    worried: ['Enviar el plan de recuperación a {person}', 'Pedir a soporte la lista de cargas fallidas', 'Acordar fechas para los tres errores abiertos'],
  },
  risks: ['Fallas de carga sin resolver desde hace semanas; dirección duda del valor. Plan de recuperación en curso.', 'Se fue nuestra promotora y nadie tomó su lugar.', 'La mitad de las licencias sin uso; van a pedir menos.'],
  internal: { well: ['Prefiere llamada a correo. Orgullosa de lo que armaron.'], flat: ['Solo responde correos cortos. Nunca en viernes.', 'Compras es lenta: empezar la renovación noventa días antes.'], worried: ['Cuidado: sigue molesto por la caída. No proponer nada nuevo hasta confirmar la corrección.'] },
}
