import type { leadCareZh } from './leadCare.zh-CN'

export const leadCareEn: typeof leadCareZh = {
  duplicateReason: { SAME_USCC: 'Same credit code', SAME_NAME: 'Same name', SAME_PINYIN: 'Same pinyin', SAME_DOMAIN: 'Same domain', SAME_PHONE: 'Same phone', SIMILAR_NAME: 'Similar name' },
  duplicate: {
    title: 'Duplicate check', section: 'Possible duplicates', found: '{n} may exist already', checking: 'Checking…', none: 'No duplicate found.', noneHere: 'No duplicate found.', neverBlocks: 'Only a hint: saving stays possible.', failed: 'The check failed; saving stays possible.', tooMany: 'Too many checks within an hour; it will check again later. Saving stays possible.', readFailed: 'The duplicates could not be read.',
    certain: 'The same firm', very: 'Almost certain', likely: 'Likely', maybe: 'Possible', confidence: '{n}% confidence', registeredFirst: 'Registered first by {zone} on {on}', later: 'Too many firms this hour: whether other zones registered first can be seen in {n} min', nearRegistered: 'A firm with a name like this was registered first by {zone} on {on}; it may be the same', merge: 'Merge…', not: 'Not a duplicate', dismissed: 'Remembered: “{name}” is not a duplicate', mergeOther: 'Merge with another lead…',
  },
  merge: {
    title: 'Merge two leads', hint: 'Choose field by field what stays; equal ones are folded.', field: 'Field', stays: 'Stays', goes: 'Goes into it', find: 'Find the other lead: name, investor, number, pinyin', allEqual: 'No field differs.', equal: '{n} fields are equal', brings: 'Comes along', bringsWhat: '{talks} follow-ups · {contacts} contacts · {papers} documents',
    consequence: '“{from}” becomes “Merged” and points to “{target}”; it is not pursued on its own any more. It can be undone for 30 days; what was changed since stays.', swap: 'Swap: keep the other', run: 'Merge', running: 'Merging. You may leave; it is finished in the background.', stopped: 'The merge stopped half way; try again to go on.',
    away: 'Merged into', done: 'Merged', anotherLead: 'another lead', undo: 'Undo the merge ({n} days left)', undone: 'The merge is undone.', nothingKept: 'All that came along went back.', kept: '{n} things were changed since and stay here:',
  },
  mergeField: { investor: 'Investor', source: 'Source', investment: 'Investment', needs: 'Land and energy', expected: 'Expected output', assignment: 'Responsibility', nextAction: 'Next step', followUps: 'Follow-ups', contacts: 'Contacts', documents: 'Documents' },
  registrationState: { PROTECTED: 'Protected', EXPIRED: 'Expired', CLASHING: 'Clash, to be settled', TRANSFERRED: 'Transferred', ARBITRATED: 'Settled' },
  registrationEvent: { taken: 'Registered', renewed: 'Renewed', changed: 'Facts changed', expired: 'Expired', 'clash-found': 'Clash', disputed: 'Disputed', arbitrated: 'Settled', transferred: 'Transferred' },
  registrationCause: { TIME: 'time ran out', SETTLED: 'given to the other', REQUEST: 'asked for', FOLLOW_UP: 'progress logged', PROGRESS: 'progress logged' },
  decision: { KEEP: 'Keep the registration', TRANSFER: 'Give it to another zone', SPLIT: 'Split the credit' },
  registration: {
    wentTo: 'Went on in {zone}:', cameFrom: 'Came from {zone}:',
    title: 'First contact', none: 'Not registered yet. Once it is, another zone that logs the same investor within the protection is told.', take: 'Register', taken: 'Registered', renew: 'Renew', renewed: 'Renewed', dispute: 'Dispute', disputeHint: 'The city office decides; the other zone learns only that there is a dispute.', disputeSent: 'Disputed; the city office will settle it', disputed: 'Disputed, to be settled', arbitrate: 'Settle', arbitrateHint: '{zone} registered first on {on}. The decision and its reason are kept and told to both.', decide: 'Decide', decided: 'Settled',
    until: 'protected until {on}', left: '{n} days left', since: '{zone} · registered on {on}', clash: '{zone} talks to the same investor', further: 'Another project of the same investor; the city office looks at it', takeOther: 'Another project: register it too', says: '{zone} says: {reason}', credit: 'Credit', history: 'History', missing: '{n} things are missing to register:', reason: 'Reason', reasonNeeded: 'Say why', toZone: 'Which zone', sum: '{n}% in total; it must be 100%', transfer: 'Transfer to another zone', transferHint: '“{lead}” opens as a new lead in the other zone and ends here; its history stays readable.', transferred: 'Transferred to {zone}',
    all: 'All registrations', count: '{n} registrations', waiting: '{n} to be settled', empty: 'No first contact registered yet', emptyHint: 'Choose “Register” on a lead: the zone that talked first is protected.', masked: '(not public)', readFailed: 'The registration could not be read.', explainKEEP: 'The first stays protected, the later one is not pursued.', explainTRANSFER: 'Protection and credit go to the chosen zone.', explainSPLIT: 'The first leads; the credit is shared in percent and totals count once.',
  },
  factor: {
    CHAIN: 'Chain fit', AMOUNT: 'Amount', INTENSITY: 'Investment per mu', TAX: 'Tax per mu', ENERGY: 'Energy', ENVIRONMENT: 'Environment', INVESTOR: 'Investor strength', TIMEFRAME: 'Timeframe', COMPLETENESS: 'Completeness',
  },
  score: {
    title: 'Score', why: 'Why?', whyTitle: 'Score {n} / 100: why', whyHint: 'By version {version} of the zone’s rules; it moves as soon as the facts do.', proposal: 'The rules propose', proposes: 'proposes: {verdict}', human: 'The person’s verdict', notJudged: 'Not given yet', then: '{n} points then', differs: 'The verdict differs from the proposal', agrees: 'As proposed', veto: 'Veto', vetoed: '{n} vetoes apply', pointsOf: '{points} of {of} points',
    floors: 'Against the floors', intensity: 'Investment per mu', taxPerMu: 'Tax per mu', wanPerMu: '10k CNY/mu', floor: 'floor {floor}', met: 'met', short: 'below the floor', unknown: 'not known, not judged', wouldRaise: 'What would raise it', raise: '{field} could add {n} points', none: 'No score yet.', readFailed: 'The score could not be read.',
  },
  similarBecause: { SAME_CHAIN: 'same chain', SAME_INDUSTRY: 'same industry', SAME_DIVISION: 'same division', SAME_REGION: 'same origin', LIKE_AMOUNT: 'similar size' },
  similar: { title: 'Similar leads', none: 'No similar leads yet.', failed: 'Similar leads could not be read.', became: '{won} signed · {lost} dropped · {open} open', lostTo: 'went to {to}' },
  zoneSettings: {
    hours: 'Working hours', hoursHint: 'Shifts of a working day, separated by commas; limits count them, and a change sets the clocks of open leads anew',
    title: 'Zone settings', readonly: 'Only an administrator may change them.', registrationDays: 'Protection of a first contact (days)', weights: 'Weights of the score', weightsHint: 'Together they must be 100; now {n}.', thresholds: 'Where proposals change', proceed: 'Proposes to proceed from', reject: 'Proposes to reject below', floors: 'Floors (10k CNY/mu)', version: 'version {n}', saved: 'Saved; new scores follow the new rules', open: 'The zone’s score rules', empty: 'No zone settings to show', pick: 'Choose a zone', changedMeanwhile: 'Somebody has just changed these settings. What you typed is kept; save again to make it count.',
  },
}
