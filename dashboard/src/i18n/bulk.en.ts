import type { bulkZh } from './bulk.zh-CN'

export const bulkEn: typeof bulkZh = {
  bulk: {
    title: 'Bulk work', picked: '{n} selected', all: 'All {n} that match are selected', pickAll: 'Select all {n} that match', pickAllAtLeast: 'Select all that match (more than {n})', clear: 'Clear selection', pickRow: 'Select {name}', pickPage: 'Select this page',
    action: { assign: 'Assign', transition: 'Move on', tag: 'Tags', claim: 'Claim', release: 'Return to pool' },
    sheet: '{action} · {n} leads', run: 'Do it for {n}', owner: 'To whom', to: 'To state', add: 'Tags to add', remove: 'Tags to remove',
    hint: { assign: 'Lead by lead; what cannot be assigned is listed with its reason.', transition: 'Gates are checked lead by lead; what is not ready stays and says why.', tag: 'Only the tags change.' },
    done: { assign: '{n} assigned', transition: '{n} moved', tag: '{n} tagged', claim: '{n} claimed', release: '{n} returned' },
    results: 'Leads that were not done', summary: '{ok} done, {failed} not; the reasons:', undone: '{n} taken back; {kept} changed since or cannot go back, and stay.', noTrouble: 'Nothing was refused.', job: '{action}: {n} leads', undo: 'Undo', states: { RUNNING: 'Working', DONE: 'Done', UNDOING: 'Undoing', UNDONE: 'Undone' },
  },
  view: {
    title: 'Views', look: 'Shown as', as: { table: 'Table', cards: 'Cards', calendar: 'Calendar' }, usual: { all: 'All', mine: 'Mine', pool: 'Open pool', red: 'Red' },
    save: 'Save as view', update: 'Save changes', rename: 'Rename and share', name: 'Name', share: 'Share with everybody of the zone', zone: 'Share in', hint: 'Filters, order, columns and look are kept together; the address can be sent to a colleague.', saved: 'View “{name}” saved', removed: 'View “{name}” removed', sharedBy: 'shared by {by}',
    before: 'Month before', after: 'Month after', dueHint: 'Next actions and limits, by the day they fall due', moreDue: '{n} more', tooMany: '{n} leads fall due in this time; only the {shown} that are due first are shown. A filter shows the rest.', tooManyAtLeast: 'More than {n} leads fall due in this time; only the {shown} that are due first are shown. A filter shows the rest.', up: 'Move {column} forward', down: 'Move {column} back', keep: 'Columns and their order are kept in this browser; a view keeps its own.',
  },
}
