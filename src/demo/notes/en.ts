import type { Phrasebook } from './phrasebook.ts'

// biome-ignore format: one line a phrase
export const en: Phrasebook = {
  subjects: {
    call: ['Check-in call', 'Catch-up with {person}', 'Follow-up on open tickets', 'Short call about {feature}', 'Voicemail, then a call back'],
    meeting: ['Monthly meeting', 'Working session on {feature}', 'Renewal conversation', 'Kick-off for the next department', 'Meeting with {person} and their team'],
    training: ['{feature} for new users', 'Administrator training', 'Clinic: building your own {feature}', 'Onboarding session for the second shift'],
    business_review: ['Quarterly business review', 'Half-year review with the sponsor', 'Executive business review'],
    note: ['Org change at {company}', 'What I heard from the field', 'Before the renewal', 'Background on {person}'],
    announcement: ['What is new in {feature}', 'Planned maintenance on Sunday', 'Changes to the Connect limits'],
  },
  openings: ['Spoke with {person} for half an hour.', '{person} joined with two colleagues.', 'Good turnout: {person} and the whole process team.', 'Only {person} came; the others sent apologies.', 'Started ten minutes late, {person} came from another meeting.'],
  seen: {
    well: ['{number} processes are live now, all built by their own people.', 'Weekly active users are at their highest since go-live.', 'They closed the quarter without a single spreadsheet, which was the whole point.', '{feature} spread to purchasing without our doing anything.', 'Approval time is down from days to hours and {person} shows the chart to everyone.'],
    flat: ['Usage is level; about half of the licences see regular work.', 'The pilot team is active, the second site has not really begun.', '{feature} was set up and then nobody came back to it.', 'Nothing is wrong, nothing moves either.', 'They log in to approve and leave again.'],
    worried: ['Sign-ins have dropped by a third since the reorganisation.', 'Two teams went back to e-mail for approvals.', 'The nightly run failed {number} times this month and people stopped trusting it.', 'Only {person} still opens {feature}.', 'Half the licences have not been touched for six weeks.'],
  },
  said: {
    well: ['{person} said we are the one vendor they never have to chase.', '{person} offered to speak to another customer about how they did it.', 'They would like to bring the warehouse in next and asked for a price.', '"I would not go back," said {person}.'],
    flat: ['{person} is content but has little time for us this quarter.', 'They want to see more examples from their own industry.', '{person} asked what others of their size do with {feature}.', 'Budget talks start in two months; until then no new projects.'],
    worried: ['{person} was blunt: if the failures go on, they will not defend us at the budget round.', 'A competitor has shown them a demo; {person} would not say who.', '{person} feels that tickets are answered but not solved.', 'The new finance lead asked what they actually get for the money.', '{person} said people have given up reporting problems.'],
  },
  next: {
    well: ['Next: a case study, if legal agrees.', 'We meet again in four weeks; I bring the expansion sketch.', 'I send the template library by Friday.'],
    flat: ['I send three examples and we choose one to copy.', 'Next call in a month. I want {person} to bring the site lead.', 'Agreed to pick one process and finish it before adding more.'],
    worried: ['I take this to support and product today and call back on Thursday.', 'Recovery plan to {person} by the end of the week.', 'Our leader should call theirs before the renewal talk.'],
  },
  decided: {
    well: ['Roll out to the next department from the first of the month.', 'Make {feature} the standard for all new requests.', 'Renew for two years; procurement starts the paperwork.'],
    flat: ['One process to be finished before any new one starts.', 'Training for the site leads before the summer.', 'Keep the meeting monthly and shorten it to thirty minutes.'],
    worried: ['Weekly call until the failures stop.', 'No new teams until the import works.', 'Both sides name one person who answers for the recovery plan.'],
  },
  promised: ['To send the list of failing runs with their causes.', 'A sandbox by Wednesday.', 'An answer from product on bulk approval.', 'To check whether unused licences can be moved.', 'A one-page summary {person} can forward to finance.'],
  concerns: ['Reliability of the nightly import.', 'Price against a cheaper tool the parent company uses.', 'Everything hangs on one administrator.', 'Support answers at night, their time.', 'Reports cannot be shared outside the team.'],
  mail: {
    fromUs: [['Notes from our call', 'Hi {person},\n\nthank you for your time today. As agreed I attach the summary and the list of next steps. If I got something wrong, just answer here.\n\nBest regards'], ['Your {feature} figures for last month', 'Hi {person},\n\nhere are last month’s figures. {number} people worked with {feature}; I marked two places where a small change would save a step. Shall we look at them together next week?\n\nKind regards'], ['Still the right person?', 'Hi {person},\n\nI have not heard from you for a while. Are you still the one looking after Tideline at {company}? One word is enough.\n\nThank you']],
    fromThem: {
      well: [['Re: Your figures', 'Hello,\n\nthese are great, I put them straight into our board pack. Could you send the same for the Leeds team?\n\nThanks, {person}'], ['More licences', 'Hi,\n\nwe have {number} more people starting in the new year and would like them set up from day one. What do you need from us?\n\n{person}']],
      flat: [['Re: Notes from our call', 'Thanks, received. We will come back to this after the audit.\n\n{person}'], ['Moving our meeting', 'Hi, can we move to next week? Month-end is heavier than I thought.\n\n{person}']],
      worried: [['This is the third time', 'Hello,\n\nthe import failed again last night and I spent the morning repairing it by hand. I need to know what you are going to do about it, not that you are looking into it.\n\n{person}'], ['Contract terms', 'Hi,\n\nplease send me our current terms and the notice period. Management is reviewing all subscriptions.\n\n{person}']],
    },
  },
  tickets: [
    { kind: 'bug', subject: 'Nightly import stops half way', description: 'Since the last update the import stops after about {number} hundred rows. No error, the rest is simply missing in the morning.', resolution: 'A blank line in the middle of the file was read as its end. Fixed and imported again.' },
    { kind: 'bug', subject: 'Approval e-mails arrive twice', description: 'Every approver gets two mails for the same request. People approve twice and the second one shows an error.', resolution: 'The old rule was still active beside the new one. Removed it.' },
    { kind: 'incident', subject: '{feature} not loading for anyone', description: 'White page since nine this morning, in all browsers. Everyone is waiting.', resolution: 'Capacity problem on our side; recovered at 10:40. Report sent.' },
    { kind: 'question', subject: 'How do I give a colleague access while I am on leave?', description: '{person} is away for three weeks and I need to approve meanwhile.', resolution: 'Showed how to set a deputy with start and end date.' },
    { kind: 'question', subject: 'Export with all columns', description: 'The CSV has only the columns on the screen. We need everything for the auditors.', resolution: 'Export from the list settings contains all columns; sent a short recording.' },
    { kind: 'feature_request', subject: 'Approve many requests at once', description: 'We have {number} requests every Friday. One by one is no fun.', resolution: 'Passed to product; others ask for it as well.' },
    { kind: 'problem', subject: 'Dashboards slow since Monday', description: 'Opening a dashboard takes a minute. It used to be two seconds.', resolution: 'An index was missing after maintenance. Back to normal, please confirm.' },
    { kind: 'task', subject: 'Please move us to single sign-on', description: 'Our IT switched to a new identity provider. Which values do you need?', resolution: 'Connected and tested with {person}.' },
  ],
  ratings: { good: ['Quick and to the point.', 'Solved on the phone, thank you!', 'Very patient with my questions.'], bad: ['Closed without asking me whether it works. It does not.', 'Four days for a yes or no.', 'I had to explain it from the start to three different people.'] },
  scores: {
    promoter: ['It saves my team a day a week, every week.', 'Easy to build with and the people are lovely.', 'We tried three tools before. This is the one that stayed.', 'Our CSM knows our processes better than some of us do.'],
    passive: ['Does what it should. Reporting could be better.', 'Good product, but half of it we do not use.', 'Fine. Mobile is behind the desktop version.', 'Solid, a bit expensive for what we do with it.'],
    detractor: [
      ['I was one of the people who argued for Tideline two years ago, so this is not easy to write. For the first year it did what we were promised.', 'When we began, everything went smoothly and the team was enthusiastic. That has changed completely over the last few months.'],
      ['Since spring the nightly import has failed again and again. Every time we open a ticket, every time it is closed with a different explanation, and every time somebody here comes in early to repair the data by hand. My colleagues have gone back to spreadsheets, and I cannot tell them they are wrong.', 'The approvals get lost, the reports take minutes to open, and support asks us to clear our cache. We have {number} open points and nobody on your side seems to see them together. When I asked for one person who answers for all of it, I got another ticket number.'],
      ['What annoys me most is not the faults but the silence. Nobody told us what is being done and until when. If that stays so, I cannot recommend renewing, and at the moment I would not recommend you to anyone else either.', 'We pay a good deal for this. I would like to be able to say again that it is worth it, but today I cannot. Please call me, but only if there is a plan to talk about.'],
    ],
  },
  objectives: [
    { name: 'Cut invoice approval time', baseline: '9 days per invoice', target: '2 days per invoice', good: '2.4 days per invoice', poor: '7.5 days per invoice', outcome: 'Down to two days; early-payment discounts alone cover a third of the subscription.' },
    { name: 'Onboard new staff without paper', baseline: '14 forms on paper', target: '0 forms on paper', good: '1 form on paper', poor: '11 forms on paper', outcome: 'The last paper form went in March; HR saves about six hours for each joiner.' },
    { name: 'All sites report incidents the same way', baseline: '3 of 11 sites', target: '11 of 11 sites', good: '10 of 11 sites', poor: '4 of 11 sites', outcome: 'All sites report in one form; the insurer accepted it as evidence.' },
    { name: 'Month-end close within five days', baseline: '12 days', target: '5 days', good: '5 days', poor: '10 days', outcome: 'Closed in five days three months running.' },
  ],
  tasks: {
    well: ['Ask {person} for a reference call', 'Send price for the next department', 'Draft the case study', 'Prepare the expansion sketch'],
    flat: ['Send three examples from the industry', 'Find a second contact beside {person}', 'Plan training for the site leads', 'Check which licences are unused'],
    worried: ['Send the recovery plan to {person}', 'Get the list of failed runs from support', 'Ask our leader to call their sponsor', 'Agree dates for the three open bugs'],
  },
  risks: ['Import failures unsolved for weeks; sponsor openly doubts the value. Recovery plan running, weekly call.', 'Our champion has gone and nobody has taken over. Looking for a new one in finance.', 'Half the licences unused; they will ask for fewer. Counter-offer in preparation.', 'Parent company has a framework contract with a competitor. Decision in the group, not here.'],
  internal: {
    well: ['Likes to be called rather than mailed. Proud of what they built, ask to see it.', 'Good candidate for the advisory board.'],
    flat: ['Answers only to short mails. Never on Fridays.', 'Procurement is slow here: start the renewal ninety days early.'],
    worried: ['Careful: still angry about the outage. Do not propose anything new before the fix is confirmed.', 'Their new CFO came from a customer of our competitor.'],
  },
}
