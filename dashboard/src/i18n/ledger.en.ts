import type { ledgerZh } from './ledger.zh-CN'

export const ledgerEn: typeof ledgerZh = {
  ledger: {
    import: 'Import', export: 'Export', importTitle: 'Import a lead ledger', mine: 'My imports', zone: 'Import into zone', drop: 'Drop the ledger here', pick: 'Choose a file', limits: '.xlsx or .csv (UTF-8, GB18030), up to 10 MB and 10,000 rows on all sheets together', upload: 'Upload', reading: 'Reading {name} …',
    wrongType: '“{name}” is neither .xlsx nor .csv. Save it as one of them in Excel.', oldExcel: '“{name}” is an old .xls. Save it as .xlsx in Excel and try again.', tooBig: '“{name}” has {size}, more than 10 MB. Split it into several files.', emptyFile: '“{name}” is empty.',
    howTitle: 'How it works', how1: 'A preview first: for every row, whether it is created, updated, refused, or a duplicate of which.', how2: 'Refused rows come back in a table with the reasons beside them; correct them and upload again.', how3: 'A whole import can be undone; rows somebody touched are kept and listed.', template: 'Download the template',
    columns: 'Columns', matched: '{n} of {of} columns recognised', unmatched: '{n} not recognised', missing: 'Missing: {fields}', showColumns: 'Show and change', noHeader: '(no header)', leaveOut: 'Leave out', saveColumns: 'Preview again like this', checking: 'Previewing…', remembered: 'What you correct is remembered for the next file with the same headers.',
    channelOtherwise: 'Rows without a channel get', passedOver: '{n} sums, headings or remarks are passed over', passedOverShort: '{n} passed over',
    outcomes: 'Preview', rows: 'Rows', row: 'Row', rowN: 'row {n}', rowCount: '{n} rows', reason: 'Note', updates: 'Updates this one', theLead: 'Open this lead', sheet: 'Sheet', sheets: 'Sheets to read', hiddenToo: 'Import the {n} hidden rows, too', noRows: 'No rows: {outcome}',
    decision: 'What to do with row {n}', duplicates: '{n} possible duplicates', skip: 'Skip', importAnyway: 'Import anyway', willRun: '{n} rows will be written; the {refused} refused ones will not', run: 'Import {n} rows', another: 'Another file', mayLeave: 'You may leave this page; the import goes on and the corner shows its progress.', failedHint: 'The rows written so far are there; undo them or upload again.',
    done: '{created} created, {updated} updated', skipped: '{n} rows skipped.', left: '{n} rows were not imported.', repair: 'The reasons are beside each row; correct them and upload again.', refusedFile: 'Download the refused rows', toLeads: 'See the leads', undo: 'Undo this import', undoTitle: 'Undo the import of “{file}”?', undoHint: 'The {created} leads it created are withdrawn, the {updated} it updated go back. What somebody touched is kept and listed.', undoConfirm: 'Undo the import', undone: 'Undone: {n} taken back', kept: '{n} were touched and kept:',
    noImports: 'No imports yet', noImportsHint: 'Upload your Excel ledger: preview first, then import.', summary: '{create} created · {update} updated · {refuse} refused · {duplicate} duplicates',
    exportCount: '{n} rows, as filtered', exportAtLeast: 'More than {n} rows, as filtered', asXlsx: 'Export Excel (.xlsx)', asCsv: 'Export .csv', exportLogged: 'Exports are logged: who, when, which filter, how many.', noExportRight: 'You may not export', exportsTitle: 'Who exported', exportsHint: 'Every export is logged', noExports: 'Nobody has exported yet', noExportsHint: 'Each export of the ledger leaves a line here.', who: 'Who', when: 'When', format: 'Format', filter: 'Filter', notFinished: 'not finished', wholeList: 'All leads', withContacts: 'with contacts', onlyShown: 'Only the columns of the list',
  },
  outcome: { CREATE: 'Created', UPDATE: 'Updated', REFUSE: 'Refused', DUPLICATE: 'Duplicates', PASS_OVER: 'Passed over' },
  job: { title: 'Work in progress', working: '{n} in progress', finished: 'Finished', fold: 'Fold', unfold: 'Unfold', away: 'Put away {title}', states: { PREVIEWING: 'Previewing', PREVIEWED: 'Waits for you', RUNNING: 'Importing', DONE: 'Imported', UNDOING: 'Undoing', UNDONE: 'Undone', FAILED: 'Not finished' } },
  ledgerColumn: {
    serial: 'No.', number: 'Lead number', name: 'Lead', 'investor.name': 'Investor', 'investor.uscc': 'Credit code', 'investor.region': 'From',
    'source.channel': 'Channel', 'source.referrer': 'Referrer', receivedOn: 'Received on', industry: 'Industry', chain: 'Chain', content: 'What is planned',
    'investment.planned': 'Planned investment (10k yuan)', 'needs.site': 'Land (mu) / floor (m²)', 'needs.utilities': 'Energy / environment',
    expected: 'Expected output · tax (10k yuan)', park: 'Park', 'assignment.owner': 'Officer', 'assignment.department': 'Department', 'assignment.sponsor': 'Sponsor',
    state: 'State', 'assessment.verdict': 'Verdict', lastFollowUpAt: 'Last follow-up', 'followUps.summary': 'Progress', 'followUps.problems': 'Problems',
    'followUps.needs': 'Help needed', 'nextAction.what': 'Next step', 'nextAction.on': 'Next follow-up on', updatedAt: 'Updated', zone: 'Zone',
    'needs.landMu': 'Land (mu)', 'needs.floorM2': 'Floor (m²)', 'needs.powerKva': 'Power (kVA)', 'needs.environment': 'Environment',
    'expected.output': 'Expected output (10k yuan)', 'expected.tax': 'Expected tax (10k yuan)', 'expected.jobs': 'Expected jobs', 'contacts[0].name': 'Contact',
    'contacts[0].title': 'Contact\'s position', 'contacts[0].phone': 'Phone', 'contacts[0].email': 'E-mail', tags: 'Tags', 'source.note': 'Remarks',
  },
}
