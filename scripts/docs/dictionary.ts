// docs/generated/dictionary.md: every object, field and list of the manifest with all its facts, for people who read no code.
import { type ManifestField, type ManifestObject, manifest, type Vocabulary } from '../../dictionary/index.ts'

export function dictionaryPage(): string {
  const objects = [...manifest.objects.values()]
  const lists = [...manifest.vocabularies.values()]
  return [
    '# Data dictionary',
    '',
    'Written by `npm run docs` from the declarations in `dictionary/`; a test keeps them equal.',
    '',
    ...objects.map((object) => `- [${object.label.en}](#${object.name}): ${object.describe.en}`),
    '',
    ...objects.map(objectSection),
    '# Lists',
    '',
    ...lists.map(listSection),
  ].join('\n')
}

const objectSection = (object: ManifestObject): string =>
  [
    `<a id="${object.name}"></a>`,
    '',
    `## ${object.label.en} (\`${object.name}\`, \`/${object.plural}\`)`,
    '',
    object.describe.en,
    '',
    ...facts({
      'Answered for by': object.owner,
      Called: `es ${object.label.es} · pt ${object.label.pt} · ms ${object.label.ms}`,
      Kept: `${object.retention.keep}, then ${object.retention.then}. ${object.retention.because}`,
      Title: code(object.title),
      'Part of': object.partOf && code(object.partOf),
      Subject: object.subject && code(object.subject),
      Kind: object.kind === 'facts' ? `facts, one row for each ${object.factKey.map(code).join(', ')}` : 'records',
      Rules: object.rules.map((rule) => `${code(rule.code)}: ${rule.say.en}`).join(' '),
      'Leads to': [...object.relations.values()]
        .filter((relation) => relation.kind === 'many')
        .map((relation) => `${code(relation.name)} (${relation.to})`)
        .join(', '),
    }),
    '',
    '| Field | What it means | Type | Required | Class | Final word | Fresh for | Answered for by | Also called |',
    '|---|---|---|---|---|---|---|---|---|',
    ...[...object.fields.values()].map(fieldRow),
    '',
  ].join('\n')

const fieldRow = (field: ManifestField): string =>
  `| ${[
    `${code(field.name)} ${field.label.en}`,
    field.describe.en,
    typeOf(field),
    field.required === true ? 'yes' : field.required || 'no',
    field.sensitivity,
    `${field.source}${field.settledBy === 'verification' ? ', the last verified' : ''}${field.serverOwned ? ', set by Holdfast alone' : ''}`,
    field.freshFor ?? '—',
    field.owner,
    [field.label.es, field.label.pt, field.label.ms, ...field.also].join(', '),
  ]
    .map(cell)
    .join(' | ')} |`

function typeOf(field: ManifestField): string {
  const { vocabulary, maxLength, min, max, acyclic } = field.options
  const details = [
    field.of && `gives ${field.of}`,
    field.to && `to ${code(field.to)}`,
    field.as && `seen from there as ${code(field.as)}`,
    vocabulary && `list [${vocabulary}](#list-${vocabulary})`,
    maxLength && `at most ${maxLength} characters`,
    min !== undefined && `from ${min}`,
    max !== undefined && `to ${max}`,
    acyclic && 'no loops',
  ].filter(Boolean)
  return [field.type, ...details].join(', ')
}

const listSection = (list: Vocabulary): string =>
  [
    `<a id="list-${list.name}"></a>`,
    '',
    `## ${list.name}`,
    '',
    list.describe,
    '',
    '| Value | English | Spanish | Portuguese | Malay | Also understood |',
    '|---|---|---|---|---|---|',
    ...list.terms.map(
      ({ value, label, synonyms }) =>
        `| ${[code(value), label.en, label.es, label.pt, label.ms, synonyms.join(', ')].map(cell).join(' | ')} |`,
    ),
    '',
  ].join('\n')

const facts = (named: Record<string, string | null>): string[] =>
  Object.entries(named).flatMap(([name, fact]) => (fact ? [`- ${name}: ${fact}`] : []))

const code = (text: string): string => `\`${text}\``
const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
