/** Words that stand in the names of many companies and tell few of them apart, as they are spelled after normalisation. */
export const genericWords: ReadonlySet<string> = new Set(
  `international national global worldwide world general american european asia pacific group holding company corporation enterprise enterprises partner associate association
  technology tech system solution service software digital data network networks electronic electric energy power oil gas petroleum mining resource water
  financial finance bank capital trust fund insurance investment investments property estate realty credit savings bancorporation bancorp
  medical health healthcare pharmaceutical therapeutics biotech bio sciences science laboratory hospital clinic clinics care
  construction engineering industry manufacturing product chemical material steel metal plastic machine equipment tool parts auto automotive motor
  food foods beverage restaurant cafe hotel resort house grill bar club travel airline air transport logistics freight shipping marine
  media communication telecommunication publishing entertainment studio studios music film press advertising marketing design consulting management
  school university college academy education learning institute foundation council office center house market store shop retail trade trading export import
  north south east west central united first new great royal city county state public online labs brands innovation innovations development research security systems one
  comercial servicio empresa negocio logistica alimento alimentos salud seguro inmobiliaria constructora distribuidora importadora exportadora transportes turismo
  comercio engenharia saude hoteis hotel petroleo educacao consultoria tecnologia brother son daughter and of the de del la y e for`
    .split(/\s+/)
    .filter(Boolean),
)
