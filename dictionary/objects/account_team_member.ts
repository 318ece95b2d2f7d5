import { defineObject, field } from '../define.ts'
import { words } from '../words.ts'
import { accountReference } from './account-reference.ts'

/** A colleague who works for an account beside its accountable CSM. */
export const account_team_member = defineObject({
  name: 'account_team_member',
  plural: 'account_team_members',
  label: words(
    'Account team member',
    'Miembro del equipo de cuenta',
    'Membro da equipe da conta',
    'Ahli pasukan akaun',
  ),
  labelPlural: words('Account team', 'Equipo de cuenta', 'Equipe da conta', 'Pasukan akaun'),
  describe: words(
    'One of us who works for an account beside its accountable CSM, and what for.',
    'Uno de los nuestros que trabaja para una cuenta junto a su CSM responsable, y para qué.',
    'Um de nós que trabalha para uma conta ao lado do seu CSM responsável, e para quê.',
    'Salah seorang daripada kita yang bekerja untuk akaun di sisi CSM yang bertanggungjawab, dan untuk apa.',
  ),
  owner: 'cs-operations',
  retention: {
    keep: '2y',
    then: 'delete',
    because: 'Who helped a customer matters while they may call again; the history of the account keeps the rest.',
  },
  title: 'user',
  partOf: 'account',
  fields: {
    account: accountReference(
      'team',
      words(
        'The account the colleague works for.',
        'La cuenta para la que trabaja el colega.',
        'A conta para a qual o colega trabalha.',
        'Akaun yang dikerjakan rakan sekerja itu.',
      ),
    ),
    user: field.reference({
      label: words('Colleague', 'Compañero', 'Colega', 'Rakan sekerja'),
      describe: words(
        'The colleague; they see this account because they stand here.',
        'El colega; ve esta cuenta porque figura aquí.',
        'O colega; vê esta conta porque está aqui.',
        'Rakan sekerja; dia melihat akaun ini kerana dia tercatat di sini.',
      ),
      required: true,
      sensitivity: 'general',
      source: 'crm',
      freshFor: null,
      to: 'user',
      as: 'team_memberships',
      also: [
        'UserId',
        'User',
        'Team member',
        'Member',
        'User email',
        'Usuario',
        'Miembro',
        'Usuário',
        'Membro',
        'Ahli',
      ],
    }),
    role: field.choice({
      label: words('Role in the team', 'Función en el equipo', 'Função na equipe', 'Peranan dalam pasukan'),
      describe: words(
        'What the colleague does for this account, so that everyone knows whom to ask.',
        'Qué hace el colega para esta cuenta, para que todos sepan a quién preguntar.',
        'O que o colega faz por esta conta, para que todos saibam a quem perguntar.',
        'Apa yang dibuat rakan sekerja itu untuk akaun ini, supaya semua tahu siapa yang perlu ditanya.',
      ),
      required: 'expected',
      sensitivity: 'general',
      source: 'crm',
      freshFor: null,
      vocabulary: 'account_team_role',
      also: ['TeamMemberRole', 'Team role', 'Role', 'Rol', 'Rol en el equipo', 'Papel', 'Papel na equipe', 'Peranan'],
    }),
  },
})
