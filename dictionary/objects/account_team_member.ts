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
  describe: 'One of us who works for an account beside its accountable CSM, and what for.',
  owner: 'cs-operations',
  retention: {
    keep: '2y',
    then: 'delete',
    because: 'Who helped a customer matters while they may call again; the history of the account keeps the rest.',
  },
  title: 'user',
  partOf: 'account',
  fields: {
    account: accountReference('team', 'The account the colleague works for.'),
    user: field.reference({
      label: words('Colleague', 'Compañero', 'Colega', 'Rakan sekerja'),
      describe: 'The colleague; they see this account because they stand here.',
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
      describe: 'What the colleague does for this account, so that everyone knows whom to ask.',
      required: 'expected',
      sensitivity: 'general',
      source: 'crm',
      freshFor: null,
      vocabulary: 'account_team_role',
      also: ['TeamMemberRole', 'Team role', 'Role', 'Rol', 'Rol en el equipo', 'Papel', 'Papel na equipe', 'Peranan'],
    }),
  },
})
