/** What the rail shows: only what exists. */
export const SECTIONS = [
  { name: 'my-day', to: '/my-day', glyph: 'nav.glyphMyDay', title: 'nav.myDay' },
  { name: 'leads', to: '/leads', glyph: 'nav.glyphLeads', title: 'nav.leads' },
  { name: 'projects', to: '/projects', glyph: 'nav.glyphProjects', title: 'nav.projects' },
  { name: 'figures', to: '/figures', glyph: 'nav.glyphFigures', title: 'nav.figures' },
  { name: 'inbox', to: '/inbox', glyph: 'nav.glyphInbox', title: 'nav.inbox' },
  { name: 'wall', to: '/wall', glyph: 'nav.glyphWall', title: 'nav.wall' },
  { name: 'settings', to: '/settings/sharing', glyph: 'nav.glyphSettings', title: 'nav.settings' },
] as const
