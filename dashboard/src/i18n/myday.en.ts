/** Words for the day, for what falls due, and for what waits. */
export const mydayEn = {
  clock: { 'first-response': 'First response', assessment: 'Assessment', 'follow-up': 'Follow-up', 'next-action': 'Next action', revisit: 'Revisit', stage: 'Limit of this state', 'start': 'Start', 'monthly-report': 'Monthly report' },
  why: {
    green: 'Nothing is beyond its limit.', none: 'No clock is running.', late: '{d} overdue', left: '{d} left', byDay: '{kind}: {on}, {how}.', byTime: '{kind}: since {since}, due {due}, {how}; red from {red}.', undated: '{kind}: due {due}, {how}; red from {red}.', provisional: ' (that year’s holidays are not announced yet: weekends only)',
    waiting: 'Waiting for “{reason}” until {until}; no light shows meanwhile, and its clocks stand still.',
  },
  wait: { title: 'Wait for a known reason', reason: 'What for', reasonHint: 'e.g. the land approval', until: 'Until', set: 'Start waiting', done: 'Waiting; it wakes on {until}', end: 'End the wait', ended: 'The wait is over', toUntil: 'waits until {until}', by: 'set by {who}', hint: 'It wakes by itself; no light shows and the clocks stand still meanwhile.' },
  day: {
    title: 'My day', overdue: 'Overdue', today: 'Today', week: 'This week', waiting: 'Waiting', unanswered: 'New, to be answered', more: '{n} more, in the list of leads',
    empty: 'Nothing to do today', emptyHint: 'All of your leads are within their limits. Claim one from the open pool, or log a new one.', pool: 'Open pool', keys: 'j k move · F follow-up · W wait · Enter opens',
    followUp: 'Follow up', followUpOf: 'Follow-up of “{name}”', wait: 'Wait', standIn: 'for {who}', noNext: 'No next action', undone: 'Taken back', cutOff: 'as of {at}', loading: 'Reading your day',
    in3: 'in 3 days', in7: 'in a week', in14: 'in two weeks', tomorrow: 'tomorrow', nextWorkday: 'next working day',
  },
  subscribe: { title: 'Calendar feed', hint: 'What falls due, in the calendar of your phone or computer. The address is the key: keep it to yourself, change it or take it back at any time. It tells no contacts and nothing that was said.', create: 'Make an address', renew: 'New address', revoke: 'Take it back', revoked: 'Taken back; the old address works no longer', active: 'In use since {at}', copy: 'Copy', copied: 'Copied', once: 'The address is shown only now.', address: 'Address of the calendar' },
  filter: { waiting: 'Waiting', unanswered: 'To be answered', owner: 'Owner: {v}', park: 'Park: {v}', watcher: 'Watched by {v}', receivedFrom: 'Received from {v}', receivedTo: 'Received to {v}', amountFrom: 'From {v} ×10k CNY', amountTo: 'Up to {v} ×10k CNY' },
}
