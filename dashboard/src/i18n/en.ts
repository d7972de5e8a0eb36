import { sharingEn } from './sharing.en'
import { privacyEn } from './privacy.en'
import { figureEn } from './figure.en'
import { bulkEn } from './bulk.en'
import { custodyEn } from './custody.en'
import { dossierEn } from './dossier.en'
import { mydayEn } from './myday.en'
import { leadCareEn } from './leadCare.en'
import { captureEn } from './capture.en'
import { ledgerEn } from './ledger.en'
import type { Messages } from './zh-CN'

export const en: Messages = {
  app: { title: 'Lodestone', skip: 'Skip to content' },
  nav: { myDay: 'My day', glyphMyDay: 'To', leads: 'Leads', projects: 'Projects', figures: 'Figures', inbox: 'Inbox', wall: 'Wall', settings: 'Settings', main: 'Main', glyphLeads: 'Le', glyphProjects: 'Pr', glyphFigures: '∑', glyphInbox: 'In', glyphWall: 'Wa', glyphSettings: '⚙' },
  top: {
    find: 'Find a lead, project or investor, or type a command',
    bell: '{n} unread alerts',
    language: '中文',
    languageShort: '中 / EN',
    person: 'Account',
    logout: 'Sign out',
    zone: 'Zone',
    allZones: 'All zones',
    offline: 'The server cannot be reached; trying again.',
    held: '{n} writes are kept and will be sent again under the same key, never twice.',
    cut: 'Live updates are cut and reconnecting; what you see may be out of date.',
  },
  find: { title: 'Search and commands', newLead: 'New lead', newLeadToo: 'Add create lead', goBoard: 'Open the project board', goWall: 'Open the wall', goFigures: 'Open the figures', goInbox: 'Open the inbox', nothing: 'Nothing found for “{q}”', leads: 'Leads', projects: 'Projects', commands: 'Commands', hint: '↑↓ choose · Enter open · Esc close' },
  common: {
    save: 'Save', cancel: 'Cancel', close: 'Close', retry: 'Try again', more: 'Show more', remove: 'Remove', yes: 'yes', no: 'no', back: 'Back', undo: 'Undo', none: '—', unknown: 'Unknown',
    saved: 'Saved', loading: 'Loading…', days: '{n} d', today: 'today', loadFailed: 'The data could not be read',
    unreachable: 'The server cannot be reached. Everything you typed is kept; check the network and try again.', failed: 'That did not work: {message}', notFound: 'There is no such entry, or it is outside your scope', notFoundHint: 'It may belong to another zone, or the address is not complete.', removed: 'This was withdrawn', removedHint: 'The import that brought it was undone, or it was removed; no list shows it any more.', trace: 'Trace {id}', signIn: 'Sign in', signedOut: 'Your session has ended', signedOutHint: 'What you typed is kept on this machine; sign in to continue.',
  },
  light: { GREEN: 'Green: on course', AMBER: 'Amber: needs attention', YELLOW: 'Amber: needs attention', RED: 'Red: beyond its limit', GREY: 'Waiting for a known reason', WAITING: 'Waiting for a known reason', shortGREEN: 'Green', shortAMBER: 'Amber', shortYELLOW: 'Amber', shortRED: 'Red', shortGREY: 'Waiting', shortWAITING: 'Waiting' },
  state: { NEW: 'New', ASSESSING: 'Assessing', ENGAGING: 'Engaging', CONSENSUS: 'Consensus', INTENT: 'Intent', CONVERTED: 'Signed', ON_HOLD: 'On hold', DROPPED: 'Dropped', MERGED: 'Merged', TRANSFERRED: 'Transferred', WITHDRAWN: 'Withdrawn' },
  stage: { SIGNED: 'Signed', REGISTERED: 'Registered', PREPARING: 'Preparing', STARTED: 'Started', CONSTRUCTING: 'Constructing', COMPLETED: 'Completed', TRIAL: 'Trial', PRODUCING: 'Producing', FULL_CAPACITY: 'Full capacity' },
  status: { ONGOING: 'Ongoing', SUSPENDED: 'Suspended', TERMINATED: 'Terminated' },
  channel: { REFERRAL: 'Referral', VISIT: 'Visit', EVENT: 'Event', AGENT: 'Agent', CHAIN_LEADER: 'Chain leader', INBOUND: 'Inbound', PLATFORM: 'Platform', OTHER: 'Other' },
  verdict: { PROCEED: 'Proceed', REJECT: 'Reject', MORE: 'More needed' },
  kind: { CALL: 'Call', MEETING: 'Meeting', VISIT: 'Visit', MESSAGE: 'Message', EMAIL: 'E-mail', OTHER: 'Other' },
  paper: { INTENT: 'Intent agreement', FRAMEWORK: 'Framework agreement', CONTRACT: 'Contract', EVIDENCE: 'Evidence' },
  evidence: { CONSTRUCTION_PERMIT: 'Construction permit', LEASE: 'Lease', FIT_OUT: 'Proof of fit-out', ACCEPTANCE: 'Acceptance', OTHER: 'Other' },
  permit: { FEASIBILITY: 'Feasibility', FILING: 'Filing', ENVIRONMENT: 'Environment', LAND: 'Land', POWER: 'Power', CONSTRUCTION: 'Construction' },
  mode: { GOV_SERVICE: 'Government service', COMMITMENT: 'Commitment', APPROVAL: 'Approval' },
  chainRole: { LEADER: 'Leader', MEMBER: 'Member' },
  role: { officer: 'Officer', manager: 'Manager', leader: 'Leader', city: 'City', viewer: 'Viewer', administrator: 'Administrator', admin: 'Administrator' },
  reason: {
    LOST_TO_COMPETITOR: 'Lost to another place', INVESTOR_WITHDREW: 'The investor withdrew', NOT_SUITABLE: 'Does not suit the zone', ENVIRONMENT: 'Environment or safety', NO_SITE: 'No suitable site', NO_ENERGY: 'Energy cannot be supplied', FUNDS: 'Lack of funds', NO_CONTACT: 'Cannot be reached', DUPLICATE: 'A duplicate', WAITING_INVESTOR: 'Waiting for the investor', WAITING_SITE: 'Waiting for a site', WAITING_APPROVAL: 'Waiting for an approval or policy', WAITING_FUNDS: 'Waiting for funds', MARKET: 'The market changed', CORRECTION: 'Correction', TERMS_CHANGED: 'The terms changed', PLAN_CHANGED: 'The plan changed', PERMIT_REVOKED: 'A permit was revoked', ACCEPTANCE_FAILED: 'Acceptance failed', PRODUCTION_STOPPED: 'Production stopped', OTHER: 'Other',
  },
  field: {
    name: 'Lead', zone: 'Zone', park: 'Intended park', 'investor.name': 'Investor', 'investor.uscc': 'Credit code (USCC)', 'investor.region': 'Region of origin', 'investor.country': 'Country',
    'source.channel': 'Channel', 'source.referrer': 'Referrer', 'source.note': 'About the source', receivedOn: 'Received on', industry: 'Industry (GB/T)', chain: 'Chain', content: 'What is to be built',
    'investment.planned': 'Planned investment', 'investment.unknown': 'Amount unknown', 'needs.landMu': 'Land (mu)', 'needs.floorM2': 'Floor (m²)', 'needs.powerKva': 'Power (kVA)', 'needs.environment': 'Environment',
    'expected.output': 'Expected output a year', 'expected.tax': 'Expected tax a year', 'expected.jobs': 'Jobs', 'assignment.owner': 'Owner', 'assignment.department': 'Department', 'assignment.sponsor': 'Sponsor',
    siteOptions: 'Site options', keyTerms: 'Key terms', tags: 'Tags', documents: 'Agreements and papers', contacts: 'Contacts', 'contact.name': 'Name', 'contact.title': 'Title', 'contact.phone': 'Phone', 'contact.email': 'E-mail',
    nextAction: 'Next action', 'nextAction.what': 'Next action', 'nextAction.on': 'Date', state: 'State', stage: 'Stage', assessment: 'Verdict', 'assessment.verdict': 'Verdict', 'assessment.score': 'Score at the time', 'assessment.note': 'Note', lastFollowUpAt: 'Last follow-up', duplicateCheckAt: 'Duplicate check', light: 'Light', number: 'Number', updatedAt: 'Updated', dwell: 'In state', owner: 'Owner', score: 'Score', version: 'Version',
  },
  projectField: {
    name: 'Project', park: 'Park', industry: 'Industry (GB/T)', chain: 'Chain', chainRole: 'Role in chain', 'investor.name': 'Investor', 'company.name': 'Project company', 'company.uscc': 'Credit code', 'company.registeredOn': 'Registered on', 'contract.number': 'Contract number', 'contract.on': 'Signed on', 'contract.amount': 'Contract amount', 'investment.total': 'Total investment', 'investment.fixed': 'Fixed assets', 'output.expected': 'Expected output a year', 'output.actual': 'Actual output a year',
    'responsibility.sponsor': 'Sponsor', 'responsibility.departmentLead': 'Department lead', 'responsibility.deliveryUnit': 'Delivery unit', 'responsibility.officer': 'Officer', targetStartOn: 'Target start', permits: 'Permits', 'dates.registered': 'Registered', 'dates.started': 'Started', 'dates.completed': 'Completed', 'dates.trial': 'Trial', 'dates.producing': 'Producing', 'dates.fullCapacity': 'Full capacity', 'dates.investmentStatistics': 'Investment statistics', 'dates.enterpriseStatistics': 'Enterprise statistics',
  },
  leads: {
    title: 'Leads', count: '{n}', hits: '{n} hits', atLeast: '{n}+', new: 'New lead', search: 'Search leads: name, investor, number, pinyin', columns: 'Columns', clear: 'Clear filters', filters: 'Filters', sortBy: 'Sort by {column}', arrived: '{n} new changes · refresh',
    empty: 'No leads yet', emptyHint: 'Heard of an investor? Log it here: name, source and date, thirty seconds.', nothing: 'No lead matches', nothingHint: 'Try another word, or drop a filter. Pinyin and its initials are found too.', open: 'Open page', panelHint: 'j k move · Enter open · Esc close', unassigned: 'Unassigned', mine: 'Mine', channel: 'Channel',
    recent: 'Recent', noFollowUp: 'No follow-up yet', toMoveOn: '{n} missing for “{state}”', ready: 'Ready for “{state}”', chainFilter: 'Chain', tagFilter: 'Tags',
  },
  lead: {
    newTitle: 'New lead', draftKept: 'Draft kept on this machine {time}', draftRestored: 'Your unsaved draft is back', discard: 'Start over', submit: 'Save lead', submitting: 'Saving…', fixErrors: '{n} fields need a change, each marked beside it.',
    groupWhat: 'What it is', groupInvestor: 'Investor', groupScale: 'Scale and needs', groupContact: 'Contact', nameHint: 'e.g. copper foil for lithium batteries', usccHint: '18 characters; a wrong check digit warns, it does not block', amountUnit: '10k CNY',
    facts: 'Facts', figures: 'Figures', sourceGroup: 'Source', site: 'Site and terms', papers: 'Agreements and papers', contacts: 'Contacts', noContacts: 'No contact yet', addContact: 'Add a contact', addPaper: 'Add a paper', paperKind: 'Kind', paperNumber: 'Number', paperOn: 'Date', paperTitle: 'Title', empty: 'Fill in', intensity: 'Investment per mu', intensityUnit: '10k CNY/mu', usccOk: 'check digit right', usccWarn: 'check digit wrong, please verify',
    composer: 'What was said? Problems and what needs coordinating, all in one…', problems: 'Problems', needs: 'Needs coordinating', nextWhat: 'Next action', nextOn: 'When', log: 'Log', logged: 'Follow-up logged', problemsAndNeeds: 'Problems and needs',
    timeline: 'History', timelineEmpty: 'Nothing yet. After the first contact, write a line above.', moreHistory: 'Earlier',
    toMoveOn: '{n} missing for “{state}”', readyTo: 'Ready for “{state}”', moveTo: 'Move to “{state}”', otherMoves: 'Other moves', final: 'This is the end: no further state.', projectLink: 'Open project', converted: 'Signed and turned into a project.',
    verdictAsk: 'Verdict', verdictNote: 'Note (optional)', verdictHint: 'Given by a manager or leader',
    responsibility: 'Responsibility', claimed: '{n} d in this state', limit: 'limit {n} d', why: 'Why this light', whyGreen: 'Nothing is beyond its limit.', overdueBy: '{n} d overdue', dueIn: 'in {n} d',
    conflictTitle: 'Somebody has just changed this', conflictHint: '{who} saved version {version} at {when}. Choose field by field, then save.', mine: 'Mine', theirs: 'Theirs', before: 'Before', useChosen: 'Save my choice', keepTheirs: 'Keep all of theirs', otherChanges: 'They also changed (no conflict with yours)',
    transition: 'Move to “{state}”', reason: 'Reason', reasonPick: 'Choose a reason', note: 'Note (internal)', revisitOn: 'Revisit on', lostTo: 'Lost to', contractNumber: 'Contract number', contractOn: 'Signed on', contractAmount: 'Contract amount (10k CNY)', convertHint: 'Opens a project and has no way back; to end it, terminate the project.', refused: '{n} missing; complete and try again:', moved: 'Moved to “{state}”', notAllowed: 'Not possible from here. Possible: {states}',
    took: 'after {d}', needsCoordination: 'Needs coordinating: {text}', hasProblems: 'Problem: {text}', nextPlan: 'Next: {text}',
  },
  ...leadCareEn,
  ...bulkEn,
  ...custodyEn,
  ...mydayEn,
  ...figureEn,
  ...dossierEn,
  board: {
    title: 'Project board', count: '{n} projects', sum: 'contracted {amount}', asOf: 'as of {time}', empty: 'No projects yet', emptyHint: 'A lead with a formal contract opens a project here.', emptyColumn: 'Empty', moveHelp: 'Select a card, press M, then the letter of a stage', moveTo: 'Move to…', moved: '“{name}” is now in “{stage}”', refusedTitle: '{name} → {stage}: {n} missing', refusedHint: 'Complete and try again; leaving it where it is is fine too.', stay: 'Stay in {stage}', loadMore: '{n} more', search: 'Search the board', openFirst: 'To be done on the project page',
  },
  project: {
    fromLead: 'From lead', company: 'Project company', money: 'Contract and investment', responsibility: 'Responsibility', dates: 'Dates', permits: 'Permits', noPermits: 'No permit list yet', addPermit: 'Add a permit', planned: 'Planned', actual: 'Actual', permitKind: 'Permit', permitMode: 'Mode', reports: 'Monthly reports', noReports: 'No report yet. One a month keeps construction on record.', addReport: 'Write a report', month: 'Month', summary: 'Progress', invested: 'Invested this month (10k CNY)', history: 'History', statusAction: 'Suspend, terminate or resume', statusTitle: 'Change the status', approver: 'Approved by', on: 'Date', reason: 'Reason', statusHint: 'The stage stays; reason, date and approver are kept.', moveTo: 'Move to “{stage}”', toMoveOn: '{n} missing for “{stage}”', ready: 'Ready for “{stage}”',
    evidenceTitle: 'Title or number of the evidence', evidenceOn: 'Date', permitList: 'Permits (choose those needed)',
  },
  inbox: { title: 'Inbox', unread: '{n} unread', all: 'All', onlyUnread: 'Unread', empty: 'Nothing unread', emptyAll: 'No alerts yet', emptyHint: 'Whatever changes in the leads and projects you answer for, or falls due, appears here, and the bell rings.', markRead: 'Mark read', markUnread: 'Mark unread', why: 'Why am I told', because: { SPONSOR: 'you are the sponsor', DEPARTMENT_LEAD: 'you are the department lead', OFFICER: 'you are the officer', OWNER: 'you own it', STAND_IN: 'you stand in for its owner', WATCHER: 'you watch it', LEADER: 'you lead there', ESCALATION: 'it was escalated' }, rule: 'Rule: {rule}', viewAll: 'All alerts', latest: 'Latest alerts', severity: { INFO: 'Info', YELLOW: 'Amber', RED: 'Red' }, search: 'Search alerts' },
  wall: {
    title: 'Investment attraction', year: '{year} · {share}% of the year gone', signed: 'Contracted', leads: 'Open leads', red: 'Red lights', underway: '{started} started of {all} signed', rate: 'Started', live: 'Live', connecting: 'Connecting', cut: 'Cut, reconnecting', last: 'last event {ago}', noEvent: 'no event yet', feed: 'Just now', caught: '{n} events of the cut have been caught up', refreshed: 'Everything has been read again', stages: 'Projects by stage', funnel: 'Leads by state', cutOff: 'as of {time}', countUnit: '', feedEmpty: 'What happens will appear here.', yellow: 'Amber', waiting: 'Waiting', newLeads: '{n} new', exit: 'Leave the wall',
  },
  history: { 'personal-data-erased': 'Personal data erased', waiting: 'Waiting', 'wait-ended': 'Wait ended', 'deadlines-changed': 'Limits reckoned anew', 'project-handed-over': 'Project handed over', 'handed-over': 'Handed over', 'document-added': 'File added', 'document-removed': 'File removed', 'document-restored': 'File brought back', captured: 'Logged', changed: 'Changed', moved: 'Moved', 'followed-up': 'Follow-up', assessed: 'Assessed', assigned: 'Assigned', claimed: 'Claimed', released: 'Returned to the pool', recycled: 'Taken back to the pool', watched: 'Watching', unwatched: 'No longer watching', imported: 'Imported', transferred: 'Transferred', withdrawn: 'Withdrawn', converted: 'Signed', opened: 'Opened', 'status-changed': 'Status', reported: 'Report', 'progress-reported': 'Report' },
  event: { 'lead.captured.v1': 'New lead', 'lead.changed.v1': 'Lead updated', 'lead.state-changed.v1': 'Lead state', 'lead.followed-up.v1': 'Follow-up', 'lead.assessed.v1': 'Assessment', 'lead.assigned.v1': 'Lead assigned', 'lead.deadlines-changed.v1': 'Limits changed', 'lead.project-handed-over.v1': 'Project handed over', 'lead.withdrawn.v1': 'Lead withdrawn', 'lead.converted.v1': 'Signed', 'registration.taken.v1': 'First contact', 'registration.renewed.v1': 'Protection renewed', 'registration.changed.v1': 'Registration updated', 'registration.clash-found.v1': 'Clash', 'registration.disputed.v1': 'Registration disputed', 'registration.arbitrated.v1': 'Registration settled', 'registration.transferred.v1': 'Registration transferred', 'registration.expired.v1': 'Registration expired', 'project.opened.v1': 'Project opened', 'project.changed.v1': 'Project updated', 'project.stage-changed.v1': 'Project stage', 'project.status-changed.v1': 'Project status', 'project.progress-reported.v1': 'Monthly report', 'lead.deadline': 'Limit of a lead', 'project.deadline': 'Limit of a project', 'registration.deadline': 'First contact' },
  rule: { 'stage-change': 'every stage change', 'state-change': 'every state change', conversion: 'every signing', 'status-change': 'every change of a project’s status', assignment: 'every change of hands', 'first-response-late': 'first response late', 'assessment-late': 'assessment late', 'follow-up-late': 'no follow-up', 'stage-late': 'beyond the limit of its state', 'next-action-late': 'next step overdue', 'project-stage-late': 'Project stays too long', 'project-start-late': 'Start delayed', 'project-monthly-report-late': 'Monthly report missing', 'revisit-due': 'to be revisited', 'registration-ending': 'registration ends within 7 days', 'registration-ended': 'registration ended', 'first-contact-clash': 'first contact disputed', duplicate: 'possible duplicate', 'large-investment': 'large investment' },
  time: { now: 'just now', minutes: '{n} min ago', hours: '{n} h ago', yesterday: 'yesterday', days: '{n} d ago', seconds: '{n} s ago', dwellDays: '{n} d', dwellHours: '{n} h', dwellMinutes: '{n} min' },
  unit: { yi: 'bn', wan: 'm', yuan: 'CNY' },
  ...ledgerEn,
  ...privacyEn,
  ...sharingEn,
  ...captureEn,
}
