import { createRouter, createWebHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  routes: [
    { path: '/', redirect: '/my-day' },
    { path: '/my-day', name: 'my-day', component: () => import('@/myday/MyDayPage.vue'), meta: { section: 'my-day' } },
    { path: '/leads', name: 'leads', component: () => import('@/lead/LeadListPage.vue'), meta: { section: 'leads' } },
    { path: '/leads/new', name: 'new-lead', component: () => import('@/lead/NewLeadPage.vue'), meta: { section: 'leads' } },
    { path: '/leads/imports', name: 'imports', component: () => import('@/ledger/ImportsPage.vue'), meta: { section: 'leads' } },
    { path: '/leads/imports/new', name: 'new-import', component: () => import('@/ledger/NewImportPage.vue'), meta: { section: 'leads' } },
    { path: '/leads/imports/:id', name: 'import', component: () => import('@/ledger/ImportPage.vue'), props: true, meta: { section: 'leads' } },
    { path: '/leads/exports', name: 'exports', component: () => import('@/ledger/ExportsPage.vue'), meta: { section: 'leads' } },
    { path: '/leads/:id', name: 'lead', component: () => import('@/lead/LeadPage.vue'), props: true, meta: { section: 'leads' } },
    { path: '/registrations', name: 'registrations', component: () => import('@/registration/RegistrationsPage.vue'), meta: { section: 'leads' } },
    { path: '/investors', name: 'investors', component: () => import('@/investor/InvestorsPage.vue'), meta: { section: 'leads' } },
    { path: '/investors/:id', name: 'investor', component: () => import('@/investor/InvestorPage.vue'), props: true, meta: { section: 'leads' } },
    { path: '/referrers', name: 'referrers', component: () => import('@/referrer/ReferrersPage.vue'), meta: { section: 'leads' } },
    { path: '/figures', name: 'figures', component: () => import('@/figure/FiguresPage.vue'), meta: { section: 'figures' } },
    { path: '/settings/zones', name: 'zone-settings', component: () => import('@/settings/ZoneSettingsPage.vue'), meta: { section: 'settings' } },
    { path: '/projects', name: 'projects', component: () => import('@/project/BoardPage.vue'), meta: { section: 'projects' } },
    { path: '/projects/:id', name: 'project', component: () => import('@/project/ProjectPage.vue'), props: true, meta: { section: 'projects' } },
    { path: '/inbox', name: 'inbox', component: () => import('@/inbox/InboxPage.vue'), meta: { section: 'inbox' } },
    { path: '/settings/intake', name: 'intake', component: () => import('@/intake/IntakePage.vue'), meta: { section: 'settings' } },
    { path: '/wall', name: 'wall', component: () => import('@/wall/WallPage.vue'), meta: { section: 'wall', bare: true } },
    { path: '/:rest(.*)', redirect: '/leads' },
  ],
})
