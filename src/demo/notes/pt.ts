import type { Phrasebook } from './phrasebook.ts'

// biome-ignore format: one line a phrase
export const pt: Phrasebook = {
  subjects: {
    call: ['Ligação de acompanhamento', 'Conversa com {person}', 'Chamados em aberto', 'Dúvidas sobre {feature}'],
    meeting: ['Reunião mensal', 'Sessão de trabalho sobre {feature}', 'Conversa de renovação', 'Reunião com {person} e equipe'],
    training: ['{feature} para novos usuários', 'Treinamento de administradores', 'Oficina: primeiros fluxos próprios'],
    business_review: ['Revisão trimestral de negócios', 'Revisão semestral com a diretoria'],
    note: ['Mudanças na organização da {company}', 'Antes da renovação', 'Contexto sobre {person}'],
    announcement: ['Novidades em {feature}', 'Manutenção programada de domingo'],
  },
  openings: ['Falei meia hora com {person}.', '{person} trouxe dois colegas.', 'Veio a equipe de processos inteira, com {person} à frente.', 'Só {person} entrou; os outros não puderam.'],
  seen: {
    well: ['Já são {number} processos no ar, todos feitos por eles.', 'O uso semanal é o maior desde a entrada em produção.', 'Fecharam o trimestre sem nenhuma planilha.', 'Compras passou a usar {feature} por conta própria.'],
    flat: ['Uso estável; metade das licenças trabalha com regularidade.', 'O time piloto está ativo, a segunda unidade não engrena.', 'Configuraram {feature} e ninguém voltou.', 'Entram, aprovam e saem.'],
    worried: ['Os acessos caíram um terço desde a reestruturação.', 'Duas áreas voltaram a aprovar por e-mail.', 'A carga noturna falhou {number} vezes no mês e o pessoal perdeu a confiança.', 'Só {person} ainda abre {feature}.'],
  },
  said: {
    well: ['{person} disse que somos o único fornecedor que não precisa ser cobrado.', 'Querem incluir o almoxarifado e pediram preço.', '“Eu não volto para o jeito antigo”, disse {person}.'],
    flat: ['{person} está contente, mas sem tempo neste trimestre.', 'Pediram exemplos do próprio setor.', 'O orçamento só abre daqui a dois meses.'],
    worried: ['{person} foi direto: se as falhas continuarem, não vão nos defender no orçamento.', 'Viram uma demonstração de um concorrente; não quis dizer qual.', 'Sente que os chamados são respondidos, mas não resolvidos.', 'O novo financeiro perguntou o que recebem pelo que pagam.'],
  },
  next: {
    well: ['Próximo passo: estudo de caso, se o jurídico concordar.', 'Voltamos a falar em quatro semanas; levo a proposta de ampliação.'],
    flat: ['Mando três exemplos e escolhemos um para copiar.', 'Combinamos terminar um processo antes de abrir outro.'],
    worried: ['Levo hoje para suporte e produto e ligo na quinta.', 'Plano de recuperação para {person} até sexta.'],
  },
  decided: {
    well: ['Ampliar para o próximo departamento a partir do dia primeiro.', '{feature} passa a ser o padrão para novas solicitações.'],
    flat: ['Concluir um processo antes de começar outro.', 'Treinar os líderes das unidades.'],
    worried: ['Ligação semanal até as falhas cessarem.', 'Nenhuma área nova até a carga funcionar.'],
  },
  promised: ['Enviar a lista de cargas com falha e suas causas.', 'Um ambiente de testes até quarta.', 'Resposta do produto sobre aprovação em lote.', 'Um resumo de uma página para o financeiro.'],
  concerns: ['Confiabilidade da carga noturna.', 'Preço frente à ferramenta mais barata da matriz.', 'Tudo depende de uma única administradora.', 'Os relatórios não podem ser compartilhados fora do time.'],
  mail: {
    fromUs: [['Notas da nossa conversa', 'Olá, {person},\n\nobrigado pelo seu tempo. Segue o resumo com os próximos passos. Se algo ficou errado, é só responder.\n\nAbraço'], ['Seus números de {feature}', 'Olá, {person},\n\nseguem os números do mês. {number} pessoas usaram {feature}; marquei dois pontos em que dá para poupar uma etapa. Vemos juntos na semana que vem?\n\nAbraço']],
    fromThem: {
      well: [['Re: Seus números', 'Oi,\n\nótimo, já levei para o comitê. Pode mandar o mesmo do time de Campinas?\n\nAbraço, {person}'], ['Mais licenças', 'Bom dia,\n\nentram {number} pessoas em janeiro e queremos todas cadastradas no primeiro dia. Do que vocês precisam?\n\n{person}']],
      flat: [['Re: Notas da nossa conversa', 'Recebido, obrigado. Retomamos depois da auditoria.\n\n{person}'], ['Remarcar', 'Podemos passar para a semana que vem? O fechamento está pesado.\n\n{person}']],
      worried: [['É a terceira vez', 'Bom dia,\n\na carga falhou de novo esta noite e passei a manhã corrigindo na mão. Preciso saber o que vão fazer, não que estão analisando.\n\n{person}'], ['Condições do contrato', 'Olá,\n\npor favor envie as condições vigentes e o prazo de aviso. A diretoria está revendo todas as assinaturas.\n\n{person}']],
    },
  },
  tickets: [
    { kind: 'bug', subject: 'Carga noturna para no meio', description: 'Desde a última atualização para depois de umas {number}00 linhas. Não dá erro; o resto simplesmente não aparece.', resolution: 'Uma linha em branco era lida como fim do arquivo. Corrigido e recarregado.' },
    { kind: 'bug', subject: 'E-mails de aprovação chegam em dobro', description: 'Cada aprovador recebe dois avisos e o segundo dá erro.', resolution: 'A regra antiga continuava ativa. Removida.' },
    { kind: 'incident', subject: '{feature} fora do ar', description: 'Tela branca desde as nove, em todos os navegadores.', resolution: 'Problema de capacidade do nosso lado; normalizado às 10h40.' },
    { kind: 'question', subject: 'Como deixo um substituto nas férias?', description: '{person} sai por três semanas e preciso aprovar nesse período.', resolution: 'Mostramos como definir substituto com início e fim.' },
    { kind: 'feature_request', subject: 'Aprovar várias solicitações de uma vez', description: 'Toda sexta temos {number}. Uma a uma não dá.', resolution: 'Encaminhado ao produto; outros também pedem.' },
    { kind: 'problem', subject: 'Painéis lentos desde segunda', description: 'Abrir um painel leva um minuto. Eram dois segundos.', resolution: 'Faltava um índice depois da manutenção.' },
    { kind: 'task', subject: 'Ativar login único', description: 'A TI trocou de provedor de identidade. Quais dados vocês precisam?', resolution: 'Conectado e testado com {person}.' },
  ],
  ratings: { good: ['Rápido e objetivo.', 'Resolveram por telefone, obrigada!'], bad: ['Fecharam sem perguntar se funciona. Não funciona.', 'Quatro dias para um sim ou não.'] },
  scores: {
    promoter: ['Poupa um dia por semana ao meu time.', 'Fácil de montar e o pessoal é ótimo.', 'Testamos três ferramentas; esta foi a que ficou.'],
    passive: ['Faz o que deve. Relatórios poderiam ser melhores.', 'Bom produto, mas usamos metade.', 'Bom, um pouco caro para o que fazemos.'],
    detractor: [
      ['Fui uma das pessoas que defenderam o Tideline há dois anos, então não é fácil escrever isto. No primeiro ano cumpriu o prometido.', 'No começo tudo correu bem e a equipe estava animada. Nos últimos meses isso mudou por completo.'],
      ['Desde o outono a carga noturna falha repetidamente. A cada vez abrimos um chamado, a cada vez ele é fechado com outra explicação, e alguém daqui chega mais cedo para corrigir os dados na mão. Meus colegas voltaram às planilhas e não posso dizer que estão errados.', 'Aprovações se perdem, relatórios levam minutos para abrir e o suporte pede para limpar o cache. Temos {number} pontos abertos e ninguém do lado de vocês parece vê-los em conjunto.'],
      ['O que mais incomoda não são as falhas, é o silêncio: ninguém diz o que está sendo feito nem até quando. Assim não posso recomendar a renovação.', 'Pagamos bem por isto. Gostaria de voltar a dizer que vale a pena, mas hoje não posso. Liguem só se houver um plano.'],
    ],
  },
  objectives: [
    { name: 'Reduzir o tempo de aprovação de notas', baseline: '9 dias por nota', target: '2 dias por nota', good: '2,2 dias por nota', poor: '8 dias por nota', outcome: 'Dois dias por nota; os descontos de antecipação pagam um terço da assinatura.' },
    { name: 'Admissão sem papel', baseline: '14 formulários em papel', target: '0 formulários em papel', good: '1 formulário em papel', poor: '12 formulários em papel', outcome: 'O último formulário em papel saiu em março.' },
    { name: 'Fechamento mensal em cinco dias', baseline: '12 dias', target: '5 dias', good: '5 dias', poor: '11 dias', outcome: 'Três meses seguidos fechando em cinco dias.' },
  ],
  tasks: {
    well: ['Pedir a {person} uma ligação de referência', 'Enviar preço para o próximo departamento', 'Escrever o estudo de caso'],
    flat: ['Enviar três exemplos do setor', 'Encontrar um segundo contato além de {person}', 'Agendar treinamento dos líderes'],
    worried: ['Enviar o plano de recuperação a {person}', 'Pedir ao suporte a lista de falhas', 'Combinar datas para os três erros abertos'],
  },
  risks: ['Falhas de carga sem solução há semanas; a diretoria duvida do valor. Plano de recuperação em curso.', 'Nossa promotora saiu e ninguém assumiu.', 'Metade das licenças parada; vão pedir menos.'],
  internal: { well: ['Prefere ligação a e-mail. Orgulha-se do que montaram.'], flat: ['Só responde a e-mails curtos. Nunca às sextas.'], worried: ['Cuidado: ainda irritado com a queda. Nada novo antes da correção confirmada.'] },
}
