/** Words for who has a lead, what is masked, and whether a history is whole. */
export const custodyEn = {
  custody: { open: 'In the open pool: nobody has it', why: 'Why: {text}', claim: 'Claim', claimed: 'Claimed', release: 'Return to the pool', released: 'Returned to the pool', watch: 'Watch', watched: 'Watching: changes will be announced', unwatch: 'Stop watching', unwatched: 'No longer watching', pool: 'Open pool' },
  because: { CREATED: 'logged it', ASSIGNED: 'assigned', CLAIMED: 'claimed', RULE: 'by rule', DEPARTMENT_HEAD: 'department head', IMPORTED: 'named by the ledger', HANDOVER: 'handed over', MERGED: 'merged', RELEASED: 'returned', RECYCLED: 'not followed up', TRANSFERRED: 'from another zone', NO_RULE: 'no rule fits', CAPACITY: 'everybody is full' },
  unmask: { ask: 'Show', title: 'Show contact details', hint: 'Who looked, when and why is written down.', shown: 'Shown; this look was written down' },
  record: { check: 'Verify the record', intact: 'Intact, {n} entries checked', broken: 'Entry {n} is not as it was written' },
}
