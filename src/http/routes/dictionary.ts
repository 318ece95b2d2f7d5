// What there is to ask for, as far as this actor may: the dictionary for forms and lists, and OpenAPI for programs.
import type { FastifyInstance } from 'fastify'
import { fieldType, type Language, type ManifestField, type ManifestObject } from '../../../dictionary/index.ts'
import { type Access, grantsFor, mayWrite, readableField } from '../../access/index.ts'
import { currentAccess } from '../current-access.ts'
import { openApi } from '../openapi/document.ts'
import { languageOf } from '../problem.ts'
import type { Shell } from '../shell.ts'
import { known } from '../sign-in/who.ts'
import { send } from './records.ts'

export function dictionaryRoutes(app: FastifyInstance, shell: Shell): void {
  app.get('/api/v1/dictionary', async (request) => {
    const access = await currentAccess(shell, known(request))
    return { data: openObjects(access).map((object) => described(access, object, languageOf(request))) }
  })

  app.get('/api/v1/openapi.json', async (request, reply) => {
    const access = await currentAccess(shell, known(request))
    return send(reply, documentFor(access))
  })
}

/** Documents by the rights they show; rights are few, people many. */
const documents = new Map<string, string>()
const mostDocuments = 20

function documentFor(access: Access): string {
  const key = `${access.actor.workspace} ${access.version} ${JSON.stringify(access.roles)}`
  const known = documents.get(key)
  if (known) return known
  const document = JSON.stringify(openApi(access))
  if (documents.size >= mostDocuments) documents.clear()
  documents.set(key, document)
  return document
}

const openObjects = (access: Access): ManifestObject[] =>
  [...access.manifest.objects.values()].filter((object) => verbsOf(access, object.name).length > 0)

const verbs = ['list', 'create', 'update', 'delete', 'measure', 'export', 'import', 'accept'] as const
const verbsOf = (access: Access, object: string) => verbs.filter((verb) => grantsFor(access, object, verb).length > 0)

/** One object as this actor may know it; null where that is nothing. */
export function describedObject(access: Access, name: string, language: Language) {
  const object = openObjects(access).find((each) => each.name === name)
  return object ? described(access, object, language) : null
}

function described(access: Access, object: ManifestObject, language: Language) {
  const may = verbsOf(access, object.name)
  const reading = may.includes('list') ? 'list' : 'measure'
  const fields = [...object.fields.values()].filter((field) => readableField(access, object.name, field.name, reading))
  const relations = [...object.relations.values()].filter(
    (relation) => grantsFor(access, relation.to, reading).length > 0,
  )
  return {
    name: object.name,
    plural: object.plural,
    kind: object.kind,
    label: object.label[language],
    labelPlural: object.labelPlural[language],
    describe: object.describe[language],
    title: object.title,
    may,
    fields: fields.map((field) => describedField(access, object, field, language)),
    relations: relations.map(({ name, to, kind, field }) => ({ name, to, kind, field })),
  }
}

function describedField(access: Access, object: ManifestObject, field: ManifestField, language: Language) {
  const type = fieldType(field)
  const mayChange = (verb: 'create' | 'update') => !field.serverOwned && mayWrite(access, object.name, verb, field)
  return {
    name: field.name,
    type: field.type,
    ...(field.of ? { of: field.of } : {}),
    label: field.label[language],
    describe: field.describe[language],
    required: field.required === true,
    sensitivity: field.sensitivity,
    source: field.source,
    freshFor: field.freshFor,
    owner: field.owner,
    mayCreate: mayChange('create'),
    mayUpdate: mayChange('update'),
    sortable: type.sortable,
    groupable: type.groupable,
    operators: field.operators,
    measures: type.measures,
    options: field.options,
    ...(field.to ? { to: field.to } : {}),
    ...(field.terms ? { terms: field.terms.map(({ value, label }) => ({ value, label: label[language] })) } : {}),
  }
}
